import type { FieldRecipe, Parser, Recipe, Take } from '@/lib/crm/recipe';

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

/**
 * EspoCRM, seen running in 8.3; its public sources for other versions. It writes a day of the current year without the
 * year (`26 Dec`, `Dec 26`) and writes one sign for several currencies: `$` for all dollars and pesos, `¥` for two.
 */
export const espocrm: Recipe = {
  crm: 'espocrm',
  name: 'EspoCRM',
  version: 2,
  hosts: ['*'],
  marks: ['body[data-id="espocrm"]', '#main-stylesheet[href*="client/css/espo"]'],
  pages: [
    {
      kind: 'deal',
      object: 'Opportunity',
      // the router takes one segment of options after the id
      urls: ['/#Opportunity/view/{id}', '/#Opportunity/view/{id}/*'],
      // in #main: a quick view of another record opens in a dialog beside it
      roots: ['#main .detail[data-scope="Opportunity"]', '#main .record > .detail'],
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
      // Persian for "closed" and "has been closed": what they mean elsewhere nobody knows
      won: ['بسته شد'],
      lost: ['بسته شده است'],
    },
  ],
};
