import type { FieldRecipe, Locator, PageRecipe, Parser, Recipe, RowsRecipe, Take } from '@/lib/crm/recipe';

/** Beside a value: its label, and the buttons that come up when the pointer is over it. */
const BESIDE = ['label', '[data-test-id="hover-content-wrapper"]', '[data-test-id="preview-button"]'];

function css(selector: string, take: Take = {}): Locator {
  return { by: 'css', css: selector, take: { without: BESIDE, ...take } };
}

/** A preview of another record may stand over a record's own page. */
const IN_PREVIEW =
  '[data-test-id="IndexPageInlineSidebar"], [data-selenium-test="sidebar-preview-panel"], [data-crm-location="CRM_OBJECT_PREVIEW"]';
const NOT_IN_PREVIEW = `:not(:is(${IN_PREVIEW}) *)`;

/** The deal's own properties: cards of its companies and contacts hold properties of the same names. */
const OWN_CARDS = [
  '[data-card-type="PROPERTIES_V3"]:is([id*="/0-3"], [data-card-id*="/0-3"])',
  '[data-card-type="PROPERTIES_V3"]:not([id*="/0-1"], [id*="/0-2"], [id*="/0-5"])',
];

/** How HubSpot says that nobody or nothing is there, in the languages of its interface. */
const NOBODY = (
  '--|no owner|unassigned|kein zuständiger mitarbeiter|nicht zugewiesen|žádný vlastník|bez vlastníka|担当者なし|aucun propriétaire|' +
  'pas de propriétaire|sin propietario|nessun proprietario|geen eigenaar|sem proprietário|ingen ejer|ingen ägare|ingen eier|ei omistajaa|brak właściciela'
).split('|');

/** A property by its own name, in any language: where it is highlighted, then among the properties of the deal. */
function property(name: string, parser: Parser, ...first: Locator[]): FieldRecipe {
  return {
    parser,
    locators: [
      ...first,
      css(`[data-test-id="highlight-property-display-${name}"]`),
      ...OWN_CARDS.flatMap((card) => [
        css(`${card} [data-selenium-test="property-input-${name}"]`),
        css(`${card} [data-test-id="${name}"]`),
      ]),
      css(`[data-profile-property="${name}"] [data-selenium-test="property-input-${name}"]`),
    ],
    empty: NOBODY,
  };
}

const COMPANY = '[data-selenium-test="company-chicklet-title-link"]';

/** Of several companies one is the deal's own. */
const PRIMARY = {
  box: '[data-selenium-test="associated-object-chicklet"]',
  part: 'span',
  words: (
    'primary|primär|primární|プライマリー|プライマリ|principale|principal|primario|' +
    'primaria|primair|primær|ensisijainen|główna|primário'
  ).split('|'),
};

/** What somebody did for the deal; tasks are to be done, and the deal's own events are nobody's. */
const DONE = ['NOTE', 'CALL', 'EMAIL', 'MEETING'].flatMap((type) => [
  `[data-selenium-event-type="${type}"] [data-test-id="event-timestamp"]`,
  `[data-event-type="${type}"] [data-selenium-test="timeline-timestamp"]`,
]);
const CONTACTED = ['notes_last_contacted', 'notes_last_updated'].flatMap((name) => [
  ...OWN_CARDS.map((card) => `${card} [data-selenium-test="property-input-${name}"]`),
  `[data-profile-property="${name}"] [data-selenium-test="property-input-${name}"]`,
]);

const fields: PageRecipe['fields'] = {
  name: property(
    'dealname',
    'text',
    css('[data-test-id="highlight-record-label"]'),
    css('[data-selenium-test="highlightTitle"]'),
  ),
  account: {
    parser: 'text',
    locators: [
      { by: 'css', css: COMPANY, beside: PRIMARY },
      css('[data-test-id="card-wrapper-ASSOCIATION_TABLE/0-2"] a[href*="/record/0-2/"]'),
      css(`${COMPANY}[href*="/company/"]`),
      css(`[data-test-id="crm-card-content"] > :only-child ${COMPANY}`),
      css(`section > div:only-of-type ${COMPANY}`),
    ],
  },
  owner: property('hubspot_owner_id', 'person'),
  amount: property(
    'amount',
    'money',
    css('[data-selenium-test="deal-highlight-details"] [data-selenium-test="currency-component-loaded"]'),
  ),
  stage: property(
    'dealstage',
    'text',
    css('[data-test-id="deal-stage-select"] button'),
    css('[data-selenium-test="deal-stage-dropdown"]'),
  ),
  closeDate: property(
    'closedate',
    'date',
    css('[data-selenium-test="DealHighlightDetailsCloseDateInput"] input'),
  ),
  nextStep: property('hs_next_step', 'text'),
  lastActivity: {
    parser: 'activity',
    locators: [css(`:is(${[...DONE, ...CONTACTED].join(', ')})`, { all: true })],
  },
  createdDate: property('createdate', 'date'),
};

/** On a record's own page the same, but for what a preview shows. */
const ownFields: PageRecipe['fields'] = Object.fromEntries(
  Object.entries(fields).map(([name, field]) => [
    name,
    {
      ...field,
      locators: field.locators.map((one) =>
        one.by === 'css' ? { ...one, css: one.css + NOT_IN_PREVIEW } : one,
      ),
    },
  ]),
);

/**
 * Nothing on the page ties it to the record of its address, and pages of contacts and companies hold cards of the same kinds.
 * Only a deal has these: without one of them what is on screen is no deal.
 */
