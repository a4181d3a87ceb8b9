import type { ReadingsView } from '@/lib/domain/views';
import { t } from '@/lib/text/words';

/** For developers and for checks from outside: the last readings as they were made. */
export function Readings({ view }: { view: ReadingsView }) {
  return (
    <div class="detail">
      <header class="detail-head">
        <div class="detail-title">
          <h1>{t('readings.title')}</h1>
          <p>{t('readings.hint')}</p>
        </div>
      </header>
      {view.readings.length === 0 && <p>{t('readings.none')}</p>}
      <pre class="raw" data-readings tabIndex={0} aria-label={t('readings.title')}>
        {JSON.stringify(view.readings, null, 2)}
      </pre>
    </div>
  );
}
