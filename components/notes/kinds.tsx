import { OneOf } from '@/components/ui/one-of';
import { NOTE_KINDS, type NoteKind } from '@/lib/domain/note';
import { kindWords } from '@/lib/text/kind';
import { t } from '@/lib/text/words';

/** What the note will be for. None has to be chosen. */
export function KindChips({ kind, choose }: { kind: NoteKind; choose(next: NoteKind): void }) {
  return (
    <OneOf
      look="chips"
      legend={t('kind.name')}
      chosen={kind}
      options={NOTE_KINDS.map((value) => ({ value, words: kindWords(value) }))}
      choose={choose}
    />
  );
}

/** What a kept note is for; a plain note says nothing. */
export function KindSaid({ kind }: { kind: NoteKind }) {
  return kind === 'note' ? null : <span class="note-kind">{kindWords(kind)}</span>;
}

/** What a kept note can be; one click makes it another kind. */
export function Kinds({ kind, turn }: { kind: NoteKind; turn(next: NoteKind): void }) {
  return (
    <span class="kinds" role="group" aria-label={t('kind.name')}>
      {NOTE_KINDS.map((one) => (
        <button
          class="kind"
          type="button"
          key={one}
          aria-pressed={one === kind}
          onClick={() => one !== kind && turn(one)}
        >
          {kindWords(one)}
        </button>
      ))}
    </span>
  );
}
