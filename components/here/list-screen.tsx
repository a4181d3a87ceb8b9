import { Icon } from '@/components/ui/icons';
import { Problem } from '@/components/ui/problem';
import type { ListView, OwnerLine } from '@/lib/domain/list-views';
import type { ListRowsModel } from '@/lib/state/list-rows';
import type { PanelModel } from '@/lib/state/panel';
import { absentWords, rowDetail, rowName, seenWords } from '@/lib/text/list';
import { refusalWords } from '@/lib/text/refusal';
import { byName, count, t } from '@/lib/text/words';

interface Props {
  list: ListView;
  panel: PanelModel;
}

/** A list or board: whose deals it shows, how much of it was seen, and what it does not show. */
export function ListScreen({ list, panel }: Props) {
  if (list.seen === 0) {
    return (
      <section class="empty">
        <p class="empty-words">{list.kind === 'board' ? t('list.scrollBoard') : t('list.scroll')}</p>
      </section>
    );
  }
  const rows = panel.listRows;
  return (
    <>
      <section class="section">
        <h2 class="section-head">
          {list.kind === 'board' ? t('list.boardHeading') : t('list.heading')}{' '}
          <small>{t('people.byName')}</small>
        </h2>
        <div class="facts">
          {list.owners
            .toSorted((one, other) => byName(one.name, other.name))
            .map((owner) => (
              <Deals key={owner.key} owner={owner} rows={rows} today={panel.today()} />
            ))}
          {list.nobody > 0 && (
            <Deals
              owner={{ key: null, name: t('list.nobody'), deals: list.nobody }}
              rows={rows}
              today={panel.today()}
            />
          )}
        </div>
        {rows.problem.value && <Problem>{refusalWords(rows.problem.value)}</Problem>}
      </section>
      <section class="section" data-line data-seen={list.seen}>
        <p class="quiet">{seenWords(list)}</p>
        <Gauge list={list} />
      </section>
      {list.absent.length > 0 && (
        <section class="section" data-line>
          <p class="lacks">
            {absentWords(list)} <small>{t('list.lacksHint', { crm: list.crmName })}</small>
          </p>
        </section>
      )}
    </>
  );
}

interface DealsProps {
  owner: Pick<OwnerLine, 'name' | 'deals'> & { key: string | null };
  rows: ListRowsModel;
  today: string;
}

/** How many deals of one owner were seen; it opens to them. */
function Deals({ owner, rows, today }: DealsProps) {
  const shown = rows.shown.value[owner.key ?? ''];
  return (
    <details
      class="fact"
      data-line
      data-owner={owner.name}
      data-count={owner.deals}
      onToggle={(event) => void (event.currentTarget.open ? rows.open(owner.key) : rows.close(owner.key))}
    >
      <summary>
        <span>
          <span class="row-name">{owner.name}</span> <small>{count('list.deals', owner.deals)}</small>
        </span>
        <Icon name="open" />
      </summary>
      <ul class="fact-rows">
        {shown?.rows.map((row) => (
          <li class="list-row" key={row.key}>
            <span>{rowName(row)}</span>
            <small>{rowDetail(row, today)}</small>
          </li>
        ))}
      </ul>
      {shown?.more && (
        <button class="more" type="button" onClick={() => void rows.more(owner.key)}>
          {t('list.more')}
        </button>
      )}
    </details>
  );
}

/** How much of the list was seen, where the page says how long it is. */
function Gauge({
  list: {
    seen,
    count: { of },
  },
}: {
  list: ListView;
}) {
  if (of === null || of === 0) return null;
  return (
    <svg class="gauge" viewBox={`0 0 ${of} 3`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="gauge-all" width={of} height="3" />
      <rect class="gauge-done" width={Math.min(seen, of)} height="3" />
    </svg>
  );
}

/** Owners of whom the manager never said whether they are on the team. */
const unasked = (list: ListView): OwnerLine[] => list.owners.filter(({ onTeam }) => onTeam === null);

/** The one act of a list: to take its owners onto the team. */
export function ListFoot({ list, panel }: Props) {
  const owners = unasked(list);
  if (owners.length === 0) return null;
  return (
    <footer class="panel-foot">
      <p class="hint">{count('list.own', owners.length)}</p>
      <button
        class="button button-primary button-wide"
        type="button"
        onClick={() => void panel.addTeam(owners.map(({ key }) => key))}
      >
        {owners.length === 1
          ? t('list.addOne', { rep: owners[0]?.name ?? '' })
          : count('list.add', owners.length)}
      </button>
    </footer>
  );
}
