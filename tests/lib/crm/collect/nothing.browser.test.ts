import { afterEach, describe, expect, test } from 'vitest';
import { closePages, field, look, open, recipe } from './page';

/** A field with nothing in it is not one that is not there: only what a page shows counts as empty. */

afterEach(closePages);

const deal = recipe({
  fields: {
    name: field({ by: 'css', css: 'h1' }),
    nextStep: {
      ...field({ by: 'attribute', attribute: 'data-f', name: 'next' }),
      nothing: ['.next .none', 'a >>> '],
    },
    lastActivity: {
      parser: 'activity',
      locators: [{ by: 'css', css: '.log time', take: { all: true } }],
      nothing: ['.log > p'],
    },
    amount: field({ by: 'label', words: ['amount'] }),
  },
});

const seen = (body: string) => look(open(`<main><h1>Pump</h1>${body}</main>`), deal);
const emptyIn = (body: string) => seen(body).evidence.empty;

describe('shown with nothing in it', () => {
  test.each([
    ['the words of the CRM for it', '<p class="next"><span class="none">None</span></p>'],
    ['a dash', '<p class="next"><span class="none">—</span></p>'],
    ['a blank text box', '<input data-f="next">'],
    ['a text box with blanks in it', '<textarea data-f="next">  \n </textarea>'],
    ['a choice of nothing', '<select data-f="next"><option></option><option>Call</option></select>'],
  ])('%s', (_what, body) => expect(emptyIn(body)).toEqual(['nextStep']));

  test('a list of activities, all of them planned', () => {
    const body = '<div class="log"><time>2027-01-02</time><p>Nothing yet</p></div>';
    const { evidence } = seen(body);
    expect(evidence.empty).toEqual(['lastActivity']);
    expect(evidence.fields.lastActivity).toHaveLength(1);
  });
});

describe('never counts as shown with nothing in it', () => {
  test.each([
    ['what is not on the page', ''],
    ['a hidden word', '<p class="next" hidden><span class="none">None</span></p>'],
    ['a hidden box', '<input data-f="next" style="display: none">'],
    ['a folded box', '<div style="height: 0; overflow: hidden"><input data-f="next"></div>'],
    ['an element without words, as pages draw it before their data comes', '<p data-f="next"></p>'],
    ['the shape of words to come', '<p data-f="next"><i class="skeleton"></i></p>'],
    ['dots', '<p class="next"><span class="none">...</span></p>'],
    ['a mark that is not drawn out yet', '<p class="next"><span class="none"></span></p>'],
    ['a box to tick', '<input type="checkbox" data-f="next">'],
    ['a password', '<input type="password" data-f="next">'],
    ['a value that is half typed', '<input type="email" data-f="next" required>'],
    [
      'a field with a value beside the mark',
      '<p class="next"><b data-f="next">Call</b><i class="none">None</i></p>',
    ],
    ['a label without anything after it', '<dl><dt>Amount</dt><dd></dd></dl>'],
  ])('%s', (_what, body) => expect(emptyIn(body)).toEqual([]));

  test('another field of the page, outside of the record', () => {
    const outside = open('<p class="next"><span class="none">None</span></p><main><h1>Pump</h1></main>');
    expect(look(outside, deal).evidence.empty).toEqual([]);
  });
});

test('that a field has become empty makes two looks differ, and nothing of it is taken for a value', () => {
  const body = '<p class="next"><span class="none">None</span></p>';
  const [before, after] = [seen(''), seen(body)];
  expect(after.signature).not.toBe(before.signature);
  expect(Object.keys(after.nodes)).toEqual(['name']);
});
