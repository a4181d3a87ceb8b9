import type { FromPage, PageAnswers } from '@/lib/messages/protocol';
import { showHere, stateOf, type Background } from './background';
import { askAgain, heldOf } from './lists';
import type { TabState } from './memory';
import { hereView } from './views';

/** Takes in the rows of the list or board on screen. They are held as long as it is, and nothing of them is kept. */

const ROWS_HELD = 5_000;
/** Rows come in many messages: the panel is shown them together. Milliseconds. */
const SHOW_WITHIN = 100;

type Rows = Extract<FromPage, { name: 'rows' }>;

/** Takes rows of the list that a tab shows. Those of a page that was left, or of a site that is off, are not taken. */
export function rowsSeen(background: Background, state: TabState, said: Rows): PageAnswers['rows'] {
  const { seq, list, rows } = said;
  const isOfThis = seq === state.seq && state.is === 'settled' && list.origin === state.origin;
  if (!isOfThis || state.once || list.crm !== state.crm) return {};
  const before = heldOf(background, state);
  const held = before ?? { page: state.page, seq, list, rows: new Map(), read: null };
  held.list = list;
  held.read = null;
  for (const row of rows)
    if (held.rows.has(row.key) || held.rows.size < ROWS_HELD) held.rows.set(row.key, row);
  background.memory.lists.set(state.tab, held);
  if (before === null) askAgain(state);
  state.listed = held.rows.size;
  background.keep();
  void showSoon(background, state);
  return {};
}

const soon = new WeakSet<TabState>();

async function showSoon(background: Background, state: TabState): Promise<void> {
  if (soon.has(state)) return;
  soon.add(state);
  await new Promise((resolve) => setTimeout(resolve, SHOW_WITHIN));
  soon.delete(state);
  const { seq } = state;
  const view = await hereView(background, state, state.reading?.at.slice(0, 10) ?? '');
  if (state.seq === seq && stateOf(background, state.tab, state.page)) showHere(background, state.tab, view);
}
