import { Icon } from '@/components/ui/icons';
import type { Fact, FactRow, Facts as FactsView } from '@/lib/domain/facts';
import { factSight, factWords, rowWords, sightWords, unreadWords } from '@/lib/text/facts';
import { byName, day, t } from '@/lib/text/words';

interface Props {
  facts: FactsView | null;
  rep: string;
  today: string;
}

/** What was seen of a person's deals: plain counts, each of which opens its rows. */
export function Facts({ facts, rep, today }: Props) {
  if (facts === null) return null;
  return (
    <section class="section" aria-label={t('facts.heading')}>
      <h2 class="section-head">
        {t('facts.heading')} {facts.seen > 0 && <small>{sightWords(facts)}</small>}
      </h2>
      {facts.seen === 0 ? (
        <p class="hint">{t('facts.nothing', { rep })}</p>
      ) : (
        <div class="facts">
          {facts.facts.map((fact) => (
            <OneFact key={fact.is} fact={fact} today={today} />
          ))}
          {facts.untold.map(({ is, unread }) => (
            <p class="hint" key={is} data-untold={is}>
              {unreadWords(is, unread)}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

/** A count of none has no rows to open. */
function OneFact({ fact, today }: { fact: Fact; today: string }) {
  const words = (
    <span>
      {factWords(fact)} <small>{factSight(fact)}</small>
    </span>
  );
  if (fact.rows.length === 0) {
    return (
      <p class="fact" data-fact={fact.is} data-count="0">
        {words}
      </p>
    );
  }
  const rows = fact.rows.toSorted((one, other) => byName(nameOf(one), nameOf(other)));
  return (
    <details class="fact" data-fact={fact.is} data-count={fact.rows.length}>
      <summary>
        {words}
        <Icon name="open" />
      </summary>
      <ul class="fact-rows">
        {rows.map((row) => (
          <li class="fact-row" key={row.deal} data-deal={row.deal}>
            <span>{nameOf(row)}</span>
            <small>{rowWords(fact.is, row, today)}</small>
            <small>{t('facts.lastSeen', { day: day(row.seen, today) })}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function nameOf({ name }: FactRow): string {
  return name ?? t('facts.nameless');
}
