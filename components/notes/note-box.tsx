import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Problem } from '@/components/ui/problem';
import type { NoteBoxModel } from '@/lib/state/note-box';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';
import { SeenBy, seenBy } from './seen-by';

interface Props {
  box: NoteBoxModel;
  /** What the note will be on: a deal's or a person's name. */
  place: string;
  /** The words said once, before the first private note; null when they were said. */
  once: string | null;
}

/** Where a note is written. Ctrl+Enter or ⌘+Enter keeps it. */
export function NoteBox({ box, place, once }: Props) {
  const id = useId();
  const privacy = box.privacy.value;
  const problem = box.problem.value;
  const field = useFocusWhenCalled(box);
  const keep = () => void box.keep();
  return (
    <form
      class="note-box"
      aria-label={t('note.label', { place })}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label class="note-box-label" for={id}>
        {t('note.onDeal')} <b>{place}</b>
      </label>
      <div class="note-box-field" data-seen-by={seenBy(privacy)}>
        <textarea
          ref={field}
          id={id}
          name="note"
          rows={2}
          placeholder={t('note.placeholder')}
          value={box.text.value}
          onInput={(event) => box.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            keep();
          }}
        />
      </div>
      {once !== null && privacy === 'private' && box.text.value !== '' && (
        <p class="once" data-private>
          {once}
        </p>
      )}
      {problem && <Problem>{refusalWords(problem)}</Problem>}
      <div class="note-box-foot">
        <SeenBy privacy={privacy} choose={box.choose} />
        <button
          class="button button-primary"
          type="submit"
          title={t('note.keepKeys')}
          aria-disabled={box.busy.value}
        >
          {t('note.keep')}
        </button>
      </div>
    </form>
  );
}

/** Once a question was put into the box, the cursor stands behind it. */
function useFocusWhenCalled(box: NoteBoxModel) {
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const called = box.called.value;
  const knownRef = useRef(called);
  useLayoutEffect(() => {
    if (called === knownRef.current) return;
    knownRef.current = called;
    fieldRef.current?.focus();
    fieldRef.current?.setSelectionRange(fieldRef.current.value.length, fieldRef.current.value.length);
  }, [called]);
  return fieldRef;
}
