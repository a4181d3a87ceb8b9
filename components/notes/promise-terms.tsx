import { useId } from 'preact/hooks';
import { OneOf } from '@/components/ui/one-of';
import type { Party, PromiseTerms } from '@/lib/domain/commitment';
import { t } from '@/lib/text/words';

interface Props {
  terms: PromiseTerms;
  /** The rep's name, or null where it is not known. */
  rep: string | null;
  change(next: PromiseTerms): void;
}

/** Who promises, and by when. What is promised are the words of the note. */
export function Terms({ terms, rep, change }: Props) {
  const id = useId();
  return (
    <div class="terms">
      <OneOf<Party>
        look="segments"
        legend={t('promise.who')}
        chosen={terms.who}
        options={[
          { value: 'manager', words: t('promise.me') },
          { value: 'rep', words: rep === null ? t('promise.theyNameless') : t('promise.they', { rep }) },
        ]}
        choose={(who) => change({ ...terms, who })}
      />
      <label class="terms-due" for={id}>
        {t('promise.due')}
        <input
          class="input"
          id={id}
          type="date"
          value={terms.due ?? ''}
          onInput={(event) => change({ ...terms, due: event.currentTarget.value || null })}
        />
      </label>
    </div>
  );
}
