import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon, Mark, type IconName } from '@/components/ui/icons';
import { EXAMPLE_LINK } from '@/lib/state/example';
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
        <div class="ways">
          <MyCrm />
          <Way icon="file" name={t('welcome.file')} how={t('welcome.fileLater')} />
          <Way icon="people" name={t('welcome.example')} how={t('welcome.exampleHow')}>
            <a class="button" href={EXAMPLE_LINK}>
              {t('welcome.lookAround')}
            </a>
          </Way>
        </div>
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

interface WayProps {
  icon: IconName;
  name: string;
  how: string;
  /** The one thing to press; none where it is not there yet. */
  children?: ComponentChildren;
}

/** One way to begin. */
function Way({ icon, name, how, children }: WayProps) {
  return (
    <div class="way">
      <Icon name={icon} />
      <div>
        <strong>{name}</strong>
        <span class="quiet">{how}</span>
      </div>
      {children}
    </div>
  );
}

function MyCrm() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Way icon="panel" name={t('welcome.crm')} how={t('welcome.crmHow')}>
        <button
          class="button button-primary"
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? t('welcome.hide') : t('welcome.show')}
        </button>
      </Way>
      <ol class="steps" id={id} hidden={!open}>
        <li>{t('welcome.step1')}</li>
        <li>{t('welcome.step2')}</li>
        <li>{t('welcome.step3')}</li>
      </ol>
    </div>
  );
}
