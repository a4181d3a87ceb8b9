import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/ui/icons';
import type { SettingsView, SiteLine } from '@/lib/domain/views';
import type { SettingsModel } from '@/lib/state/settings';
import { refusalWords } from '@/lib/text/refusal';
import { day, t } from '@/lib/text/words';

interface Props {
  view: SettingsView;
  settings: SettingsModel;
  today: string;
}

/** Where Sideline works: each site is switched off in one click, and one can be added by its address. */
export function Sites({ view, settings, today }: Props) {
  return (
    <section class="stack-close">
      <h2 class="section-head">
        {t('settings.sites')} <small>{t('settings.sitesHint')}</small>
      </h2>
      {view.sites.length === 0 ? (
        <p>{t('settings.noSites')}</p>
      ) : (
        <div class="rows">
          {view.sites.map((site) => (
            <SiteRow key={site.id} site={site} today={today} turnOff={() => void settings.turnOff(site)} />
          ))}
        </div>
      )}
      <AddSite settings={settings} />
    </section>
  );
}

function SiteRow({ site, today, turnOff }: { site: SiteLine; today: string; turnOff(): void }) {
  const [first = ''] = site.origins;
  const since = { day: day(site.addedAt, today) };
  const words = site.crmName
    ? t('settings.since', { crm: site.crmName, ...since })
    : t('settings.sinceNoCrm', since);
  return (
    <div class="row" data-site={first}>
      <span class="row-words">
        {site.origins.map((origin) => (
          <strong key={origin}>{shownOrigin(origin)}</strong>
        ))}
        <small>{site.granted ? words : t('settings.notGranted')}</small>
      </span>
      <button
        class="button button-small"
        type="button"
        aria-label={t('settings.turnOffOf', { site: shownOrigin(first) })}
        onClick={turnOff}
      >
        {t('settings.turnOff')}
      </button>
    </div>
  );
}

/** https goes without saying; plain http is said. */
function shownOrigin(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}

function AddSite({ settings }: { settings: SettingsModel }) {
  const [address, write] = useState('');
  const id = useId();
  const problem = settings.problem.value;
  const add = async () => {
    if (await settings.turnOn(address)) write('');
  };
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="field">
        <label class="field-label" for={id}>
          {t('settings.add')}
        </label>
        <input
          class="input"
          id={id}
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('settings.addPlaceholder')}
          value={address}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-hint`}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </div>
      <button class="button button-primary" type="submit" aria-disabled={settings.busy.value}>
        {t('settings.turnOn')}
      </button>
      {problem ? (
        <p class="field-error" id={`${id}-hint`} role="alert">
          <Icon name="problem" />
          {refusalWords(problem)}
        </p>
      ) : (
        <p class="field-hint" id={`${id}-hint`}>
          {t('settings.addHint')}
        </p>
      )}
    </form>
  );
}
