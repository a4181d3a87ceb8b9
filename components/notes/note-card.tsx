import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DealKey } from '@/lib/domain/ids';
import type { NoteView } from '@/lib/domain/views';
import type { NoteListModel } from '@/lib/state/note-list';
import { day, list, t } from '@/lib/text/words';
import { Kinds, KindSaid } from './kinds';
import { NoteEdit } from './note-edit';
import { PrivateWords } from './private-words';
import { Seal } from './seal';

interface Props {
  note: NoteView;
  notes: NoteListModel;
  today: string;
  /** Beside a person, a note says which deal it was on; beside a deal, only the stage it was in. */
  about: 'deal' | 'stage';
  /** In a list on several people: who it is about, and what leads there. */
  who?: ComponentChildren;
  /** And what narrows the list to the deal of the note. */
  narrow?: (deal: { key: DealKey; name: string | null }) => void;
}

/** One note in full, with what can be done with it. */
export function NoteCard({ note, notes, today, about, who, narrow }: Props) {
  const edit = notes.editing.value;
  const editing = edit?.id === note.id ? edit : null;
  const isEditing = editing !== null;
  const cardRef = useRef<HTMLElement>(null);
  const wasEditingRef = useRef(false);
  // The field that had the focus is gone after an edit: it goes back to where the edit began.
  useEffect(() => {
    if (wasEditingRef.current && !isEditing) cardRef.current?.querySelector('button')?.focus();
    wasEditingRef.current = isEditing;
  }, [isEditing]);
  return (
    <article class="note" ref={cardRef} {...edge(note)}>
      <div class="note-head">
        {who}
        <Seal privacy={note.privacy} />
        <time dateTime={note.at}>{day(note.at, today)}</time>
        <KindSaid kind={note.kind} />
        {editing === null && <NoteActs note={note} notes={notes} today={today} />}
      </div>
      {editing === null ? (
        <>
          <p class="note-words">
            <PrivateWords privacy={note.privacy}>{note.text}</PrivateWords>
          </p>
          {note.promise && <PromiseSaid note={note} notes={notes} today={today} />}
          <NoteAbout note={note} about={about} today={today} {...(narrow && { narrow })} />
          <Kinds kind={note.kind} turn={(kind) => void notes.turn(note.id, kind)} />
        </>
      ) : (
        <NoteEdit editing={editing} list={notes} label={t('note.editOf', { day: day(note.at, today) })} />
      )}
    </article>
  );
}

/** Who promised by when, and whether it was kept. */
function PromiseSaid({ note, notes, today }: Omit<Props, 'about'>) {
  const { promise } = note;
  if (promise === null) return null;
  const who = promise.who === 'manager' ? t('promise.youPromised') : t('promise.theyPromised');
  const when = promise.due === null ? t('promise.noDay') : t('promise.by', { day: day(promise.due, today) });
  return (
    <label class="note-promise" data-kept={promise.keptOn !== null}>
      <input
        type="checkbox"
        checked={promise.keptOn !== null}
        onChange={(event) => void notes.setKept(note.id, event.currentTarget.checked)}
      />
      <span class="out-of-sight">{t('promise.kept')}</span>
      <span>
        {list([
          who,
          promise.keptOn === null ? when : t('promise.keptOn', { day: day(promise.keptOn, today) }),
        ])}
      </span>
    </label>
  );
}

/** The edge that says who may see it: the lining, or a solid line. */
export function edge(note: NoteView): { 'data-private'?: boolean; 'data-shareable'?: boolean } {
  return note.privacy === 'private' ? { 'data-private': true } : { 'data-shareable': true };
}

function NoteActs({ note, notes, today }: Omit<Props, 'about'>) {
  const when = { day: day(note.at, today) };
  return (
    <span class="note-acts">
      <button class="more" type="button" aria-label={t('note.editOf', when)} onClick={() => notes.edit(note)}>
        {t('note.edit')}
      </button>
      <button
        class="more"
        type="button"
        aria-label={t('note.deleteOf', when)}
        onClick={() => void notes.remove(note.id)}
      >
        {t('note.delete')}
      </button>
    </span>
  );
}

/** The deal and stage it was written at, and when it was changed. */
function NoteAbout({ note, about, today, narrow }: Pick<Props, 'note' | 'about' | 'today' | 'narrow'>) {
  const deal = note.deal !== null && about === 'deal' ? (note.dealName ?? t('note.deal')) : null;
  const words = [
    narrow ? null : deal,
    note.stage && t('note.stage', { stage: note.stage }),
    note.editedAt && t('note.edited', { day: day(note.editedAt, today) }),
  ].filter((part): part is string => part !== null && part !== '');
  const { deal: key, dealName: name } = note;
  const leads = narrow !== undefined && deal !== null && key !== null;
  if (words.length === 0 && !leads) return null;
  return (
    <p class="note-about">
      {leads && (
        <button
          class="note-deal"
          type="button"
          aria-label={t('find.onlyDeal', { deal })}
          onClick={() => narrow({ key, name })}
        >
          {deal}
        </button>
      )}
      {leads && words.length > 0 && ' · '}
      {list(words)}
    </p>
  );
}
