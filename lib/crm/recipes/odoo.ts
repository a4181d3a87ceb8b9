import type { Beside, FieldRecipe, Locator, Parser, Recipe, RowsRecipe, Take } from '@/lib/crm/recipe';

/** A field of the form: its widget's `name` is the model's own name of the field, in every language. */
function widget(name: string, take: Take = {}): Locator {
  return { by: 'css', css: `.o_field_widget[name="${name}"]`, take: { without: BESIDE, ...take } };
}

/** Help marks, the arrow to the linked record, the picture of a user, the clock of a stage. */
const BESIDE = [
  'sup',
  'button.o_external_button',
  '.o_avatar',
  '.o_field_many2one_extra',
  '.o_dropdown_button',
];

function field(name: string, parser: Parser, more: Partial<FieldRecipe> = {}): FieldRecipe {
  return { parser, locators: [widget(name)], ...more };
}

/** A customer is written with its VAT number or its contact behind it: "Ready Mat ‒ US12345675". */
const CUSTOMER: Locator[] = [widget('partner_id', { before: ' ‒ ' }), widget('partner_id')];

/** What `.o_form_view` and the like stand for are views of any model: this class or that field makes them views of deals. */
const FORM = '.o_form_view.o_lead_opportunity_form .o_form_renderer';
const FORM_OF_DEAL = '.o_form_view .o_form_renderer:has([name="expected_revenue"]):has([name="stage_id"])';
const LIST = '.o_list_view .o_list_renderer:has(th[data-name="expected_revenue"])';
const LIST_OF_DEALS =
  '.o_list_view .o_list_renderer:has(th[data-name="stage_id"]):has(th[data-name="user_id"])';
const BOARD = '.o_kanban_view[class*="crm_kanban"] .o_kanban_renderer';
const BOARD_OF_DEALS = '.o_kanban_view .o_kanban_renderer:has(.o_kanban_record [name="expected_revenue"])';

/** What Odoo writes into the chatter of a deal when it is made: its day is the deal's, and no activity of anybody's. */
const CREATED: Beside = {
  box: '.o-mail-Message',
  part: '.o-mail-Message-textContent',
  words: [
    'lead/opportunity created',
    'lead/verkaufschance erstellt',
    'lead/příležitost vytvořena',
    'リード/案件が作成されました',
    'piste/opportunité créée',
    'lead/oportunidad creados',
    'iniciativa/oportunidad creada',
    'lead/verkoopkans aangemaakt',
    'lead/opportunità creata',
    'lead/oportunidade criado',
    'lead/oportunidade criada',
    'szansa/sygnał utworzony',
  ],
};

const cell = (name: string, take: Take = {}): Locator => ({
  by: 'css',
  css: `td[name="${name}"]`,
  take: { without: ['.o_avatar'], ...take },
});

/** Rows carry numbers of this page view, never the record's id. */
const list: RowsRecipe = {
  row: 'tr.o_data_row',
  id: [],
  fields: {
    name: { parser: 'text', locators: [cell('name')] },
    account: { parser: 'text', locators: [cell('partner_id')] },
    owner: { parser: 'person', locators: [cell('user_id')] },
    amount: { parser: 'money', locators: [cell('expected_revenue')] },
    stage: { parser: 'text', locators: [cell('stage_id')] },
    closeDate: { parser: 'date', locators: [cell('date_deadline')] },
    createdDate: { parser: 'date', locators: [cell('create_date')] },
    nextStep: { parser: 'text', locators: [cell('activity_summary')] },
  },
  heads: {
    name: 'th[data-name="name"]',
    account: 'th[data-name="partner_id"]',
    owner: 'th[data-name="user_id"]',
    amount: 'th[data-name="expected_revenue"]',
    stage: 'th[data-name="stage_id"]',
    closeDate: 'th[data-name="date_deadline"]',
    createdDate: 'th[data-name="create_date"]',
  },
  counter: [
    // Grouped, the pager counts groups: then each of the first level says how many rows it has.
    {
      by: 'css',
      css: '.o_group_name:not(:has([style*="group-level: 1"], [style*="group-level: 2"], [style*="group-level: 3"]))',
      take: { all: true, after: '(', before: ')' },
    },
    { by: 'css', css: '.o_pager_limit' },
  ],
};

