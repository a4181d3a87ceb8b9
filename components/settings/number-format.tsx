import { OneOf } from '@/components/ui/one-of';
import type { NumberFormat } from '@/lib/domain/number-format';
import { t } from '@/lib/text/words';

interface Props {
  format: NumberFormat | null;
  choose(next: NumberFormat | null): void;
}

/** How numbers and days are written on pages that do not tell; without it they stay ambiguous there. */
export function NumberFormatChoice({ format, choose }: Props) {
  return (
    <section class="stack-close">
      <h2 class="section-head">
        {t('settings.numbers')} <small>{t('settings.numbersHint')}</small>
      </h2>
      <div>
        <OneOf<NumberFormat | 'page'>
          look="chips"
          legend={t('settings.numbers')}
          chosen={format ?? 'page'}
          options={[
            { value: 'page', words: t('settings.numbersPage') },
            { value: 'en-US', words: t('settings.numbersUS') },
            { value: 'en-GB', words: t('settings.numbersGB') },
            { value: 'de-DE', words: t('settings.numbersDE') },
          ]}
          choose={(value) => choose(value === 'page' ? null : value)}
        />
      </div>
    </section>
  );
}
