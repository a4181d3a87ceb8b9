import { PrivateWords } from '@/components/notes/private-words';
import type { CommitmentId } from '@/lib/domain/ids';
import type { PromiseLine } from '@/lib/domain/views';
import { day, t } from '@/lib/text/words';

interface Props {
  promises: PromiseLine[];
  /** Whom they are with. */
  rep: string;
  today: string;
  setKept(id: CommitmentId, kept: boolean): void;
}

/** What the two promised each other and have not kept yet. A day that has passed is plain ink. */
export function Promises({ promises, rep, today, setKept }: Props) {
  if (promises.length === 0) return null;
  return (
    <section class="section">
      <h2 class="section-head">{t('promise.heading')}</h2>
      <div>
        {promises.map((promise) => (
          <div class="promise" key={promise.id}>
            <input
              type="checkbox"
              aria-label={
                promise.privacy === 'private'
                  ? t('promise.kept')
                  : t('promise.keptOf', { what: promise.what })
              }
              onChange={(event) => setKept(promise.id, event.currentTarget.checked)}
            />
            <span class="promise-words">
              <span class="quiet">{promise.who === 'manager' ? t('promise.you') : rep}</span>{' '}
              <PrivateWords privacy={promise.privacy}>{promise.what}</PrivateWords>
            </span>
            <span class="hint promise-when">
              {promise.due === null ? t('promise.noDay') : day(promise.due, today)}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
