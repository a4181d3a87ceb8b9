import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FLOWS, flowRows } from '../e2e/support/flows.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('the README keeps the table of the click counter as it is', () => {
  const plain = read('README.md').replace(/ +\|/g, ' |').replace(/\| +/g, '| ');
  for (const row of flowRows()) expect(plain).toContain(row);
});

test('each flow of the table is counted by a test', () => {
  const tests = ['clicks.test.ts', 'clicks-away.test.ts'].map((file) => read(`tests/e2e/${file}`)).join('\n');
  for (const name of Object.keys(FLOWS)) expect(tests).toContain(`counted('${name}'`);
});
