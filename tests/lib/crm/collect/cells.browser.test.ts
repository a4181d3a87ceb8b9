import { afterEach, expect, test } from 'vitest';
import { readRows } from '@/lib/crm/collect/rows';
import { takeLook } from '@/lib/crm/collect/look';
import type { CellEvidence } from '@/lib/crm/evidence';
import type { CellsRecipe } from '@/lib/crm/recipe';
import { AT, closePages, open, openNothing, recipe } from './page';

/** Cells of rows, which nothing names but a label. */

afterEach(closePages);

const table = (...rows: string[]) => `<main><table><tbody>${rows.join('')}</tbody></table></main>`;

/** The cells of the first row of a list. */
function cellsOf(html: string, cells: CellsRecipe): CellEvidence[] | undefined {
  const from = recipe({
    kind: 'list',
    urls: ['/deals'],
    rows: { row: 'tbody tr', id: [], fields: {}, cells },
  });
  const page = {
    document: open(html),
    url: 'https://crm.example.com/deals',
    openRoot: openNothing,
    now: () => AT,
  };
  const { rows } = takeLook(from, page);
  if (rows === null) throw new Error('no rows here');
  const pass = readRows(rows, new WeakMap());
  for (;;) {
    const step = pass.next();
    if (step.done === true) return step.value[0]?.cells;
  }
}

test('may have their label in an attribute; an empty one is there, too', () => {
  const html = `<tr><td data-label="Betrag">5,00 €</td><td data-label="Inhaber"></td><td>x</td></tr>`;
  expect(cellsOf(table(html), { cell: 'td[data-label]', label: { attribute: 'data-label' } })).toEqual([
    { raw: '5,00 €', label: 'Betrag' },
    { raw: '', label: 'Inhaber' },
  ]);
});

test('may have their label within them', () => {
  const html = '<tr><td><small>Owner:</small> <b>Ana</b></td></tr>';
  expect(cellsOf(table(html), { cell: 'td', label: 'small', value: 'b' })).toEqual([
    { raw: 'Ana', label: 'Owner:' },
  ]);
});

test('may have their label at the head of their column', () => {
  const head =
    '<main><table><thead><tr><th></th><th>Inhaber <i>sortieren</i></th><th>Betrag</th></tr></thead>';
  const read = (...parts: string[]) =>
    cellsOf(`${head}<tbody><tr>${parts.join('')}</tr></tbody></table></main>`, {
      cell: 'td',
      label: { head: 'th', take: { without: ['i'] } },
    });
  expect(read('<td>1</td>', '<td>Ana</td>', '<td>5,00 €</td>')).toEqual([
    { raw: 'Ana', label: 'Inhaber' },
    { raw: '5,00 €', label: 'Betrag' },
  ]);
  // Where a row has other parts than the heads, none of them is known to belong to its head.
  expect(read('<td>Ana</td>', '<td>5,00 €</td>')).toBeUndefined();
});
