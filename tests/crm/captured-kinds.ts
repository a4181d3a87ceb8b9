import type { TrueAmount, TrueFields, Truth } from './score';

/** What a person can see on each kind of captured page, made of what the database held of its deals. */

/** Its folder's `truth.json`: what the database held of each deal. */
export interface Held {
  id: number | string;
  name: string;
  account: string | null;
  owner: string | null;
  amount: number;
  currency: string;
  stage: string;
  closeDate?: string | null;
  /** `11/30/2026` */
  closeShown?: string;
  alias?: string;
  nextStep?: string;
  /** The first planned one, with ` @` and its day. */
  nextActivities?: string | null;
}

const amount = (deal: Held, about = false): TrueAmount => ({
  value: String(deal.amount),
  currency: deal.currency,
  ...(about && { about }),
});

const usDay = (shown = ''): string | null => {
  const [month = '', day = '', year = ''] = shown.split('/');
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** Atomic CRM keeps `proposal-sent` and shows "Proposal Sent"; one key is spelled otherwise than its name. */
const named = (key: string): string =>
  key
    .replace('negociation', 'negotiation')
    .split('-')
    .map((word) => (word === 'in' ? 'In' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

/** What follows from the end of a deal; that it is open is nowhere said. */
function ended(stage: string): TrueFields {
  const end = /(won|lost)$/i.exec(stage)?.[1]?.toLowerCase();
  return end === undefined ? {} : { status: end };
}

/** One kind of captured page: its name, with the deal's id where it has one, and what it shows. */
export interface Kind {
  crm: string;
  name: RegExp;
  truth(held: Held[], id: string, html: string): Truth;
}

const record =
  (fields: (deal: Held) => TrueFields) =>
  (held: Held[], id: string): Truth => {
    const deal = held.find((one) => String(one.id) === id);
    if (deal === undefined) throw new Error(`No truth on ${id}`);
    return { kind: 'deal', recordId: id, fields: fields(deal) };
  };

const UNITED_OIL = '006fj0000000003AAA';

/**
 * The rows of a page: the deals that are on it at all.
 * @param is whether a deal is on the page
 * @param of the page's own count; null where it names none
 */
const rows =
  (
    kind: 'list' | 'board',
    fields: (deal: Held) => TrueFields,
    options: { is(deal: Held, html: string): boolean; ids: boolean; of?: (all: number) => number },
  ) =>
  (held: Held[], _id: string, html: string): Truth => {
    const shown = held.filter((deal) => options.is(deal, html));
    return {
      kind,
      rows: shown.map((deal) => ({ id: options.ids ? String(deal.id) : null, ...fields(deal) })),
      shown: shown.length,
      of: options.of?.(held.length) ?? null,
    };
  };

/** A deal is on a page whose markup names it so. */
const by =
  (mark: (deal: Held) => string) =>
  (deal: Held, html: string): boolean =>
    html.includes(mark(deal));

export const KINDS: readonly Kind[] = [
  {
    crm: 'odoo',
    name: /^odoo17\/deal-form-(\d+)$/,
    truth: record((deal) => ({
      name: deal.name,
      account: deal.account,
      owner: deal.owner,
      amount: amount(deal),
      stage: deal.stage,
      closeDate: deal.closeDate ?? null,
      nextStep: deal.nextActivities?.split(' @')[0] ?? null,
      ...ended(deal.stage),
    })),
  },
  {
    crm: 'odoo',
    name: /^odoo17\/deals-list$/,
    truth: rows(
      'list',
      ({ name, owner, stage, ...deal }) => ({
        name,
        owner,
        stage,
        amount: amount({ name, owner, stage, ...deal }),
      }),
      {
        ids: false,
        is: by(({ name }) => `>${name}<`),
        of: (all) => all,
      },
    ),
  },
  {
    crm: 'odoo',
    name: /^odoo17\/pipeline-kanban-(?:all|my)$/,
    truth: rows(
      'board',
      (deal) => ({
        name: deal.name,
        owner: deal.owner,
        account: deal.account,
        stage: deal.stage,
        amount: amount(deal),
      }),
      { ids: false, is: by(({ name }) => `>${name}<`) },
    ),
  },
  { crm: 'odoo', name: /^odoo17\/activity-view$/, truth: () => ({ kind: 'other' }) },
  {
    crm: 'espocrm',
    name: /^espocrm\/deal-(?:detail|edit)-(\w+)$/,
    truth: record((deal) => ({
      name: deal.name,
      account: deal.account,
      owner: deal.owner,
      amount: amount(deal),
      stage: deal.stage,
      closeDate: deal.closeDate ?? null,
      ...ended(deal.stage),
    })),
  },
  {
    crm: 'espocrm',
    name: /^espocrm\/deals-list$/,
    truth: rows(
      'list',
      (deal) => ({
        name: deal.name,
        account: deal.account,
        owner: deal.owner,
        stage: deal.stage,
        amount: amount(deal),
      }),
      {
        ids: true,
        is: by(({ id }) => `<tr data-id="${id}"`),
        of: (all) => all,
      },
    ),
  },
  {
    crm: 'espocrm',
    name: /^espocrm\/deals-kanban$/,
    truth: rows(
      'board',
      (deal) => ({
        name: deal.name,
        account: deal.account,
        amount: amount(deal),
        stage: deal.stage,
        closeDate: deal.closeDate ?? null,
      }),
      { ids: true, is: by(({ id }) => `handle" data-id="${id}"`), of: (all) => all },
    ),
  },
  {
    crm: 'atomic',
    name: /^atomic-crm\/deal-show-(\d+)$/,
    truth: record((deal) => ({
      name: deal.name,
      amount: amount(deal, true),
      stage: named(deal.stage),
      closeDate: deal.closeDate ?? null,
    })),
  },
  {
    crm: 'atomic',
    name: /^atomic-crm\/deal-edit-(\d+)$/,
    truth: record((deal) => ({
      name: deal.name,
      account: deal.account,
      // The form names no currency.
      amount: { value: String(deal.amount), currency: null },
      stage: named(deal.stage),
      closeDate: deal.closeDate ?? null,
    })),
  },
  {
    crm: 'atomic',
    name: /^atomic-crm\/deals-kanban$/,
    truth: rows(
      'board',
      (deal) => ({
        name: deal.name,
        account: deal.account,
        amount: amount(deal, true),
        stage: named(deal.stage),
      }),
      { ids: true, is: by(({ id }) => `data-rfd-draggable-id="${id}"`) },
    ),
  },
  { crm: 'atomic', name: /^atomic-crm\/dashboard$/, truth: () => ({ kind: 'other' }) },
  {
    crm: 'salesforce',
    name: /^lightning-lookalike\/synthetic-record$/,
    truth: (held) =>
      record((deal) => ({
        name: deal.name,
        account: deal.account,
        owner: deal.owner,
        amount: amount(deal),
        stage: deal.stage,
        closeDate: usDay(deal.closeShown),
        nextStep: deal.nextStep ?? null,
      }))(held, UNITED_OIL),
  },
  {
    crm: 'salesforce',
    name: /^lightning-lookalike\/mixed-record$/,
    // Account, owner and amount stood in roots that were not captured: their elements are empty.
    truth: (held) =>
      record((deal) => ({
        name: deal.name,
        account: null,
        owner: null,
        amount: null,
        stage: deal.stage,
        closeDate: usDay(deal.closeShown),
        nextStep: deal.nextStep ?? null,
      }))(held, UNITED_OIL),
  },
  {
    crm: 'salesforce',
    name: /^lightning-lookalike\/native-record$/,
    // Of the nested roots only the outermost was captured: the path.
    truth: (held) => record(({ stage }) => ({ stage }))(held, UNITED_OIL),
  },
  {
    crm: 'salesforce',
    name: /^lightning-lookalike\/mixed-list$/,
    // The amounts stood in roots that were not captured.
    truth: rows(
      'list',
      (deal) => ({
        name: deal.name,
        account: deal.account,
        closeDate: usDay(deal.closeShown),
        stage: deal.stage,
        owner: deal.alias ?? null,
      }),
      { ids: true, is: by(({ id }) => `data-row-key-value="${id}"`), of: (all) => all },
    ),
  },
  {
    crm: 'salesforce',
    name: /^lightning-lookalike\/native-list$/,
    truth: () => ({ kind: 'list', rows: [], shown: 0, of: 40 }),
  },
  {
    crm: 'salesforce',
    name: /^lightning-lookalike\/kanban$/,
    truth: rows(
      'board',
      (deal) => ({
        name: deal.name,
        account: deal.account,
        amount: amount(deal),
        closeDate: usDay(deal.closeShown),
        stage: deal.stage,
      }),
      { ids: true, is: by(({ id }) => `"${id} pipelineViewCard`), of: (all) => all },
    ),
  },
];
