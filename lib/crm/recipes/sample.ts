import type { FieldRecipe, Locator, Parser, Recipe } from '@/lib/crm/recipe';

/** A field of the sample CRM: `data-field` names it in every language, on the value when read and on the control in a form. */
function named(name: string, parser: Parser, more: Partial<FieldRecipe> = {}): FieldRecipe {
  return { parser, locators: [{ by: 'attribute', attribute: 'data-field', name }], ...more };
}

const shownId: Locator = {
  by: 'css',
  css: 'article[data-record-id]',
  take: { what: { attribute: 'data-record-id' } },
};

/** Keelson, the sample CRM of the tests and of `npm start` (tests/crm/README.md says how its pages are built). */
export const sample: Recipe = {
  crm: 'sample',
  name: 'Sample CRM',
  version: 2,
  hosts: ['127.0.0.1', 'localhost'],
  marks: ['body[data-app="sample-crm"]'],
  pages: [
    {
      kind: 'deal',
      object: 'deal',
      urls: ['/deals/{id}'],
      roots: ['[data-view="deal"]'],
      ties: [shownId],
      fields: {
        recordId: { parser: 'id', locators: [shownId] },
        name: named('name', 'text'),
        account: named('account', 'text'),
        owner: {
          parser: 'person',
          locators: [
            { by: 'attribute', attribute: 'data-field', name: 'owner', take: { without: ['.avatar'] } },
          ],
          empty: ['unassigned'],
        },
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
      },
    },
  ],
};
