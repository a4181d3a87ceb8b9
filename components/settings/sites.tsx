import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/ui/icons';
import { JoinSites } from './join-sites';
import { shownOrigin } from './shown-origin';
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
            <SiteRow
              key={site.id}
              site={site}
              others={view.sites.filter((one) => one !== site && isOneCrm(one, site))}
              settings={settings}
              today={today}
            />
          ))}
        </div>
      )}
      <AddSite settings={settings} />
    </section>
  );
}

/** What it takes for two addresses to be perhaps one CRM; the rest shows when they are joined. */
function isOneCrm(one: SiteLine, other: SiteLine): boolean {
  return one.crmName !== null && one.crmName === other.crmName;
}

interface RowProps {
  site: SiteLine;
  /** Those that it may be one CRM with. */
  others: SiteLine[];
  settings: SettingsModel;
  today: string;
}

function SiteRow({ site, others, settings, today }: RowProps) {
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
      <span class="row-actions">
        {others.length > 0 && <JoinSites site={site} others={others} settings={settings} />}
        <button
          class="button button-small"
          type="button"
          aria-label={t('settings.turnOffOf', { site: shownOrigin(first) })}
          onClick={() => void settings.turnOff(site)}
        >
          {t('settings.turnOff')}
        </button>
      </span>
    </div>
  );
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
