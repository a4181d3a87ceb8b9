import type { FieldRecipe, Locator, PageRecipe, Parser, Recipe } from '@/lib/crm/recipe';
import { labelsOf } from '@/lib/crm/interpret/labels';

/** Nothing on a page of Atomic CRM names a field but its label; its makers and their users have translated it. */
function labelled(words: readonly string[], parser: Parser, ...first: Locator[]): FieldRecipe {
  return { parser, locators: [...first, { by: 'label', words: [...words], take: { without: BADGE } }] };
}

/** "Past" beside a close date. */
const BADGE = ['[data-slot="badge"]'];

const COMPANY: Locator = { by: 'css', css: 'form button[role="combobox"][data-slot="popover-trigger"]' };
const control = (name: string): Locator => ({ by: 'css', css: `form input[name="${name}"]` });

const AMOUNT = ['budget', 'amount', ...labelsOf('amount')];
const CLOSE_DATE = ['expected closing date', 'expected closing', ...labelsOf('closeDate')];
const STAGE = ['stage', ...labelsOf('stage')];
const ACCOUNT = ['company', 'entreprise', 'société', ...labelsOf('account')];

/** The form's own mark of a required field is hidden from those who do not see. */
const DIALOG = '[role="dialog"][data-state="open"]';

/** A dialog that names a deal by a heading of its own: the list of archived deals, which stays open under each of them, has a title. */
const SHOW = `${DIALOG}:not(:has(form input[name="amount"]), :has([data-slot="dialog-title"]))`;
const TIE = 'a[href^="#/deals/"]';

const SHOWN: PageRecipe['fields'] = {
  name: { parser: 'text', locators: [{ by: 'css', css: 'h2' }] },
  account: labelled(ACCOUNT, 'text'),
  amount: labelled(AMOUNT, 'money'),
  stage: labelled(STAGE, 'text'),
  closeDate: labelled(CLOSE_DATE, 'date'),
  lastActivity: {
    parser: 'activity',
    // A note begins with the picture of its company, which leads there, and ends with its day.
    locators: [
      {
        by: 'css',
        css: 'div:has(> span > a [data-slot="avatar"]):has(> div) > span:last-child',
        take: { all: true },
      },
    ],
  },
};

/**
 * Atomic CRM, seen running (its demo). A deal stands in a dialog over the board, which stays as it was. Nobody is named as its
 * owner: whose it is has to be said once.
 */
export const atomic: Recipe = {
  crm: 'atomic',
  name: 'Atomic CRM',
  version: 2,
  hosts: ['*'],
  marks: ['a[href="#/deals"][data-discover]'],
  pages: [
    // A deal that is not made yet, at an address that could be one's.
    { kind: 'other', object: '', urls: ['/#/deals/create'], roots: [], ties: [], fields: {} },
    // An archived deal, under its banner, cannot be edited: nothing in it names it, so it is a page of its own, without a tie.
    {
      kind: 'deal',
      object: 'deals',
      urls: ['/#/deals/{id}/show', '/#/deals/{id}/show/*'],
      roots: [`${SHOW}:has(div > h3:only-child):not(:has(${TIE}))`],
      ties: [],
      fields: SHOWN,
    },
    {
      kind: 'deal',
      object: 'deals',
      urls: ['/#/deals/{id}/show', '/#/deals/{id}/show/*'],
      roots: [SHOW],
      ties: [{ by: 'css', css: `${DIALOG} ${TIE}`, take: { what: 'link' } }],
      fields: SHOWN,
    },
    {
      kind: 'deal',
      object: 'deals',
      urls: ['/#/deals/{id}'],
      // the form of a deal that is not made yet has no way back to it
      roots: [`${DIALOG}:has(form input[name="amount"]):has(${TIE})`],
      ties: [{ by: 'css', css: `${DIALOG} ${TIE}`, take: { what: 'link' } }],
      fields: {
        name: { parser: 'text', locators: [control('name')] },
        account: labelled(ACCOUNT, 'text', COMPANY),
        amount: labelled(AMOUNT, 'money', control('amount')),
        stage: labelled(STAGE, 'text'),
        closeDate: labelled(CLOSE_DATE, 'date', { by: 'css', css: 'form input[type="date"]' }),
      },
    },
    {
      kind: 'board',
      object: 'deals',
      urls: ['/#/deals'],
      roots: ['div:has(> div > [data-rfd-droppable-id])', 'div:has(> [data-rfd-droppable-id])'],
      ties: [],
      fields: {},
      stages: {
        locators: [{ by: 'css', css: 'div:has(> [data-rfd-droppable-id]) h3', take: { all: true } }],
      },
      rows: {
        row: '[data-rfd-draggable-id]',
        id: [
          {
            by: 'css',
            css: '[data-rfd-draggable-id]',
            take: { what: { attribute: 'data-rfd-draggable-id' } },
          },
        ],
        fields: {
          name: {
            parser: 'text',
            locators: [{ by: 'css', css: 'p:first-child', take: { without: ['span'], after: '- ' } }],
          },
          account: { parser: 'text', locators: [{ by: 'css', css: 'p:first-child > span' }] },
          amount: { parser: 'money', locators: [{ by: 'css', css: 'p:last-child > span:first-child' }] },
          stage: {
            parser: 'text',
            locators: [{ by: 'above', box: 'div:has(> [data-rfd-droppable-id])', css: 'h3' }],
          },
        },
      },
    },
  ],
};
