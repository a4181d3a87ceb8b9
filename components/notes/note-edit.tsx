import { useEffect, useRef } from 'preact/hooks';
import { Problem } from '@/components/ui/problem';
import type { Editing, NoteListModel } from '@/lib/state/note-list';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';
import { Terms } from './promise-terms';
import { SeenBy, seenBy } from './seen-by';

/** A note being changed, in its own place. Escape leaves it as it was. */
export function NoteEdit({ editing, list, label }: { editing: Editing; list: NoteListModel; label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') list.cancel();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void list.save();
  };
  return (
    <div class="note-edit">
      <div class="note-box-field" data-seen-by={seenBy(editing.privacy)}>
        <textarea
          ref={field}
          aria-label={label}
          rows={2}
          value={editing.text}
          onInput={(event) => list.write({ text: event.currentTarget.value })}
          onKeyDown={keys}
        />
      </div>
      {editing.promise && (
        <Terms terms={editing.promise} rep={null} change={(promise) => list.write({ promise })} />
      )}
      {editing.problem && <Problem>{refusalWords(editing.problem)}</Problem>}
      {editing.standing !== null && (
        <p class="note-about">{t('note.standing', { words: editing.standing })}</p>
      )}
      <div class="note-box-foot">
        <SeenBy privacy={editing.privacy} choose={(privacy) => list.write({ privacy })} />
        <span class="button-row">
          <button class="button button-plain button-small" type="button" onClick={list.cancel}>
            {t('note.cancel')}
          </button>
          <button class="button button-small" type="button" onClick={() => void list.save()}>
            {t('note.save')}
          </button>
        </span>
      </div>
    </div>
  );
}
