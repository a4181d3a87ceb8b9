import type { FieldRecipe, Locator, Parser, Recipe, Take } from '@/lib/crm/recipe';
import type { FieldName } from '@/lib/domain/reading';

/** Parts of a cell that are not its value: "nothing" in any language, loading dots, the pencil, the picture of a user. */
const BESIDE = ['.none-value', '.loading-value', '.inline-edit-link', '.avatar', '.color-icon'];

/**
 * A field of the record itself: `data-name` names it in every language, on the cell, its label and its value. Rows of the
 * activity panels have cells of the same names (whose assignee is no owner), but no `.field` in them.
 */
function field(name: string, parser: Parser, more: Partial<FieldRecipe> = {}): FieldRecipe {
  return { parser, locators: [cell(name)], empty: ['none', 'kein(e)'], nothing: [none(name)], ...more };
}

/** Its word for "nothing here", in whatever language. While a value is loading other marks stand there. */
function none(name: string): string {
  return `.cell[data-name="${name}"] > .field[data-name="${name}"] .none-value`;
}

function cell(name: string, take: Take = {}) {
  const css = `.cell[data-name="${name}"] > .field[data-name="${name}"]`;
  return { by: 'css', css, take: { without: BESIDE, ...take } } as const;
}

/** In the form a field is a control; a stage is chosen from a list that the browser's own control hides behind. */
const typedIn = (name: string): string => `.cell[data-name="${name}"] > .field[data-name="${name}"]`;
const SELECTED = ['select', '.selectize-dropdown', '.selectize-input > input', 'button'];

function typed(name: string, parser: Parser, part = 'input.main-element'): FieldRecipe {
  return { parser, locators: [{ by: 'css', css: `${typedIn(name)} ${part}` }], empty: ['none', 'kein(e)'] };
}

/** The list and the board have one address; a filter or an order may stand behind it. */
const LISTS = ['/#Opportunity', '/#Opportunity/list', '/#Opportunity/list/*'];

/** Of the list "1–20 / 46", of the board "46", above the rows. */
const COUNTER: Locator[] = [
  { by: 'css', css: '#main .pagination-btn-middle' },
  { by: 'css', css: '#main .total-count-span' },
];

/** What a row or card shows of a field. */
function shownIn(box: string): Partial<Record<FieldName, FieldRecipe>> {
  const one = (name: string, parser: Parser): FieldRecipe => ({
    parser,
    locators: [{ by: 'css', css: `${box}[data-name="${name}"]`, take: { without: BESIDE } }],
    empty: ['none', 'kein(e)'],
    yearless: 'this-year',
  });
  return {
    name: one('name', 'text'),
    account: one('account', 'text'),
    owner: one('assignedUser', 'person'),
    amount: one('amount', 'money'),
    stage: one('stage', 'text'),
    closeDate: one('closeDate', 'date'),
    nextStep: one('nextStep', 'text'),
    createdDate: one('createdAt', 'date'),
  };
}

/** How EspoCRM's own translations call the stage Closed Won, lower case. */
const WON = (
  'ناجحة|приключена - спечелена|vyhráno|vundet og lukket|gewonnen|έκλεισε επιτυχώς|closed won|' +
  'cerrado ganado|بسته شد|conclusion gagnante|zatvoreno dobiveno|zárva nyert|tertutup won|' +
  'chiuso positivamente|受注|laimėta|aizvērti iegūtie|vunnet og lukket|gesloten gewonnen|' +
  'zakończone wygrane|ganha|fechada como ganha|închide câștigat|закрыто - успех|uzavreté "zisk"|' +
  'zaprto zmagal|zatvorena pobednik|stängda vunna|ปิดการขายสำเร็จ|kapalı kazanç|закрито переможно|' +
  'بند جیت|chốt đơn|赢得并结束|關閉贏得'
).split('|');

/** How they call Closed Lost. */
const LOST = (
  'مغلق فقدت|приключена - загубена|ztraceno|tabt og lukket|verloren|έκλεισε ανεπιτυχώς|closed lost|' +
  'cerrado perdido|بسته شده است|conclusion perdante|zatvoreno izgubljeno|zárva elveszett|' +
  'tertutup hilang|chiuso negativamente|失注|pralaimėta|aizvērti zaudētie|tapt og lukket|' +
  'gesloten verloren|zakończone przegrane|perdida|fechada como perdida|închide pierdut|' +
  'закрыто - провал|uzavreté "strata"|zaprto izgubljeno|zatvorena izgubljeno|stängda förlorade|' +
  'ไม่สำเร็จ|kapalı kayıp|закрито провалом|بند گم|thua thầu|失去并结束|關閉失去'
).split('|');