const DEAL_ONLY = [
  '[data-test-id="deal-stage-select"]',
  '[data-selenium-test="deal-highlight-details"]',
  OWN_CARDS[0] ?? '',
]
  .map((one) => one + NOT_IN_PREVIEW)
  .join(', ');

const link: Locator = { by: 'css', css: 'a[href*="/record/0-3/"]', take: { what: 'link' } };

/** A cell is named by its property and the row's record: `cell-0-3-amount-31877204415`. */
const cell = (name: string): Locator => css(`td[data-table-external-id^="cell-0-3-${name}-"]`);
const head = (name: string): string => `th[data-test-id="header-0-3-${name}"]`;
/** The number of records above the list; no public code relies on it. */
const counter: Locator[] = [css('[data-test-id="record-count"]')];

const list: RowsRecipe = {
  row: 'tr[data-test-id^="row-"]',
  id: [
    {
      by: 'css',
      css: '[data-test-id^="row-"]',
      take: { what: { attribute: 'data-test-id' }, after: 'row-' },
    },
    link,
  ],
  fields: {
    name: { parser: 'text', locators: [css('[data-test-id="truncated-object-label"] a'), cell('dealname')] },
    account: {
      parser: 'text',
      locators: [
        cell('associatedcompanyid'),
        cell('associations.company'),
        cell('hs_primary_associated_company'),
      ],
      empty: NOBODY,
    },
    owner: { parser: 'person', locators: [cell('hubspot_owner_id')], empty: NOBODY },
    amount: { parser: 'money', locators: [cell('amount')] },
    stage: { parser: 'text', locators: [cell('dealstage')] },
    closeDate: { parser: 'date', locators: [cell('closedate')] },
    nextStep: { parser: 'text', locators: [cell('hs_next_step')], empty: NOBODY },
    createdDate: { parser: 'date', locators: [cell('createdate')] },
  },
  heads: {
    name: head('dealname'),
    account: head('associatedcompanyid'),
    owner: head('hubspot_owner_id'),
    amount: head('amount'),
    stage: head('dealstage'),
    closeDate: head('closedate'),
  },
  counter,
};

const COLUMN = '[data-test-id^="framework-data-column-"], [data-test-id="cdb-column"]';

const board: RowsRecipe = {
  row: '[data-test-id="cdb-column-item"]',
  id: [{ by: 'css', css: '[data-selenium-id]', take: { what: { attribute: 'data-selenium-id' } } }, link],
  fields: {
    name: {
      parser: 'text',
      locators: [css('[data-test-id="cdbc-title"] a'), css('[data-test-id="board-card-section-title-link"]')],
    },
    owner: { parser: 'person', locators: [], empty: NOBODY },
    stage: {
      parser: 'text',
      locators: [{ by: 'above', box: COLUMN, css: '[data-test-id="cdb-column-name"]' }],
    },
  },
  // A label in the user's language and a value; which there are on a card is the portal's choice.
  cells: {
    cell: '[data-selenium-test="card-property"]',
    label: '[data-test-id="cdbc-property-label"]',
    value: '[data-test-id="cdbc-property-value"]',
    // HubSpot's own words for whose the deal is, and which of its companies is its own
    words: {
      owner: ['zuständiger mitarbeiter', 'für deal zuständiger mitarbeiter', 'deal owner'],
      account: ['primäre firma', 'primary company', 'primary associated company', 'entreprise principale'],
    },
  },
  counter,
};

const stages = {
  locators: [css('[data-test-id="cdb-column-name"]', { all: true })],
};

/** HubSpot, by selectors that public code relies on. Its class names change with each build: none is used. */
export const hubspot: Recipe = {
  crm: 'hubspot',
  name: 'HubSpot',
  version: 1,
  hosts: ['*.hubspot.com'],
  marks: ['body'],
  pages: [
    {
      kind: 'deal',
      object: '0-3',
      urls: [
        '/contacts/{tenant}/record/0-3/{id}',
        '/contacts/{tenant}/record/0-3/{id}/*',
        '/contacts/{tenant}/record/0-3/{id}/*/*',
        '/contacts/{tenant}/deal/{id}',
      ],
      roots: [`body:has(:is(${DEAL_ONLY}))`],
      ties: [],
      fields: ownFields,
    },
    {
      kind: 'deal',
      object: '0-3',
      urls: ['/contacts/{tenant}/objects/0-3/views/*/list', '/contacts/{tenant}/objects/0-3/views/*/board'],
      roots: [
        '[data-test-id="IndexPageInlineSidebar"]',
        '[data-selenium-test="sidebar-preview-panel"]',
        '[data-crm-location="CRM_OBJECT_PREVIEW"]',
      ],
      // the link to the record that is previewed; below it stand those to others
      record: [{ by: 'css', css: 'a[href*="/record/"]', take: { what: 'link' } }],
      ties: [],
      fields,
    },
    {
      kind: 'board',
      object: '0-3',
      urls: ['/contacts/{tenant}/objects/0-3/views/*/board'],
      roots: [
        ':has(> [data-test-id^="framework-data-column-"])',
        ':has(> [data-test-id="cdb-column"])',
        'body',
      ],
      ties: [],
      fields: {},
      stages,
      rows: board,
    },
    {
      kind: 'list',
      object: '0-3',
      urls: ['/contacts/{tenant}/objects/0-3/views/*/list'],
      roots: ['table:has(tr[data-test-id^="row-"])', 'body'],
      ties: [],
      fields: {},
      rows: list,
    },
  ],
};
