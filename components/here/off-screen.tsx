import { Problem } from '@/components/ui/problem';
import { DealCard } from '@/components/reading/deal-card';
import type { HereView } from '@/lib/domain/views';
import type { PanelModel } from '@/lib/state/panel';
import { refusalWords } from '@/lib/text/refusal';
import { number, t } from '@/lib/text/words';

export type OffView = Extract<HereView, { is: 'off' }>;

/** A site that is not turned on: what one look recognised. */
export function OffScreen({ view, panel }: { view: OffView; panel: PanelModel }) {
  const { recognised } = view;
  return (
    <>
      <section class="empty">
        <p class="empty-words">{t('off.words')}</p>
      </section>
      {recognised ? (
        <section class="section">
          <h2 class="section-head">
            {t('off.looksLike', {
              crm: recognised.crmName,
              read: number(recognised.fields.length),
              all: number(recognised.fields.length + recognised.missing.length),
            })}
          </h2>
          <DealCard read={recognised} today={panel.today()} site={new URL(view.origin).host} />
          <p class="hint">{t('off.notKept')}</p>
        </section>
      ) : (
        <NotRecognised view={view} panel={panel} />
      )}
    </>
  );
}

function NotRecognised({ view, panel }: { view: OffView; panel: PanelModel }) {
  if (!view.looked) return <p class="hint">{t('off.looking')}</p>;
  return (
    <section class="section">
      <p>{t('off.unknown')}</p>
      <p class="hint">{t('off.unknownHint')}</p>
      <button
        class="more"
        type="button"
        // In the page itself nothing of what is kept is shown while Sideline is off there.
        onClick={() => (panel.mayOpenBeside.value ? panel.openBeside() : panel.openWorkspace('people'))}
      >
        {t('off.noteOnPerson')}
      </button>
    </section>
  );
}

/** The one act of an off site. The browser's own question follows the click. */
export function OffFoot({ view, panel }: { view: OffView; panel: PanelModel }) {
  const problem = panel.settings.problem.value;
  return (
    <footer class="panel-foot">
      {problem && <Problem>{refusalWords(problem)}</Problem>}
      <button
        class="button button-primary button-wide"
        type="button"
        onClick={() => void panel.settings.turnOn(view.origin)}
      >
        {t('off.use')}
      </button>
      <p class="hint">{t('off.useHint')}</p>
    </footer>
  );
}
