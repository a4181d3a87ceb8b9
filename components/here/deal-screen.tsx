import { DealNotes } from '@/components/notes/note-list';
import { RepStrip } from '@/components/people/rep-strip';
import { Reading } from '@/components/reading/deal-card';
import { LostLine } from '@/components/reading/lost-line';
import type { StageKind } from '@/lib/domain/stage';
import type { DealView } from '@/lib/domain/views';
import type { PanelModel } from '@/lib/state/panel';
import { t } from '@/lib/text/words';
import { Asks } from './asks';
import { WhoseDeal } from './whose-deal';

/** A deal: whose it is, what to ask, the latest note, and what was read. */
export function DealScreen({ deal, panel }: { deal: DealView; panel: PanelModel }) {
  const { rep } = deal;
  const today = panel.today();
  const sayKind = (stage: string) => (kind: StageKind) => void panel.setStageKind(stage, kind);
  return (
    <>
      {rep && (
        <RepStrip
          rep={rep}
          promise={deal.promise}
          today={today}
          open={() => void panel.show('people', rep.id)}
          answerTeam={(onTeam) => void panel.answerTeam(rep.id, onTeam)}
        />
      )}
      {deal.askOwner && (
        <WhoseDeal
          key={deal.key}
          deal={deal}
          say={(chosen, name) => void panel.sayOwner(deal.key, chosen, name)}
        />
      )}
      <Asks rep={rep?.name ?? null} asks={deal.asks} today={today} ask={panel.hereBox.ask} />
      {deal.notes.count === 0 ? (
        <section class="empty" data-line>
          <p class="empty-words">{t('here.first')}</p>
        </section>
      ) : (
        <DealNotes notes={deal.notes} list={panel.hereNotes} today={today} about="stage" />
      )}
      <Reading
        key={`reading ${deal.key}`}
        read={deal.read}
        today={today}
        {...(deal.stage && {
          stage: { known: deal.stage, kinds: panel.stageKinds(), say: sayKind(deal.stage.name) },
        })}
      />
      <LostLine key={`lost ${deal.key}`} deal={deal} report={panel.report} />
    </>
  );
}
