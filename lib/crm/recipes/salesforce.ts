import { labelsOf, type LabelField } from '@/lib/crm/interpret/labels';
import type { FieldRecipe, Locator, Parser, Recipe, RowsRecipe, Take } from '@/lib/crm/recipe';

/** Buttons and what only a screen reader says stand inside a value: "Edit Amount", "Change Owner", "Open … Preview". */
const BESIDE = [
  'button',
  '.slds-assistive-text',
  'lightning-button-icon',
  'lightning-icon',
  '[role="tooltip"]',
];

const css = (selector: string, take: Take = {}): Locator => ({
  by: 'css',
  css: selector,
  take: { without: BESIDE, ...take },
});

/** The part of a page that holds one field, by its API name, which no language and no layout changes. */
const box = (api: string): string =>
  `:is([data-target-selection-name="sfdc:RecordField.Opportunity.${api}"], [data-field-id^="Record${api}Field"])`;

/** Where an item of a layout does not say which field of which object it is, its label does. Any other is taken at its word. */
const UNNAMED = {
  inside: 'records-record-layout-item, .forcePageBlockItem',
  outside: '[data-target-selection-name], [data-field-id]',
};

/** A field of the record's details. The header repeats some of them, cut short and converted: it is not asked. */
function field(name: LabelField, api: string, parser: Parser, ...last: Locator[]): FieldRecipe {
  return {
    parser,
    locators: [
      css(`${box(api)} >>> [data-output-element-id="output-field"]`),
      css(`${box(api)} >>> .test-id__field-value`),
      ...last,
      { by: 'label', words: [...labelsOf(name)], ...UNNAMED, take: { without: BESIDE } },
    ],
  };
}

/** The step that the record is at. One that is only `active` may be one that was clicked, while another is `current`. */
const STEP = 'li.slds-path__item.slds-is-current';
const PATH = [
  STEP,
  'runtime_sales_pathassistant-path-step.slds-is-current',
  'li.slds-path__item.slds-is-active',
  '.runtime_sales_pathassistantPathAssistantTab.slds-is-active',
];

const attribute = (selector: string, name: string, word?: string): Locator => ({
  by: 'css',
  css: selector,
  take: { what: { attribute: name }, ...(word !== undefined && { word }) },
});

/**
 * What ends a deal: how the path draws its last step, and what the stages that a new org has are called in the languages of
 * Salesforce. The path's own names of its steps are English in all of them.
 */
const WON = (
  'slds-is-won|geschlossen und gewonnen|geschlossen/gewonnen|geschlossen (gewonnen)|fermée et gagnée|fermé et gagné|' +
  'fermée/gagnée|clôturée et gagnée|clôturé et gagné|cerrada y ganada|cerrada/ganada|chiusa e vinta|chiusa/vinta|' +
  'fechado e ganho|fechada e ganha|fechado/ganho|gesloten en gewonnen|gesloten/gewonnen|stängd och vunnen|' +
  'lukket og vundet|lukket og vunnet|zamknięte wygrane|zamknięta/wygrana|uzavřeno (vyhráno)|закрыто и выиграно|' +
  '商談成立|已结束并赢得客户|已結束並贏得客戶|성사됨'
).split('|');
const LOST = (
  'slds-is-lost|geschlossen und verloren|geschlossen/verloren|geschlossen (verloren)|fermée et perdue|fermé et perdu|' +
  'fermée/perdue|clôturée et perdue|clôturé et perdu|cerrada y perdida|cerrada/perdida|chiusa e persa|chiusa/persa|' +
  'fechado e perdido|fechada e perdida|fechado/perdido|gesloten en verloren|gesloten/verloren|stängd och förlorad|' +
  'lukket og tabt|lukket og tapt|zamknięte przegrane|zamknięta/przegrana|uzavřeno (prohráno)|закрыто и проиграно|' +
  '商談不成立|已结束但客户流失|已結束但客戶流失|실패함'
).split('|');

