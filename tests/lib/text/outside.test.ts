import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseMessagesObject } from '@wxt-dev/i18n/build';
import { ROOT, sources, stringsIn, wordsIn } from './scan';

const LOCALES = join(ROOT, 'lib/text/locales');
const FIRST = 'en.yml';

const language = (file: string) => parseMessagesObject(parse(readFileSync(join(LOCALES, file), 'utf8')));
const keysOf = (file: string) =>
  language(file)
    .map(({ key }) => key.join('.'))
    .filter((key) => !key.startsWith('@@'));

describe('words outside lib/text', () => {
  test.each([
    ['text between tags', '<p>Nothing is late.</p>'],
    ['a word alone', '<button>Keep</button>'],
    ['a label', '<button aria-label="Menu" />'],
    ['a label in braces', "<input placeholder={'Search'} />"],
    ['a label with something filled in', '<p title={`Note on ${name}`} />'],
    ['words in braces', "<p>{'Kept'}</p>"],
    ['words by condition', "<p>{kept ? 'Kept' : undo}</p>"],
    ['words behind a condition', "<p>{kept && 'Kept'}</p>"],
    ['a sentence passed on', '<Toast words="Put back again" />'],
    ['a sentence in an object', "const item = { words: 'Open the workspace' };"],
  ])('are found: %s', (_, code) => {
    expect(
      wordsIn(
        'sample.tsx',
        `export const sample = (kept, undo, name) => { const a = 1; ${code.startsWith('<') ? `return ${code}` : code} };`,
      ),
    ).toHaveLength(1);
  });

  test.each([
    "tab.title = 'Open';",
    "const said = 'This page does not let it in';",
    "const said = 'not let in.';",
  ])('are found where no element is made: %s', (code) => expect(wordsIn('sample.ts', code)).toHaveLength(1));

  test.each(["tab.style.font = '14px system ui';", "throw new Error('Not a key');", "const side = 'left';"])(
    'are not seen in what nobody reads: %s',
    (code) => expect(wordsIn('sample.ts', code)).toEqual([]),
  );

  test.each([
    ['<p class="button button-small">{t(\'note.keep\')}</p>'],
    ["<li data-state={kept === 'Kept it' ? 'read' : 'missing'} />"],
    ['<kbd>Alt+Shift+S</kbd>'],
    ['<b> </b>'],
  ])('are not seen where there are none: %s', (code) => {
    expect(wordsIn('sample.tsx', `export const sample = (kept) => ${code};`)).toEqual([]);
  });

  test('are nowhere in what is shown', () => {
    const shown = sources('components', 'lib/state', 'entrypoints');
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.flatMap(({ path, text }) => wordsIn(path, text))).toEqual([]);
  });

  test('are not in the pages themselves', () => {
    for (const page of ['panel', 'workspace']) {
      const html = readFileSync(join(ROOT, `entrypoints/${page}/index.html`), 'utf8');
      expect(html.replaceAll(/<[^>]*>/g, '').trim()).toBe('');
    }
  });
});

describe('each key of the words', () => {
  const used = sources('components', 'lib/state', 'lib/text', 'entrypoints').flatMap(({ path, text }) =>
    stringsIn(path, text),
  );
  const config = existsSync(join(ROOT, 'wxt.config.ts'))
    ? readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')
    : '';
  const manifest = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name);
  const patterns = used
    .filter((string) => /^[\w.*]+$/.test(string) && string.includes('.'))
    .map(
      (string) =>
        new RegExp(
          `^${string.replaceAll('.', '\\.').replaceAll('*', '\\w+')}(\\.(zero|one|two|few|many|other))?$`,
        ),
    );
  const isUsed = (key: string) =>
    used.includes(key) || manifest.includes(key) || patterns.some((pattern) => pattern.test(key));

  test('is used somewhere', () => {
    expect(keysOf(FIRST).filter((key) => !isUsed(key))).toEqual([]);
  });

  test('that the manifest names exists', () => {
    expect(manifest.length).toBeGreaterThan(0);
    expect(manifest.filter((name) => !keysOf(FIRST).includes(name))).toEqual([]);
  });

  test('that is used exists', () => {
    const groups = new Set(keysOf(FIRST).map((key) => key.split('.')[0]));
    const asked = used.filter(
      (string) => /^[a-z]\w+(\.\w+)+$/.test(string) && groups.has(string.split('.')[0]),
    );
    const known = new Set(keysOf(FIRST).flatMap((key) => [key, key.replace(/\.\w+$/, '')]));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('a language file', () => {
  test.each(readdirSync(LOCALES))(
    '%s has all keys, all that is filled in, and each form of its plurals',
    (file) => {
      const messages = new Map(language(file).map((entry) => [entry.key.join('.'), entry]));
      const tag = messages.get('language');
      const forms = new Intl.PluralRules(tag?.type === 'simple' ? tag.message : '').resolvedOptions()
        .pluralCategories;
      const plurals = keysOf(FIRST).flatMap((key) =>
        key.endsWith('.other') ? [key.replace(/\.other$/, '')] : [],
      );
      const isPlural = (key: string) => plurals.includes(key.replace(/\.\w+$/, ''));
      for (const base of plurals) for (const form of forms) expect(keysOf(file)).toContain(`${base}.${form}`);
      const first = language(FIRST).filter(({ key }) => !isPlural(key.join('.')));
      for (const { key, namedSubstitutions } of first) {
        expect(messages.get(key.join('.'))?.namedSubstitutions.toSorted()).toEqual(
          namedSubstitutions.toSorted(),
        );
      }
    },
  );

  test('gives the script in the page at most ten words', () => {
    expect(keysOf(FIRST).filter((key) => key.startsWith('page.')).length).toBeLessThanOrEqual(10);
  });
});
