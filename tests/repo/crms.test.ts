import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recipes } from '@/lib/crm/recipes/registry';
import { filesIn, read } from './files';
import { withoutComments } from './rules';

/** A CRM is its recipe's file, its line in the registry, its fixtures and its row in the README: nothing else knows of it. */

const shipped = filesIn(['entrypoints', 'components', 'lib'], ['.ts', '.tsx']).filter(
  ({ path }) => !path.startsWith('lib/crm/recipes/'),
);

/** The names by which code could know a CRM. */
const quoted = (crm: string): RegExp => new RegExp(`['"\`]${crm}['"\`]`, 'i');

describe.each(recipes.map((recipe) => ({ recipe, crm: recipe.crm })))('$crm', ({ recipe, crm }) => {
  it('has a recipe in a file of its own, which is data', () => {
    expect(existsSync(`lib/crm/recipes/${crm}.ts`)).toBe(true);
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
  });

  it('has one line in the registry besides its import', () => {
    const lines = read('lib/crm/recipes/registry.ts').text.split('\n');
    expect(lines.filter((line) => new RegExp(`\\b${crm}\\b`).test(line))).toHaveLength(2);
  });

  it('has fixtures and a row in the README', () => {
    expect(filesIn([`tests/crm/fixtures/${crm}`], ['.html']).length).toBeGreaterThan(0);
    const rows = read('README.md')
      .text.split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows.some((row) => row.startsWith(`| ${recipe.name.split(' ')[0]}`))).toBe(true);
  });

  it('is named nowhere else in what ships', () => {
    const naming = shipped.filter(({ text }) => quoted(crm).test(withoutComments(text)));
    expect(naming.map(({ path }) => path)).toEqual([]);
  });
});

it('a CRM that is named elsewhere is found', () => {
  expect(quoted('odoo').test(withoutComments("if (crm === 'odoo') return;"))).toBe(true);
  expect(quoted('odoo').test(withoutComments('// Odoo: "odoo"\nconst a = 1;'))).toBe(false);
});
