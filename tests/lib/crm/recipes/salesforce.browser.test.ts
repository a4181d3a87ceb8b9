import { afterEach, expect, test } from 'vitest';
import { takeLook } from '@/lib/crm/collect/look';
import { tieOf } from '@/lib/crm/collect/agree';
import { interpret } from '@/lib/crm/interpret/read';
import { salesforce } from '@/lib/crm/recipes/salesforce';
import { AT, closePages, open, openNothing } from '../collect/page';

afterEach(closePages);

const ID = '0065g00000Ru3KaAAJ';
const SETTING = { today: '2026-11-24', numberFormat: null };

function lookAt(html: string, key = '') {
  const document = open(
    `<title>Pump | Opportunity | Salesforce</title><div class="windowViewMode-normal active lafPageHost"${key}>${html}</div>`,
  );
  document.documentElement.lang = 'en-US';
  const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`;
  return takeLook(salesforce, { document, url, openRoot: openNothing, now: () => AT }).evidence;
}

function read(html: string): Record<string, string> {
  const fields = interpret(lookAt(html), salesforce, SETTING)?.fields ?? {};
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

const item = (label: string, value: string, name = '') =>
  `<records-record-layout-item><div${name && ` data-target-selection-name="sfdc:RecordField.${name}"`}>
    <span class="test-id__field-label">${label}</span><span class="test-id__field-value">${value}</span>
  </div></records-record-layout-item>`;

test('a field of a layout that does not name it is known by its label, in any language', () => {
  expect(read(item('Amount', '$5.00') + item('Schlusstermin', '12/18/2026'))).toEqual({
    recordId: ID,
    amount: '5',
    closeDate: '2026-12-18',
  });
});

test('a field of another object, and one that the company added, is none of the deal', () => {
  const others = [
    item('Amount', '$7.00', 'Quote.Amount'),
    item('Next Step', 'Ship', 'Opportunity.Next_Step__c'),
    '<dl><dt>Stage</dt><dd>Won</dd></dl>',
    '<flexipage-field data-field-id="RecordAmount_Last_Year__cField"><b>Amount</b><i>$8.00</i></flexipage-field>',
  ];
  expect(read(others.join(''))).toEqual({ recordId: ID });
});

test('a field of a dynamic form is known by its id', () => {
  const html =
    '<flexipage-field data-field-id="RecordAmountField2"><b>Deal size</b><i class="test-id__field-value">$8.00</i></flexipage-field>';
  expect(read(html)).toEqual({ recordId: ID, amount: '8' });
});

test('the step that the deal is at tells how it ended, whatever its stages are called', () => {
  const step = (name: string, more: string) =>
    `<li class="slds-path__item ${more}" data-name="${name}"><a class="slds-path__title">${name}!</a></li>`;
  const status = (...steps: string[]) => read(`<ul>${steps.join('')}</ul>`)['status'];
  expect(status(step('Sold', 'slds-is-won slds-is-current'), step('Gone', 'slds-is-lost'))).toBe('won');
  expect(status(step('Sold', 'slds-is-won'), step('Gone', 'slds-is-current slds-is-lost'))).toBe('lost');
  expect(status(step('Closed Lost', 'slds-is-current'))).toBe('lost');
  // One that was only clicked is not where the deal is.
  expect(status(step('New', 'slds-is-current'), step('Closed Won', 'slds-is-active slds-is-won'))).toBe(
    'open',
  );
});

test('a front page that is for another address is not the record', () => {
  const tie = (id: string) => tieOf(lookAt('', ` data-key="/lightning/r/Opportunity/${id}/view"`));
  expect(tie(ID)).toBe('same');
  expect(tie(ID.slice(0, 15))).toBe('same');
  expect(tie('0065g00000Ru3KbAAJ')).toBe('other');
  expect(tieOf(lookAt(''))).toBe('none');
});