/** The page that is in front: others stay in the document, hidden, and so do the records of other console tabs. */
const ROOTS = [
  'section.tabContent.active.oneConsoleTab .windowViewMode-maximized.active.lafPageHost',
  'section.tabContent.active.oneConsoleTab .windowViewMode-normal.active.lafPageHost',
  '.windowViewMode-maximized.active.lafPageHost',
  '.windowViewMode-normal.active.lafPageHost',
];

/** A column by the API name of its field. */
const column = (api: string): Locator => css(`[data-col-key-value^="${api}-"]`);
const head = (api: string): string => `th[data-col-key-value^="${api}-"]`;

/** Most lists that Salesforce sets up show whose a deal is by the alias of that user. */
const OWN_WORDS = { owner: ['owner alias', 'opportunity owner alias'] };

const list: RowsRecipe = {
  row: 'tbody tr[data-row-key-value]:not([data-row-key-value="HEADER"])',
  // Only the head of a row leads to its own record: other cells may lead to other deals.
  id: [
    attribute('tr[data-row-key-value^="006"]', 'data-row-key-value'),
    css('th[scope="row"] >>> a[href*="/006"]', { what: 'link' }),
  ],
  fields: {
    name: { parser: 'text', locators: [column('Name')] },
    account: { parser: 'text', locators: [column('Account.Name')] },
    owner: { parser: 'person', locators: [column('Owner.Name'), column('Owner.Alias')] },
    amount: { parser: 'money', locators: [column('Amount')] },
    stage: { parser: 'text', locators: [column('StageName')] },
    closeDate: { parser: 'date', locators: [column('CloseDate')] },
    nextStep: { parser: 'text', locators: [column('NextStep')] },
    lastActivity: { parser: 'activity', locators: [column('LastActivityDate')] },
    createdDate: { parser: 'date', locators: [column('CreatedDate')] },
  },
  cells: {
    cell: '[data-label][data-col-key-value]',
    label: { attribute: 'data-label' },
    words: OWN_WORDS,
    take: { without: BESIDE },
  },
  heads: {
    name: head('Name'),
    account: head('Account.Name'),
    owner: `${head('Owner.Name')}, ${head('Owner.Alias')}`,
    amount: head('Amount'),
    stage: head('StageName'),
    closeDate: head('CloseDate'),
  },
  counter: [css('.countSortedByFilteredBy'), css('.slds-page-header p')],
};

/** Before its lists were made of web components: only the head of a column says what is in it. */
const olderList: RowsRecipe = {
  row: 'table.uiVirtualDataTable tbody tr',
  id: [
    attribute('th[scope="row"] a[data-recordid^="006"]', 'data-recordid'),
    css('th[scope="row"] a[href*="/006"]', { what: 'link' }),
  ],
  fields: {},
  cells: {
    cell: 'th, td',
    label: { head: 'table.uiVirtualDataTable thead th', take: { what: { attribute: 'title' } } },
    words: OWN_WORDS,
    take: { without: BESIDE },
  },
  counter: [css('.countSortedByFilteredBy')],
};

const board: RowsRecipe = {
  row: '.runtime_sales_pipelineboardPipelineViewCardStencil',
  id: [
    attribute('.pipelineViewCard', 'class', '006'),
    css('.primaryDisplayField a[href*="/006"]', { what: 'link' }),
  ],
  fields: {
    name: { parser: 'text', locators: [css('.primaryDisplayField a')] },
    account: { parser: 'text', locators: [css('a.forceOutputLookup[href*="/001"]')] },
    amount: { parser: 'money', locators: [css('.sfaOpportunityDealMotionAmount'), css('.uiOutputNumber')] },
    closeDate: {
      parser: 'date',
      locators: [css('.sfaOpportunityDealMotionCloseDate'), css('.uiOutputDate')],
    },
    stage: {
      parser: 'text',
      locators: [
        {
          by: 'above',
          box: '.runtime_sales_pipelineboardPipelineViewColumn',
          css: '.stageHeaderLabel',
          take: { before: '(' },
        },
        { by: 'above', box: '.runtime_sales_pipelineboardPipelineViewColumn', css: '.stageHeaderLabel' },
      ],
    },
  },
  counter: [css('.stageHeaderLabel', { all: true, after: '(', before: ')' })],
};

