import { useId, useRef, useState } from 'preact/hooks';
import { OneOf } from '@/components/ui/one-of';
import { Problem } from '@/components/ui/problem';
import type { SiteLine } from '@/lib/domain/views';
import type { SettingsModel } from '@/lib/state/settings';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';
import { shownOrigin } from './shown-origin';

interface Props {
  site: SiteLine;
  /** Those that it may be one CRM with. */
  others: SiteLine[];
  settings: SettingsModel;
}

/** Two addresses of one CRM become one site: asked in a dialog, for it cannot be taken apart again. */
export function JoinSites({ site, others, settings }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, choose] = useState(others[0]?.id ?? '');
  const id = useId();
  const name = shownOrigin(site.origins[0] ?? '');
  const problem = settings.joinProblem.value;
  const join = async () => {
    const into = others.find((one) => one.id === chosen) ?? others[0];
    if (into !== undefined && (await settings.join(site, into))) dialog.current?.close();
  };
  return (
    <>
      <button
        class="button button-small"
        type="button"
        aria-label={t('settings.joinOf', { site: name })}
        onClick={() => dialog.current?.showModal()}
      >
        {t('settings.join')}
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-ask`} onClose={settings.joinLeft}>
        <form
          class="stack-close"
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            void join();
          }}
        >
          <h2 id={`${id}-ask`}>{t('settings.joinAsk', { site: name })}</h2>
          <OneOf
            look="chips"
            legend={t('settings.joinAsk', { site: name })}
            chosen={chosen}
            options={others.map((other) => ({
              value: other.id,
              words: other.origins.map(shownOrigin).join(', '),
            }))}
            choose={choose}
          />
          <p>{t('settings.joinWords')}</p>
          {problem && <Problem>{refusalWords(problem)}</Problem>}
          <div class="button-row">
            <button class="button" type="submit">
              {t('settings.joinDo')}
            </button>
            <button class="button button-plain" type="button" onClick={() => dialog.current?.close()}>
              {t('settings.joinCancel')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
