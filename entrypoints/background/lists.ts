import { interpretRows } from '@/lib/crm/interpret/rows';
import { ownersOf, type ListReading, type Owner } from '@/lib/domain/list';
import { fieldViews } from '@/lib/domain/read-view';
import { isoDay } from '@/lib/domain/time';
import type { ListView, RowsPage } from '@/lib/domain/list-views';
import { addTeam as keepTeam, reps } from '@/lib/store/reps';
import { recipeOf, tellPage, type Background } from './background';
import type { Asked } from './asked';
import type { HeldList, TabState } from './memory';
import { Refused } from './refused';

/** The list or board on screen: its rows are held as long as it is, and nothing of them is kept. */

const ROWS_A_PAGE = 50;
const OWNERS_SHOWN = 200;

/** What an earlier life of the background held was lost with it. */
export function askAgain(state: TabState): void {
  if (state.listed > 0) void tellPage(state.tab, { to: 'page', name: 'rows-again' });
}

/** The list on screen, if rows of it are held. */
export function heldOf({ memory }: Background, state: TabState): HeldList | null {
  const held = memory.lists.get(state.tab);
  return held && held.page === state.page && held.seq === state.seq ? held : null;
}

/** What was read of the list on screen; null where the page is none, or nothing came of it yet. */
function readList(background: Background, state: TabState): ListReading | null {
  const held = heldOf(background, state);
  const recipe = recipeOf(state.crm);
  if (!held || !recipe) return null;
  const today = isoDay(held.list.at, held.list.offset);
  const { numberFormat } = state;
  held.read ??= interpretRows(held.list, [...held.rows.values()], recipe, { today, numberFormat });
  return held.read;
}

/** What the panel shows of a list; null where the page's recipe reads no rows. */
export async function listView(background: Background, state: TabState): Promise<ListView | null> {
  const { reading, site, crm } = state;
  const recipe = recipeOf(crm);
  const kind = reading?.pageKind;
  if (!recipe || !site || (kind !== 'list' && kind !== 'board')) return null;
  if (!recipe.pages.some((page) => page.kind === kind && page.rows !== undefined)) return null;
  const read = readList(background, state);
  if (read === null) askAgain(state);
  const { owners, nobody } = ownersOf(read?.rows ?? [], await reps(background.store), site);
  return {
    crmName: recipe.name,
    kind,
    seen: read?.rows.length ?? 0,
    count: read?.count ?? { of: null, atLeast: null },
    owners: owners.slice(0, OWNERS_SHOWN).map(line),
    nobody: nobody.length,
    absent: read?.absent ?? [],
  };
}

const line = ({ key, name, rep, onTeam, rows }: Owner) => ({ key, name, rep, onTeam, deals: rows.length });

/** The rows of one owner, or nobody's. */
export async function listRows(
  background: Background,
  state: TabState | null,
  { owner, after }: { owner: string | null; after: number },
): Promise<RowsPage> {
  const read = state && readList(background, state);
  if (!read || !state.site) return { rows: [], after: null };
  const { owners, nobody } = ownersOf(read.rows, await reps(background.store), state.site);
  const rows = owner === null ? nobody : (owners.find(({ key }) => key === owner)?.rows ?? []);
  const shown = rows.slice(after, after + ROWS_A_PAGE);
  return {
    rows: shown.map(({ key, fields }) => ({ key, fields: fieldViews(fields) })),
    after: after + shown.length < rows.length ? after + shown.length : null,
  };
}

/** Makes owners of the list on screen part of the team, in one step. Who is known to be none of it stays so. */
export async function addTeam(
  background: Background,
  { ask, operation, at, state }: Asked<'addTeam'>,
): Promise<Record<never, never>> {
  const read = state && readList(background, state);
  const site = state?.site;
  if (!read || !site) throw new Refused('page-moved-on');
  const { owners } = ownersOf(read.rows, await reps(background.store), site);
  const wanted = owners.filter(({ key, onTeam }) => ask.owners.includes(key) && onTeam === null);
  const reads = wanted.map(({ name, userId }) => ({
    alias: { site, name, userId },
    at,
    newId: crypto.randomUUID(),
  }));
  await keepTeam(background.store, operation, reads);
  return {};
}
