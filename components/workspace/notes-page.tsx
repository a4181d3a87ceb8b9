import { Filters } from '@/components/find/filters';
import { Found } from '@/components/find/found';
import { personHash, type WorkspaceModel } from '@/lib/state/workspace';
import { t } from '@/lib/text/words';

/** All notes, the newest first, or those that the search finds. */
export function NotesPage({ workspace }: { workspace: WorkspaceModel }) {
  const { find } = workspace;
  return (
    <div class="detail">
      <header class="detail-head">
        <div class="detail-title">
          <h1>{t('find.heading')}</h1>
          <p>{t('find.question')}</p>
        </div>
        <Filters find={find} people={workspace.people.view.value?.people ?? []} />
      </header>
      <div class="found">
        <Found
          find={find}
          notes={workspace.foundNotes}
          today={workspace.today()}
          atFirst={10}
          openPerson={(rep) => {
            location.hash = personHash(rep);
          }}
        />
      </div>
    </div>
  );
}
