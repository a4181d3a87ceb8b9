import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A small tree with the same rooms: each file holds one import, and the table says what it thinks of it. */
const ROOMS: Record<string, string> = {
  'lib/domain/note.ts': 'export const LIMIT = 1; export interface Note { text: string }',
  'lib/domain/deal.ts': 'export const sum = () => 1; export interface Deal { name: string }',
  'lib/measures/count.ts': 'export const count = 1;',
  'lib/crm/evidence.ts': 'export interface Evidence { raw: string }',
  'lib/crm/collect/look.ts': 'export const look = 1;',
  'lib/crm/interpret/money.ts': 'export const money = 1;',
  'lib/store/notes.ts': 'export const notes = 1;',
  'lib/messages/client.ts': 'export const client = 1;',
  'lib/messages/server/judge.ts': 'export const judge = 1;',
  'lib/state/here.ts': 'export const here = 1;',
  'lib/text/words.ts': 'export const words = 1;',
  'lib/text/page.ts': 'export const page = 1;',
  'components/notes/card.ts': 'export const card = 1;',
  'components/ui/button.ts': 'export const button = 1;',
  'entrypoints/panel/main.ts': 'export const main = 1;',
  'tests/helper.ts': 'export const helper = 1;',
};

const PACKAGES = ['idb', 'zod', 'preact', '@preact/signals', 'left-pad'];

const REFUSED: [from: string, imports: string][] = [
  ['lib/domain', "import { notes } from '@/lib/store/notes'"],
  ['lib/domain', "import { openDB } from 'idb'"],
  ['lib/domain', "import { z } from 'zod'"],
  ['lib/measures', "import { look } from '@/lib/crm/collect/look'"],
  ['lib/crm/collect', "import { money } from '@/lib/crm/interpret/money'"],
  ['lib/crm/collect', "import { sum } from '@/lib/domain/deal'"],
  ['lib/crm/collect', "import { z } from 'zod/mini'"],
  ['lib/crm/interpret', "import { look } from '@/lib/crm/collect/look'"],
  ['lib/crm/recipes', "import { notes } from '@/lib/store/notes'"],
  ['lib/store', "import { money } from '@/lib/crm/interpret/money'"],
  ['lib/store', "import type { Evidence } from '@/lib/crm/evidence'"],
  ['lib/messages/client.ts', "import { sum } from '@/lib/domain/deal'"],
  ['lib/messages/server', "import { here } from '@/lib/state/here'"],
  ['lib/state', "import { notes } from '@/lib/store/notes'"],
  ['components/notes', "import { client } from '@/lib/messages/client'"],
  ['components/notes', "import { sum } from '@/lib/domain/deal'"],
  ['components/ui', "import { here } from '@/lib/state/here'"],
  ['lib/text', "import { here } from '@/lib/state/here'"],
  ['entrypoints/crm', "import { h } from 'preact'"],
  ['entrypoints/crm', "import { words } from '@/lib/text/words'"],
  ['entrypoints/background', "import { card } from '@/components/notes/card'"],
  ['entrypoints/workspace', "import { notes } from '@/lib/store/notes'"],
  ['entrypoints/workspace', "import { main } from '@/entrypoints/panel/main'"],
  ['lib/state', "import { main } from '@/entrypoints/panel/main'"],
  ['tests', "import { main } from '@/entrypoints/panel/main'"],
  ['lib/domain', "import { helper } from '@/tests/helper'"],
  ['lib/domain', "import { nothing } from '@/lib/domain/nowhere'"],
  ['lib/another', "import { sum } from '@/lib/domain/deal'"],
  ['lib/domain', "import { pad } from 'left-pad'"],
];

const ALLOWED: [from: string, imports: string][] = [
  ['lib/domain', "import { z } from 'zod/mini'"],
  ['lib/crm/collect', "import type { Deal } from '@/lib/domain/deal'"],
  ['lib/crm/collect', "import { LIMIT } from '@/lib/domain/note'"],
  ['lib/crm/interpret', "import { sum } from '@/lib/domain/deal'"],
  ['lib/store', "import { openDB } from 'idb'"],
  ['lib/messages/server', "import { z } from 'zod/mini'"],
  ['lib/state', "import { signal } from '@preact/signals'"],
  ['components/notes', "import type { Deal } from '@/lib/domain/deal'"],
  ['components/notes', "import { here } from '@/lib/state/here'"],
  ['entrypoints/crm', "import { look } from '@/lib/crm/collect/look'"],
  ['entrypoints/background', "import { money } from '@/lib/crm/interpret/money'"],
  ['tests', "import { sum } from '@/lib/domain/deal'"],
];

interface Violation {
  from: string;
  rule: { name: string };
}

const root = mkdtempSync(join(tmpdir(), 'sideline-rooms-'));
let violations: Violation[] = [];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The file that holds one import of the tables above; a room that is one file is written anew. */
function fileOf(kind: string, index: number, from: string): string {
  return from.endsWith('.ts') ? from : `${from}/${kind}-${index}.ts`;
}

beforeAll(() => {
  for (const [path, text] of Object.entries(ROOMS)) write(path, text);
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  write('node_modules/zod/mini/index.js', 'module.exports = {};');
  write(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1'])) }),
  );
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'preserve', verbatimModuleSyntax: true } }),
  );
  write('lib/domain/ring-a.ts', "import './ring-b';");
  write('lib/domain/ring-b.ts', "import './ring-a';");
  REFUSED.forEach(([from, line], index) => write(fileOf('refused', index, from), `${line};`));
  ALLOWED.forEach(([from, line], index) => write(fileOf('allowed', index, from), `${line};`));
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = resolve('tests/imports.mjs');
  const args = [
    program,
    '--config',
    config,
    '--output-type',
    'json',
    'lib',
    'components',
    'entrypoints',
    'tests',
  ];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const report: { summary: { violations: Violation[] } } = JSON.parse(stdout);
  violations = report.summary.violations;
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

const rulesAgainst = (file: string) =>
  violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

describe('the import table', () => {
  it.each(REFUSED.map(([from, line], index) => ({ from, line, file: fileOf('refused', index, from) })))(
    'refuses in $from: $line',
    ({ file }) => {
      expect(rulesAgainst(file)).not.toEqual([]);
    },
  );

  it.each(ALLOWED.map(([from, line], index) => ({ from, line, file: fileOf('allowed', index, from) })))(
    'allows in $from: $line',
    ({ file }) => {
      expect(rulesAgainst(file)).toEqual([]);
    },
  );

  it('refuses a cycle', () => {
    expect(rulesAgainst('lib/domain/ring-a.ts')).toContain('no-cycles');
  });
});
