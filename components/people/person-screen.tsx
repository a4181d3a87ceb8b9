import { Icon } from '@/components/ui/icons';
import { OpenNotes } from '@/components/notes/note-list';
import type { PersonView } from '@/lib/domain/views';
import type { NoteListModel } from '@/lib/state/note-list';
import { t } from '@/lib/text/words';
import { Facts } from './facts';
import { RepStrip } from './rep-strip';

interface Props {
  view: PersonView;
  notes: NoteListModel;
  today: string;
  back(): void;
  answerTeam(onTeam: boolean): void;
}

/** One person in the panel: who it is, what was seen, and the notes. */
export function PersonScreen({ view, notes, today, back, answerTeam }: Props) {
  return (
    <>
      <button class="more back" type="button" onClick={back}>
        <Icon name="back" />
        {t('people.back')}
      </button>
      <RepStrip rep={view.rep} answerTeam={answerTeam} />
      <Facts key={view.rep.id} facts={view.facts} rep={view.rep.name} today={today} />
      {view.notes.count === 0 ? (
        <section class="empty">
          <p class="empty-words">{t('note.none', { rep: view.rep.name })}</p>
        </section>
      ) : (
        <OpenNotes notes={view.notes} list={notes} today={today} about="deal" />
      )}
    </>
  );
}
