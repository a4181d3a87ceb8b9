import { NoteCard } from '@/components/notes/note-card';
import { Monogram } from '@/components/ui/monogram';
import { Problem } from '@/components/ui/problem';
import type { RepId } from '@/lib/domain/ids';
import type { FoundNote } from '@/lib/domain/views';
import type { FindModel } from '@/lib/state/find';
import type { NoteListModel } from '@/lib/state/note-list';
import { refusalWords } from '@/lib/text/refusal';
import { count, t } from '@/lib/text/words';

interface Props {
  find: FindModel;
  /** Edits and removes what was found. */
  notes: NoteListModel;
  today: string;
  openPerson(rep: RepId): void;
  /** How many stand there while nothing is looked for. */
  atFirst: number;
}

/** What was found: people first, then notes, the newest first. */
export function Found({ find, notes, today, openPerson, atFirst }: Props) {
  const problem = find.problem.value ?? notes.problem.value;
  const pages = find.pages.value;
  if (problem) return <Problem>{refusalWords(problem)}</Problem>;
  if (pages === null) return null;
  const [first] = pages;
  if (first === undefined) return null;
  const isLooking =
    find.words.value.trim() !== '' || Object.values(find.filters.value).some((one) => one !== null);
  const all = pages.flatMap((page) => page.notes);
  const shown = isLooking ? all : all.slice(0, Math.max(atFirst, pages.length > 1 ? all.length : 0));
  const hasMore = pages.at(-1)?.before !== null || shown.length < all.length;
  return (
    <>
      {first.people.length > 0 && (
        <section class="section">
          <h2 class="section-head">{t('find.people')}</h2>
          <div class="rows">
            {first.people.map((person) => (
              <button class="row row-who" type="button" key={person.id} onClick={() => openPerson(person.id)}>
                <Monogram name={person.name} size="small" />
                <span class="row-words">
                  <span class="row-name">{person.name}</span>
                </span>
              </button>
            ))}
          </div>
        </section>
      )}
      <section class="section">
        <h2 class="section-head" aria-live="polite">
          {isLooking || atFirst > 5 || pages.length > 1 || first.count < 5
            ? count('find.found', first.count)
            : t('find.lastFive')}
        </h2>
        {first.count === 0 && <p class="quiet">{isLooking ? t('find.none') : t('find.noNotes')}</p>}
        <div class="notes notes-open">
          {shown.map((note) => (
            <NoteCard
              key={note.id}
              note={note}
              notes={notes}
              today={today}
              about="deal"
              who={<Who note={note} openPerson={openPerson} />}
              narrow={(deal) => void find.narrow({ deal })}
            />
          ))}
        </div>
        {hasMore && (
          <button class="more" type="button" onClick={() => void find.more()}>
            {t('find.more')}
          </button>
        )}
      </section>
    </>
  );
}

/** Whom a note is about, and a way there; of a note on a deal that nobody owns, nothing. */
function Who({ note, openPerson }: { note: FoundNote; openPerson(rep: RepId): void }) {
  const { rep, repName } = note;
  if (rep === null || repName === null) return null;
  return (
    <button class="note-who" type="button" onClick={() => openPerson(rep)}>
      {repName}
    </button>
  );
}
