import { NamePerson } from '@/components/people/name-person';
import { BriefCard, DealCard } from '@/components/reading/deal-card';
import type { HereView } from '@/lib/domain/views';
import type { PanelModel } from '@/lib/state/panel';
import { t } from '@/lib/text/words';

type View<Is extends HereView['is']> = Extract<HereView, { is: Is }>;

/** The screens on which no deal is certain: they show no note and have no note box. */

export function ReadingScreen() {
  return (
    <section class="empty" aria-busy="true">
      <p class="empty-words quiet">{t('here.reading')}</p>
    </section>
  );
}

/** The browser's side panel, beside a page that Sideline has nothing to do with: somebody came to write about a person. */
export function NothingScreen({ panel }: { panel: PanelModel }) {
  return (
    <>
      <NamePerson named={panel.namePerson} people={panel.people.view.value?.people ?? []} focus />
      <section class="empty">
        <p class="empty-words">{t('beside.nothing')}</p>
        <p class="hint">{t('beside.nothingHint')}</p>
      </section>
    </>
  );
}

export function UnsureScreen({ view, panel }: { view: View<'unsure'>; panel: PanelModel }) {
  return (
    <>
      <section class="empty">
        <p class="empty-words">{t('here.unsure')}</p>
      </section>
      {view.read && (
        <section class="section">
          <h2 class="section-head">{t('here.whatIRead')}</h2>
          <BriefCard read={view.read} today={panel.today()} />
          <p class="hint">{t('here.unsureHint')}</p>
        </section>
      )}
    </>
  );
}

export function UnknownScreen() {
  return (
    <section class="empty">
      <p class="empty-words">{t('here.unknown')}</p>
      <p class="hint">{t('here.unknownHint')}</p>
    </section>
  );
}

export function ElsewhereScreen({ view, panel }: { view: View<'elsewhere'>; panel: PanelModel }) {
  return (
    <section class="empty">
      <p class="empty-words">{t('here.elsewhere', { crm: view.crmName })}</p>
      <p class="hint">{t('here.elsewhereHint')}</p>
      <div class="button-row">
        <button class="button" type="button" onClick={() => void panel.show('people')}>
          {t('here.people')}
        </button>
      </div>
    </section>
  );
}

/** The way on from a screen without a deal: a note on a person needs none. */
export function PersonFoot({ panel }: { panel: PanelModel }) {
  return (
    <footer class="panel-foot">
      <button
        class="button button-primary button-wide"
        type="button"
        onClick={() => void panel.show('people')}
      >
        {t('here.noteOnPerson')}
      </button>
      <p class="hint">{t('here.noteOnPersonHint')}</p>
    </footer>
  );
}

/** The number is known and all else is different: its notes stay hidden until the manager says whether it is the same. */
export function DoubtedScreen({ view, panel }: { view: View<'doubted'>; panel: PanelModel }) {
  const answer = (same: boolean) => void panel.answerSame(view.key, same);
  return (
    <>
      <section class="ask-card" data-line>
        <h2>{t('doubted.question')}</h2>
        <p class="hint">{t('doubted.words')}</p>
        <dl class="before-now">
          <dt>{t('doubted.before')}</dt>
          <dd>{view.before ?? t('doubted.nameless')}</dd>
          <dt>{t('doubted.now')}</dt>
          <dd>{view.now ?? t('doubted.nameless')}</dd>
        </dl>
        <div class="ask-card-foot">
          <button class="button" type="button" onClick={() => answer(true)}>
            {t('doubted.same')}
          </button>
          <button class="button" type="button" onClick={() => answer(false)}>
            {t('doubted.another')}
          </button>
        </div>
      </section>
      <section class="section">
        <h2 class="section-head">{t('here.whatIRead')}</h2>
        <DealCard read={view.read} today={panel.today()} />
      </section>
    </>
  );
}
