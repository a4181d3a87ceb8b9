/** The columns that a list of deals can have. Each is a word of every language and a `data-field`. */
export const COLUMNS = [
  'name',
  'account',
  'owner',
  'stage',
  'amount',
  'closeDate',
  'lastActivity',
  'score',
  'status',
  'nextStep',
  'createdDate',
] as const;

/** One of them. */
export type Column = (typeof COLUMNS)[number];

/** What a list shows where nothing is said. */
export const LIST_COLUMNS: readonly Column[] = COLUMNS.slice(0, 8);

/** What a card of a board shows where nothing is said. */
export const CARD_COLUMNS: readonly Column[] = ['name', 'account', 'amount', 'owner'];
