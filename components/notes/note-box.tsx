import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Problem } from '@/components/ui/problem';
import type { NoteBoxModel } from '@/lib/state/note-box';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';
import { KindChips } from './kinds';
import { CoverContext } from './private-words';
import { Terms } from './promise-terms';
import { SeenBy, seenBy } from './seen-by';

interface Props {
  box: NoteBoxModel;
  /** What the note will be on: a deal's or a person's name. */
  place: string;
  /** The name of the rep that it is about, as far as known: who may promise. */
  rep: string | null;
  /** The words said once, before the first private note; null when they were said. */
  once: string | null;
}

/** Where a note is written. Ctrl+Enter or ⌘+Enter keeps it. */
export function NoteBox({ box, place, rep, once }: Props) {
  const id = useId();
  const privacy = box.privacy.value;
  const problem = box.problem.value;
  const cover = useContext(CoverContext);
  const isCovered = privacy === 'private' && box.text.value !== '' && cover?.covered.value === true;
  const field = useCursor(box);
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
        {isCovered && <small class="box-covered"> {t('cover.box')}</small>}
      </label>
      <div class="note-box-field" data-seen-by={seenBy(privacy)} data-under-cover={isCovered}>
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
      <KindChips kind={box.kind.value} choose={box.turn} />
      {box.kind.value === 'promise' && <Terms terms={box.promise.value} rep={rep} change={box.promises} />}
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

/** Where the cursor is wanted, it stands behind the words: after a question, or on a person who was just named. */
function useCursor(box: NoteBoxModel) {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = box.cursor.value;
  useLayoutEffect(() => {
    const area = field.current;
    if (!wanted || area === null) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    box.hasCursor();
  }, [wanted, box]);
  return field;
}
