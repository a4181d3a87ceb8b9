import { inOrder } from '@/components/people/people-list';
import { NOTE_KINDS, type NoteKind } from '@/lib/domain/note';
import type { PersonLine } from '@/lib/domain/views';
import type { FindModel } from '@/lib/state/find';
import { kindWords } from '@/lib/text/kind';
import { t } from '@/lib/text/words';

/** Narrows what is found to one person, one kind of note, one deal. */
export function Filters({ find, people }: { find: FindModel; people: PersonLine[] }) {
  const { rep, kind, deal } = find.filters.value;
  return (
    <div class="filters" role="group" aria-label={t('find.narrow')}>
      <select
        class="select"
        aria-label={t('find.people')}
        value={rep ?? ''}
        onChange={(event) => void find.narrow({ rep: event.currentTarget.value || null })}
      >
        <option value="">{t('find.anyone')}</option>
        {inOrder(people).map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      <select
        class="select"
        aria-label={t('kind.name')}
        value={kind ?? ''}
        onChange={(event) => void find.narrow({ kind: kindOf(event.currentTarget.value) })}
      >
        <option value="">{t('find.anyKind')}</option>
        {NOTE_KINDS.map((one) => (
          <option key={one} value={one}>
            {kindWords(one)}
          </option>
        ))}
      </select>
      {deal !== null && (
        <button class="button button-small" type="button" onClick={() => void find.narrow({ deal: null })}>
          {t('find.onlyDeal', { deal: deal.name ?? t('note.deal') })}
          <span aria-hidden="true">×</span>
          <span class="out-of-sight">{t('find.allDeals')}</span>
        </button>
      )}
    </div>
  );
}

function kindOf(value: string): NoteKind | null {
  return NOTE_KINDS.find((kind) => kind === value) ?? null;
}
