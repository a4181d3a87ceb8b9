import { Problem } from '@/components/ui/problem';
import type { NotesPage } from '@/lib/domain/views';
import type { NoteListModel } from '@/lib/state/note-list';
import { refusalWords } from '@/lib/text/refusal';
import { day, number, t } from '@/lib/text/words';
import { Kinds, KindSaid } from './kinds';
import { edge, NoteCard } from './note-card';
import { PrivateWords } from './private-words';
import { Seal } from './seal';

interface Props {
  /** The first page, newest first. */
  notes: NotesPage;
  list: NoteListModel;
  today: string;
  about: 'deal' | 'stage';
}

/** The latest note in one line, or all of them. */
export function DealNotes(props: Props) {
  const { notes, list, today } = props;
  const [latest] = notes.notes;
  if (latest === undefined) return null;
  if (list.pages.value !== null) return <OpenNotes {...props} close={list.close} />;
  const several = notes.count > 1;
  return (
    <article class="note" {...edge(latest)} data-line>
      <div class="note-head">
        <Seal privacy={latest.privacy} />
        <time dateTime={latest.at}>{day(latest.at, today)}</time>
        <KindSaid kind={latest.kind} />
        <button class="more" type="button" aria-expanded="false" onClick={() => void list.open()}>
          {several ? t('note.all', { n: number(notes.count) }) : t('note.open')}
        </button>
      </div>
      <p class="note-words" data-lines="1">
        <PrivateWords privacy={latest.privacy}>{latest.text}</PrivateWords>
      </p>
      <Kinds kind={latest.kind} turn={(kind) => void list.turn(latest.id, kind)} />
    </article>
  );
}

/** All notes that were asked for so far, and a way to the older ones. */
export function OpenNotes({ notes, list, today, about, close }: Props & { close?: () => void }) {
  const pages = list.pages.value ?? [notes];
  const problem = list.problem.value;
  const hasOlder = typeof pages.at(-1)?.before === 'number';
  return (
    <section class="section" aria-label={t('note.heading')}>
      <h2 class="section-head">
        {t('note.heading')}
        {close && (
          <button class="more" type="button" aria-expanded="true" onClick={close}>
            {t('note.latest')}
          </button>
        )}
      </h2>
      {problem && <Problem>{refusalWords(problem)}</Problem>}
      <div class="notes notes-open">
        {pages
          .flatMap((page) => page.notes)
          .map((note) => (
            <NoteCard key={note.id} note={note} notes={list} today={today} about={about} />
          ))}
      </div>
      {hasOlder && (
        <button class="more" type="button" onClick={() => void list.more()}>
          {t('note.more')}
        </button>
      )}
    </section>
  );
}
