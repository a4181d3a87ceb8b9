import type { PageRecipe } from '@/lib/crm/recipe';
import type { StageKind } from '@/lib/domain/stage';
import { once } from './locale';
import { stageLines, type NamedKind } from './stages/words';
import { inert } from './text';
import { wordKey } from './word-table';

/** The words for the ends that one CRM alone has. */
type Ends = Pick<PageRecipe, 'won' | 'lost'>;

/** The kinds of a deal that is still open, in the order in which it goes through them. */
const OPEN_KINDS: readonly NamedKind[] = ['new', 'qualified', 'proposal', 'negotiation'];

/** What CRMs write before and after a stage's name: its number, how likely it is to be won. */
const BESIDE = /^\(?\d{1,3}(?:\s*%)?\)?\s*[-–—.:)]*\s*(?=\D)|\s*[-–—]?\s*\(?\d{1,3}\s*%\)?$/g;

/**
 * What the stages of one pipeline are. A name tells it; along the open stages kinds never go back, so a name that the others
 * contradict tells nothing. A stage that nothing is told of stands between its neighbours: it is of their kind where both are
 * of one, and else the team's own. Won and lost are told by names alone, wherever they stand.
 * @param stages as the CRM calls them, in the pipeline's order
 * @returns one kind for each stage
 */
export function kindsOf(stages: readonly string[], ends: Ends = {}): readonly StageKind[] {
  const named = stages.map((stage) => kindNamed(stage, ends));
  const open = uncontradicted(named.map((kind) => (kind === null ? -1 : OPEN_KINDS.indexOf(kind))));
  const told = named.map((kind, at) =>
    kind === 'won' || kind === 'lost' || open[at] === true ? kind : null,
  );
  return told.map((kind, at) => {
    const before = told.slice(0, at).findLast((one) => one !== null);
    const after = told.slice(at).find((one) => one !== null);
    return kind ?? (isOpen(before) && before === after ? before : 'own');
  });
}

/** The kind that a stage's name tells by itself, or null. */
export function kindNamed(stage: string, ends: Ends = {}): NamedKind | null {
  const word = inert(stage).toLowerCase();
  if (ends.won?.includes(word)) return 'won';
  if (ends.lost?.includes(word)) return 'lost';
  return kinds().get(wordKey(stage).replace(BESIDE, '')) ?? null;
}

const kinds = once(() => {
  const all = new Map<string, NamedKind>();
  for (const { meaning, words } of stageLines()) for (const word of words) all.set(wordKey(word), meaning);
  return all;
});

function isOpen(kind: NamedKind | null | undefined): kind is NamedKind {
  return kind !== null && kind !== undefined && OPEN_KINDS.includes(kind);
}

/**
 * Which of the numbers are on every longest way that never goes back: where one stands out of its order it is left out, where
 * two contradict each other and nothing tells which is right, both are. Those below zero are on none.
 */
function uncontradicted(ranks: readonly number[]): boolean[] {
  const upTo = longestWays(ranks);
  const from = longestWays(ranks.map((rank) => (rank < 0 ? rank : OPEN_KINDS.length - rank)).toReversed());
  const longest = Math.max(0, ...upTo);
  const steps = ranks.map((_, at) => {
    const step = upTo[at] ?? 0;
    return step > 0 && step + (from[ranks.length - 1 - at] ?? 0) - 1 === longest ? step : 0;
  });
  return steps.map((step) => step > 0 && steps.filter((one) => one === step).length === 1);
}

/** For each number, how many are on the longest way to it that never goes back; 0 for those below zero. */
function longestWays(ranks: readonly number[]): number[] {
  const ways: number[] = [];
  for (const rank of ranks) {
    const before = ways.filter((_, earlier) => (ranks[earlier] ?? rank) <= rank);
    ways.push(rank < 0 ? 0 : 1 + Math.max(0, ...before));
  }
  return ways;
}