/** How Salesforce calls an opportunity at the end of a page's title, in the languages that it is fully translated to. */
const CALLED =
  'Opportunity|Opportunité|Oportunidad|Oportunidade|Opportunità|Příležitost|商談|商机|機會|기회|Opportunities|Affärsmöjlighet|' +
  'Salgsmulighed|Mahdollisuus|Возможность|Szansa|Fırsat|Lehetőség|Oportunitate|Možnost|Príležitosť|Möjlighet';

/**
 * A page of an account may stand on screen for a while under the address of an opportunity: fields of an opportunity, the address
 * that the page in front is for, or the title tell that it is one.
 */
const SHOWS: Locator[] = [
  css('[data-target-selection-name^="sfdc:RecordField.Opportunity."]', {
    what: { attribute: 'data-target-selection-name' },
  }),
  attribute('.lafPageHost[data-key*="/006"]', 'data-key'),
  ...CALLED.split('|').map((name): Locator => ({ by: 'title', before: ` | ${name} | Salesforce` })),
];

/**
 * Salesforce Lightning, by selectors that its own page objects and public test suites use. Its components stand in synthetic,
 * native or mixed shadow; the reader sees one flat tree.
 */
export const salesforce: Recipe = {
  crm: 'salesforce',
  name: 'Salesforce',
  version: 1,
  hosts: ['*.lightning.force.com', '*.my.salesforce.com'],
  marks: ['body'],
  ids: '15-or-18',
  pages: [
    {
      kind: 'deal',
      object: 'Opportunity',
      urls: ['/lightning/r/Opportunity/{id:006}/view', '/lightning/r/{id:006}/view'],
      roots: ROOTS,
      shows: SHOWS,
      // Where the front page says what address it is for.
      ties: [attribute('.active.lafPageHost[data-key*="/006"]', 'data-key')],
      fields: {
        name: field('name', 'Name', 'text', css('records-highlights2 >>> [slot="primaryField"]')),
        account: field('account', 'AccountId', 'text'),
        owner: field('owner', 'OwnerId', 'person'),
        amount: field('amount', 'Amount', 'money'),
        stage: field('stage', 'StageName', 'text', ...PATH.map((step) => css(`${step} .slds-path__title`))),
        status: {
          parser: 'status',
          locators: [
            attribute(`${STEP}.slds-is-won`, 'class', 'slds-is-won'),
            attribute(`${STEP}.slds-is-lost`, 'class', 'slds-is-lost'),
            attribute(STEP, 'data-name'),
          ],
        },
        closeDate: field('closeDate', 'CloseDate', 'date'),
        nextStep: field('nextStep', 'NextStep', 'text'),
        lastActivity: field(
          'lastActivity',
          'LastActivityDate',
          'activity',
          // What is overdue stands with what is to come: only what was done counts.
          css(':is(.pastActivities, .activityHistories) >>> .dueDate', { all: true }),
        ),
        createdDate: field(
          'createdDate',
          'CreatedDate',
          'date',
          // Who created it, and after that when.
          css(`${box('CreatedById')} >>> :is(lightning-formatted-text, lightning-formatted-date-time)`),
        ),
      },
      won: WON,
      lost: LOST,
    },
    {
      kind: 'board',
      object: 'Opportunity',
      urls: ['/lightning/o/Opportunity/list'],
      roots: ROOTS.map((root) => `${root} .runtime_sales_pipelineboardPipelineView`),
      ties: [],
      fields: {},
      rows: board,
      won: WON,
      lost: LOST,
    },
    {
      kind: 'list',
      object: 'Opportunity',
      urls: ['/lightning/o/Opportunity/list'],
      roots: ROOTS.map((root) => `${root}:has(table.uiVirtualDataTable)`),
      ties: [],
      fields: {},
      rows: olderList,
      won: WON,
      lost: LOST,
    },
    {
      kind: 'list',
      object: 'Opportunity',
      urls: ['/lightning/o/Opportunity/list'],
      roots: ROOTS,
      ties: [],
      fields: {},
      rows: list,
      won: WON,
      lost: LOST,
    },
  ],
};
