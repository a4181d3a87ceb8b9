import { NoteBox } from '@/components/notes/note-box';
import { OpenNotes } from '@/components/notes/note-list';
import { Facts } from '@/components/people/facts';
import { inOrder, personWords } from '@/components/people/people-list';
import { Promises } from '@/components/people/promises';
import { TeamQuestion } from '@/components/people/team-question';
import { Monogram } from '@/components/ui/monogram';
import { Problem } from '@/components/ui/problem';
import type { PersonView } from '@/lib/domain/views';
import { personHash, type WorkspaceModel } from '@/lib/state/workspace';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';
import { teamWords } from './people-page';

/** One person: who it is, what was written, and where to write. */
export function PersonPage({ workspace }: { workspace: WorkspaceModel }) {
  const view = workspace.person.view.value;
  const problem = workspace.person.problem.value ?? workspace.problem.value;
  return (
    <main class="workspace-page" data-screen="person">
      <section class="workspace-list">
        <PeopleNav workspace={workspace} />
      </section>
      <section class="workspace-detail">
        <a class="more only-narrow" href="#people">
          {t('people.back')}
        </a>
        {problem && <Problem>{refusalWords(problem)}</Problem>}
        {view && <PersonDetail view={view} workspace={workspace} />}
      </section>
    </main>
  );
}

function PeopleNav({ workspace }: { workspace: WorkspaceModel }) {
  const people = workspace.people.view.value?.people ?? [];
  const shown = workspace.person.rep.value;
  return (
    <div class="stack-close">
      <h2 class="section-head">
        {t('people.heading')} <small>{t('people.byName')}</small>
      </h2>
      <nav class="people-list" aria-label={t('people.choose')}>
        {inOrder(people).map((person) => (
          <a
            class="people-item"
            key={person.id}
            href={personHash(person.id)}
            {...(person.id === shown && { 'aria-current': 'page' })}
          >
            <Monogram name={person.name} />
            <strong>{person.name}</strong>
            <small>{personWords(person)}</small>
          </a>
        ))}
      </nav>
    </div>
  );
}

function PersonDetail({ view, workspace }: { view: PersonView; workspace: WorkspaceModel }) {
  const { rep, notes } = view;
  return (
    <div class="detail">
      <header class="detail-head">
        <div class="detail-who">
          <Monogram name={rep.name} size="large" />
          <div class="detail-title">
            <h1>{rep.name}</h1>
            {rep.onTeam === null ? (
              <TeamQuestion rep={rep} answer={(onTeam) => void workspace.answerTeam(rep.id, onTeam)} />
            ) : (
              <p>{teamWords(rep.onTeam)}</p>
            )}
          </div>
        </div>
      </header>
      <div class="two">
        <div class="stack">
          <Promises
            promises={view.promises}
            rep={rep.name}
            today={workspace.today()}
            setKept={(id, kept) => void workspace.setKept(id, kept)}
          />
          <Facts key={rep.id} facts={view.facts} rep={rep.name} today={workspace.today()} />
          {notes.count === 0 ? (
            <p class="empty-words">{t('note.none', { rep: rep.name })}</p>
          ) : (
            <OpenNotes notes={notes} list={workspace.notes} today={workspace.today()} about="deal" />
          )}
        </div>
        <section class="card">
          <NoteBox
            key={rep.id}
            box={workspace.box}
            place={rep.name}
            rep={rep.name}
            once={once(workspace, rep.name)}
          />
        </section>
      </div>
    </div>
  );
}

/** Said while the first private note is written, and never after. */
function once(workspace: WorkspaceModel, rep: string): string | null {
  return workspace.settings.view.value?.privateTold === false ? t('note.once', { rep }) : null;
}