const board: RowsRecipe = {
  row: '.o_kanban_record[data-id]:not(.o_kanban_ghost, .o_kanban_quick_create)',
  id: [],
  fields: {
    name: {
      parser: 'text',
      locators: [
        { by: 'css', css: '.o_kanban_record_title' },
        { by: 'css', css: '[name="name"]' },
        { by: 'css', css: 'main > span.fw-bold:first-child' },
      ],
    },
    account: {
      parser: 'text',
      locators: [
        { by: 'css', css: '[name="partner_id"]' },
        { by: 'css', css: 'span.o_text_overflow' },
        { by: 'css', css: 'main > span.text-truncate' },
      ],
    },
    owner: {
      parser: 'person',
      locators: [
        {
          by: 'css',
          css: '[name="user_id"] [data-tooltip]',
          take: { what: { attribute: 'data-tooltip' } },
        },
      ],
    },
    amount: { parser: 'money', locators: [{ by: 'css', css: '[name="expected_revenue"]' }] },
    closeDate: { parser: 'date', locators: [{ by: 'css', css: '[name="date_deadline"]' }] },
    stage: { parser: 'text', locators: [{ by: 'above', box: '.o_kanban_group', css: '.o_column_title' }] },
  },
};

/**
 * Odoo CRM, seen running in 17; the addresses of 18 and later from its documentation. A deal's page is a form: what is in it
 * stands in controls. The page declares no language.
 */
export const odoo: Recipe = {
  crm: 'odoo',
  name: 'Odoo',
  version: 1,
  hosts: ['*.odoo.com', '*'],
  marks: ['body.o_web_client'],
  pages: [
    // A deal that is not made yet, at an address that could be one's.
    {
      kind: 'other',
      object: '',
      urls: ['/odoo/*/new', '/odoo/*/*/new', '/odoo/*/*/*/new'],
      roots: [],
      ties: [],
      fields: {},
    },
    {
      kind: 'deal',
      object: 'crm.lead',
      urls: [
        '/web#id={id}&model=crm.lead&view_type=form',
        '/web#id={id}&model=crm.lead',
        '/odoo/crm/{id}',
        '/odoo/*/{id}',
        '/odoo/*/*/{id}',
      ],
      roots: [FORM, FORM_OF_DEAL],
      ties: [],
      stages: {
        locators: [
          {
            by: 'css',
            css: '[name="stage_id"] [role="radio"]',
            take: { all: true, without: ['span + span'] },
          },
        ],
        reversed: true,
      },
      fields: {
        name: field('name', 'text'),
        account: { parser: 'text', locators: CUSTOMER },
        owner: field('user_id', 'person'),
        amount: field('expected_revenue', 'money'),
        stage: {
          parser: 'text',
          // The bar holds all stages; the current one has beside its name how long the deal has been there.
          locators: [
            {
              by: 'css',
              css: '[name="stage_id"] [role="radio"][aria-checked="true"]',
              take: { without: ['span + span'] },
            },
            {
              by: 'css',
              css: '[name="stage_id"] .o_arrow_button_current',
              take: { without: ['span + span'] },
            },
          ],
        },
        status: {
          parser: 'status',
          locators: [{ by: 'css', css: '.o_widget_web_ribbon .ribbon span' }],
        },
        closeDate: field('date_deadline', 'date'),
        nextStep: {
          parser: 'text',
          // Its summary stands in quotes; without one only its kind is told.
          locators: [
            {
              by: 'css',
              css: ':nth-child(1 of .o-mail-Activity) .o-mail-Activity-info > .fw-bolder + .fw-bolder',
              take: { after: '“', before: '”' },
            },
          ],
        },
        lastActivity: {
          parser: 'activity',
          locators: [
            {
              by: 'css',
              css: '.o-mail-Message .o-mail-Message-date',
              take: { what: { attribute: 'title' }, all: true },
              beside: { ...CREATED, isNot: true },
            },
          ],
        },
        createdDate: {
          parser: 'date',
          locators: [
            widget('create_date'),
            {
              by: 'css',
              css: '.o-mail-Message-date',
              take: { what: { attribute: 'title' } },
              beside: CREATED,
            },
          ],
        },
      },
    },
    {
      kind: 'list',
      object: 'crm.lead',
      urls: ['/web#model=crm.lead', '/odoo/crm', '/odoo/*', '/odoo/*/*'],
      roots: [LIST, LIST_OF_DEALS],
      ties: [],
      fields: {},
      rows: list,
    },
    {
      kind: 'board',
      object: 'crm.lead',
      urls: ['/web#model=crm.lead', '/odoo/crm', '/odoo/*', '/odoo/*/*'],
      roots: [BOARD, BOARD_OF_DEALS],
      ties: [],
      fields: {},
      stages: { locators: [{ by: 'css', css: '.o_column_title', take: { all: true } }] },
      rows: board,
    },
    {
      kind: 'other',
      object: '',
      urls: ['/web', '/odoo', '/odoo/*', '/odoo/*/*', '/odoo/*/*/*'],
      roots: ['.o_action_manager > *'],
      ties: [],
      fields: {},
    },
  ],
};
