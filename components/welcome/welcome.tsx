import { useId, useState } from 'preact/hooks';
import { Icon, Mark } from '@/components/ui/icons';
import type { Persistence } from '@/lib/state/workspace';
import { persistenceWords } from '@/lib/text/persistence';
import { t } from '@/lib/text/words';

/** The first page: what Sideline is for, how to begin, and what happens to what is written. */
export function Welcome({ persistence }: { persistence: Persistence | null }) {
  return (
    <main class="one-job">
      <div class="one-job-card">
        <header class="stack-close">
          <span class="brand brand-large">
            <Mark />
            {t('extName')}
          </span>
          <h1>{t('welcome.promise')}</h1>
        </header>
        <MyCrm />
        <p class="hint privacy">
          <Icon name="computer" />
          <span>
            <span>{t('welcome.local')}</span>
            <span>{t('welcome.until')}</span>
            <strong>{t('welcome.removing')}</strong>
            {persistence && <span role="status">{persistenceWords(persistence)}</span>}
          </span>
        </p>
        <nav class="button-row" aria-label={t('workspace.nav')}>
          <a href="#people">{t('workspace.people')}</a>
          <a href="#settings">{t('workspace.settings')}</a>
        </nav>
      </div>
    </main>
  );
}

function MyCrm() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="ways">
      <div class="way">
        <Icon name="panel" />
        <div>
          <strong>{t('welcome.crm')}</strong>
          <span class="quiet">{t('welcome.crmHow')}</span>
        </div>
        <button
          class="button button-primary"
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? t('welcome.hide') : t('welcome.show')}
        </button>
      </div>
      <ol class="steps" id={id} hidden={!open}>
        <li>{t('welcome.step1')}</li>
        <li>{t('welcome.step2')}</li>
        <li>{t('welcome.step3')}</li>
      </ol>
    </div>
  );
}
