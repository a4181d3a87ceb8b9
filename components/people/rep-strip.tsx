import { Monogram } from '@/components/ui/monogram';
import type { RepView } from '@/lib/domain/views';
import { t } from '@/lib/text/words';
import { TeamQuestion } from './team-question';

interface Props {
  rep: RepView;
  /** Leads to the person; absent where the person is what the screen shows. */
  open?: () => void;
  answerTeam(onTeam: boolean): void;
}

/** Who it is about: first on a deal and on a person. */
export function RepStrip({ rep, open, answerTeam }: Props) {
  return (
    <section class="rep-strip" data-line>
      <Monogram name={rep.name} />
      {open ? (
        <button class="rep-strip-name" type="button" onClick={open}>
          {rep.name}
        </button>
      ) : (
        <h2 class="rep-strip-name">{rep.name}</h2>
      )}
      {rep.onTeam === null ? (
        <TeamQuestion rep={rep} answer={answerTeam} />
      ) : (
        <span class="rep-strip-open">{rep.onTeam ? t('team.onTeam') : t('team.notOnTeam')}</span>
      )}
    </section>
  );
}
