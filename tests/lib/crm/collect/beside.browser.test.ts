import { afterEach, describe, expect, test } from 'vitest';
import { closePages, read } from './page';

afterEach(closePages);

describe('an element beside something that is said', () => {
  const html = `<main><li><b>Created</b> <i>3 May</i></li><li><b>Call:</b> <i>4 May</i></li><i>5 May</i></main>`;
  const beside = { box: 'li', part: 'b', words: ['created', 'made'] };

  test('is found where the box above it says one of the words', () => {
    expect(read(html, { by: 'css', css: 'i', take: { all: true }, beside })).toEqual(['3 May']);
  });

  test('or, turned round, where it says none of them or there is no box', () => {
    const other = { ...beside, isNot: true } as const;
    expect(read(html, { by: 'css', css: 'i', take: { all: true }, beside: other })).toEqual([
      '4 May',
      '5 May',
    ]);
  });
});

test('a button that opens a choice is the value beside a label', () => {
  const html =
    '<main><div><label>Company</label><button role="combobox">Acme</button></div><div><label>Next</label><p>x</p></div></main>';
  expect(read(html, { by: 'label', words: ['company'] })).toEqual(['Acme']);
});
