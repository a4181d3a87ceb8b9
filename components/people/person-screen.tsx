import { Icon } from '@/components/ui/icons';
import { OpenNotes } from '@/components/notes/note-list';
import type { CommitmentId } from '@/lib/domain/ids';
import type { PersonView } from '@/lib/domain/views';
import type { NoteListModel } from '@/lib/state/note-list';
import { t } from '@/lib/text/words';
import { Facts } from './facts';
import { Promises } from './promises';
import { RepStrip } from './rep-strip';

interface Props {
  view: PersonView;
  notes: NoteListModel;
  today: string;
  back(): void;
  answerTeam(onTeam: boolean): void;
  setKept(id: CommitmentId, kept: boolean): void;
}

/** One person in the panel: who it is, what is promised, what was seen, and the notes. */
export function PersonScreen({ view, notes, today, back, answerTeam, setKept }: Props) {
  return (
    <>
      <button class="more back" type="button" onClick={back}>
        <Icon name="back" />
        {t('people.back')}
      </button>
      <RepStrip rep={view.rep} answerTeam={answerTeam} />
      <Promises promises={view.promises} rep={view.rep.name} today={today} setKept={setKept} />
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
