import type { FieldRecipe, Locator, PageRecipe, Parser, Recipe, RowsRecipe } from '@/lib/crm/recipe';

/** A field of the sample CRM: `data-field` names it in every language, on the value when read and on the control in a form. */
function named(name: string, parser: Parser, more: Partial<FieldRecipe> = {}): FieldRecipe {
  return { parser, locators: [{ by: 'attribute', attribute: 'data-field', name }], ...more };
}

const shownId: Locator = {
  by: 'css',
  css: 'article[data-record-id]',
  take: { what: { attribute: 'data-record-id' } },
};

const OWNER: FieldRecipe = {
  parser: 'person',
  locators: [{ by: 'attribute', attribute: 'data-field', name: 'owner', take: { without: ['.avatar'] } }],
  empty: ['unassigned', 'nicht zugewiesen', 'nepřiřazeno', '未割り当て'],
};

const fields: PageRecipe['fields'] = {
  recordId: { parser: 'id', locators: [shownId] },
  name: named('name', 'text'),
  account: named('account', 'text'),
  owner: OWNER,
  amount: named('amount', 'money'),
  stage: {
    parser: 'text',
    // The list of stages holds them all, and beside the current one how long the deal has been there.
    locators: [
      {
        by: 'css',
        css: '[data-field="stage"] [aria-current="step"]',
        take: { without: ['.step-days'] },
      },
      // In shadow roots the parts of a page stand one in another.
      {
        by: 'css',
        css: '[data-field="stage"] >>> [aria-current="step"]',
        take: { without: ['.step-days'] },
      },
    ],
  },
  status: named('status', 'status'),
  closeDate: named('closeDate', 'date'),
  nextStep: named('nextStep', 'text'),
  lastActivity: {
    parser: 'activity',
    // Planned ones stand here too; the parser counts only what is past.
    locators: [{ by: 'css', css: '[data-region="timeline"] time', take: { all: true } }],
    nothing: ['[data-region="timeline"] > p'],
  },
  createdDate: named('createdDate', 'date'),
};

/** A row or card, whose id a part of the list's switches can keep from it. */
function rows(row: string, counter: Locator, more: Partial<RowsRecipe['fields']> = {}): RowsRecipe {
  const id: Locator = {
    by: 'css',
    css: `${row}[data-record-id]`,
    take: { what: { attribute: 'data-record-id' } },
  };
  return {
    row,
    id: [id],
    fields: {
      name: named('name', 'text'),
      account: named('account', 'text'),
      owner: OWNER,
      amount: named('amount', 'money'),
      stage: named('stage', 'text'),
      status: named('status', 'status'),
      closeDate: named('closeDate', 'date'),
      nextStep: named('nextStep', 'text'),
      lastActivity: named('lastActivity', 'date'),
      createdDate: named('createdDate', 'date'),
      ...more,
    },
    counter: [counter],
  };
}

/** Keelson, the sample CRM of the tests and of `npm start` (tests/crm/README.md says how its pages are built). */
export const sample: Recipe = {
  crm: 'sample',
  name: 'Sample CRM',
  version: 3,
  hosts: ['127.0.0.1', 'localhost'],
  marks: ['body[data-app="sample-crm"]'],
  pages: [
    {
      kind: 'deal',
      object: 'deal',
      urls: ['/deals/{id}'],
      roots: ['[data-view="deal"]'],
      ties: [shownId],
      fields,
      stages: { locators: [{ by: 'css', css: '.stages .step-name', take: { all: true } }] },
    },
    {
      kind: 'deal',
      object: 'deal',
      urls: ['/deals', '/pipeline/*'],
      roots: ['[data-preview] [data-view="deal"]'],
      record: [shownId],
      ties: [],
      fields,
    },
    {
      kind: 'list',
      object: 'deal',
      urls: ['/deals'],
      roots: ['[data-view="list"]'],
      ties: [],
      fields: {},
      rows: {
        ...rows('tbody tr', { by: 'css', css: '.count' }),
        heads: {
          name: 'th.name',
          account: 'th.account',
          owner: 'th.owner',
          amount: 'th.amount',
          stage: 'th.stage',
          closeDate: 'th.closeDate',
        },
      },
    },
    {
      kind: 'board',
      object: 'deal',
      urls: ['/deals', '/pipeline/*'],
      roots: ['[data-view="board"]'],
      ties: [],
      fields: {},
      stages: {
        locators: [{ by: 'css', css: '.column > h2', take: { all: true, without: ['.tally'] } }],
      },
      rows: rows(
        '.board-card',
        { by: 'css', css: '.column .tally', take: { all: true } },
        {
          owner: {
            parser: 'person',
            locators: [{ by: 'css', css: '[data-field="owner"]', take: { what: { attribute: 'title' } } }],
          },
          stage: {
            parser: 'text',
            locators: [{ by: 'above', box: '.column', css: 'h2', take: { without: ['.tally'] } }],
          },
        },
      ),
    },
  ],
};