/**
 * EspoCRM, seen running in 8.3; its public sources for other versions. It writes a day of the current year without the
 * year (`26 Dec`, `Dec 26`) and writes one sign for several currencies: `$` for all dollars and pesos, `¥` for two.
 */
export const espocrm: Recipe = {
  crm: 'espocrm',
  name: 'EspoCRM',
  version: 3,
  hosts: ['*'],
  marks: ['body[data-id="espocrm"]', '#main-stylesheet[href*="client/css/espo"]'],
  pages: [
    {
      kind: 'deal',
      object: 'Opportunity',
      // the router takes one segment of options after the id
      urls: ['/#Opportunity/view/{id}', '/#Opportunity/view/{id}/*'],
      // in #main: a quick view of another record opens in a dialog beside it
      roots: ['#main .detail[data-scope="Opportunity"]', '#main .record > .detail:not([data-scope])'],
      ties: [],
      fields: {
        name: field('name', 'text', { empty: [] }),
        account: field('account', 'text'),
        owner: field('assignedUser', 'person'),
        amount: field('amount', 'money'),
        stage: field('stage', 'text'),
        closeDate: field('closeDate', 'date', { yearless: 'this-year' }),
        // no field of its own: teams that have one added it, under their own prefix `c`
        nextStep: field('nextStep', 'text', {
          locators: [cell('nextStep'), cell('cNextStep')],
          nothing: [none('nextStep'), none('cNextStep')],
        }),
        lastActivity: {
          parser: 'activity',
          locators: [
            { by: 'css', css: '.panel[data-name="history"] .cell[data-name^="date"]', take: { all: true } },
          ],
          nothing: ['.panel[data-name="history"] .no-data'],
          yearless: 'this-year',
        },
        createdDate: {
          parser: 'date',
          locators: [
            { by: 'css', css: '.field[data-name="complexCreated"] > [data-name="createdAt"]' },
            cell('createdAt'),
          ],
          yearless: 'this-year',
        },
      },
      won: WON,
      lost: LOST,
    },
    {
      kind: 'deal',
      object: 'Opportunity',
      urls: ['/#Opportunity/edit/{id}', '/#Opportunity/edit/{id}/*'],
      roots: ['#main .edit[data-scope="Opportunity"]', '#main .record > .edit:not([data-scope])'],
      ties: [],
      fields: {
        name: typed('name', 'text'),
        account: typed('account', 'text'),
        owner: typed('assignedUser', 'person'),
        amount: {
          parser: 'money',
          // number and currency stand in two controls
          locators: [
            { by: 'css', css: `${typedIn('amount')} .input-group-currency`, take: { without: SELECTED } },
          ],
        },
        stage: typed('stage', 'text', '.selectize-input > .item'),
        closeDate: typed('closeDate', 'date'),
        nextStep: typed('nextStep', 'text'),
      },
      won: WON,
      lost: LOST,
    },
    {
      kind: 'board',
      object: 'Opportunity',
      urls: LISTS,
      roots: ['#main .list-kanban[data-scope="Opportunity"]', '#main .list-kanban'],
      ties: [],
      fields: {},
      stages: { locators: [{ by: 'css', css: '.kanban-group-label', take: { all: true } }] },
      rows: {
        row: '.group-column-list .item[data-id]',
        counter: COUNTER,
        id: [{ by: 'css', css: '.item[data-id]', take: { what: { attribute: 'data-id' } } }],
        fields: {
          ...shownIn('.field'),
          stage: {
            parser: 'text',
            locators: [
              {
                by: 'above',
                box: '.group-column-list[data-name]',
                css: '.group-header .kanban-group-label',
                named: 'data-name',
              },
            ],
          },
        },
      },
      won: WON,
      lost: LOST,
    },
    {
      kind: 'list',
      object: 'Opportunity',
      urls: LISTS,
      roots: ['#main .list[data-scope="Opportunity"]', '#main .list-container .list'],
      ties: [],
      fields: {},
      rows: {
        row: 'tr.list-row[data-id]',
        id: [{ by: 'css', css: 'tr[data-id]', take: { what: { attribute: 'data-id' } } }],
        fields: shownIn('td.cell'),
        heads: {
          name: 'th[data-name="name"]',
          account: 'th[data-name="account"]',
          owner: 'th[data-name="assignedUser"]',
          amount: 'th[data-name="amount"]',
          stage: 'th[data-name="stage"]',
          closeDate: 'th[data-name="closeDate"]',
        },
        counter: COUNTER,
      },
      won: WON,
      lost: LOST,
    },
  ],
};
