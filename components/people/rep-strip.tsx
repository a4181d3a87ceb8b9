import { Monogram } from '@/components/ui/monogram';
import { PrivateWords } from '@/components/notes/private-words';
import type { PromiseLine, RepView } from '@/lib/domain/views';
import { day, t } from '@/lib/text/words';
import { TeamQuestion } from './team-question';

interface Props {
  rep: RepView;
  /** Leads to the person; absent where the person is what the screen shows. */
  open?: () => void;
  answerTeam(onTeam: boolean): void;
  /** One thing that is open between the two, and the day by which it is seen. */
  promise?: PromiseLine | null;
  today?: string;
}

/** Who it is about: first on a deal and on a person. */
export function RepStrip({ rep, open, answerTeam, promise, today }: Props) {
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
        <span class="rep-strip-open">
          {promise ? <OpenThing promise={promise} rep={rep} today={today ?? ''} /> : teamWords(rep.onTeam)}
        </span>
      )}
    </section>
  );
}

function OpenThing({ promise, rep, today }: { promise: PromiseLine; rep: RepView; today: string }) {
  const { who, what, due, privacy } = promise;
  return (
    <>
      {who === 'manager' ? t('promise.strip') : t('promise.stripRep', { rep: rep.name })}{' '}
      <PrivateWords privacy={privacy}>{what}</PrivateWords>
      {due !== null && `, ${t('promise.by', { day: day(due, today) })}`}
    </>
  );
}

function teamWords(onTeam: boolean): string {
  return onTeam ? t('team.onTeam') : t('team.notOnTeam');
}
