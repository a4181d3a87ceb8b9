import { describe, expect, it } from 'vitest';
import { filesIn, read, topLevel } from './files';
import {
  LINE_LIMIT,
  PURE_RULES,
  SHIPPED_RULES,
  TEXT_RULES,
  functionsIn,
  lockedAddresses,
  tooLong,
  unnamedScripts,
  violations,
  withoutComments,
} from './rules';

const SHIPPED = ['entrypoints', 'components', 'lib'];
const CODE = ['.ts', '.tsx'];

describe('code that ships', () => {
  const broken: [string, string][] = [
    ['no markup from text', 'box.innerHTML = name;'],
    ['no markup from text', '<p dangerouslySetInnerHTML={{ __html: name }} />'],
    ['no markup from text', "document.write('x');"],
    ['no message to a page', "window.postMessage({ note }, '*');"],
    ['no message to a page', 'frame.contentWindow?.postMessage(note);'],
    ['no web storage', "localStorage.setItem('draft', text);"],
    ['no web storage', 'sessionStorage.clear();'],
    ['no code from text', 'eval(text);'],
    ['no code from text', "const run = new Function('a', body);"],
    ['no network', "await fetch('https://example.com');"],
    ['no network', 'const request = new XMLHttpRequest();'],
    ['no network', "new WebSocket('wss://example.com');"],
  ];

  it.each(broken)('%s: finds %s', (name, line) => {
    expect(violations(line, SHIPPED_RULES).map((found) => found.split(':1 ')[1]?.split(':')[0])).toEqual([
      name,
    ]);
  });

  it.each([
    'port.postMessage(message);',
    'prefetch(page);',
    '// innerHTML is never set',
    "/* fetch('x') */ go();",
  ])('lets pass: %s', (line) => {
    expect(violations(withoutComments(line), SHIPPED_RULES)).toEqual([]);
  });

  it('keeps what looks like a comment inside a string', () => {
    expect(withoutComments("const a = 'http://x'; // gone")).toMatch(/^const a = 'http:\/\/x'; +$/);
    expect(withoutComments('a("//", innerHTML)')).toContain('innerHTML');
  });

  it('breaks no rule', () => {
    const found = filesIn(SHIPPED, CODE).flatMap(({ path, text }) =>
      violations(withoutComments(text), SHIPPED_RULES, path),
    );
    expect(found).toEqual([]);
  });
});

describe('pure rooms', () => {
  it.each([
    ['no clock', 'const now = Date.now();'],
    ['no clock', 'const today = new Date();'],
    ['no chance', 'const id = Math.random();'],
    ['no browser', "document.querySelector('p')"],
    ['no browser', 'await browser.storage.local.get()'],
  ])('%s: finds %s', (name, line) => {
    expect(violations(line, PURE_RULES).join()).toContain(name);
  });

  it('know no clock, no chance and no browser', () => {
    const rooms = ['lib/domain', 'lib/crm/interpret', 'lib/crm/recipes'];
    const found = filesIn(rooms, CODE).flatMap(({ path, text }) =>
      violations(withoutComments(text), PURE_RULES, path),
    );
    expect(found).toEqual([]);
  });

  it('hold no function where other rooms take limits from', () => {
    expect(functionsIn('export const cut = (text: string) => text;')).not.toEqual([]);
    expect(functionsIn('export function cut() {}')).not.toEqual([]);
    for (const name of ['note', 'reading', 'site']) {
      expect(functionsIn(read(`lib/domain/${name}.ts`).text), name).toEqual([]);
    }
  });
});

describe('every file that people write', () => {
  const written = filesIn(['.'], [...CODE, '.cjs', '.mjs', '.css', '.md', '.json', '.yml']).filter(
    ({ path }) => path !== 'package-lock.json',
  );

  it('gives the day where something is left to do', () => {
    const word = ['TO', 'DO'].join('');
    expect(violations(`// ${word}: later`, TEXT_RULES)).toHaveLength(1);
    expect(violations(`// ${word} [2026-12-01] Jo: later`, TEXT_RULES)).toEqual([]);
    expect(written.flatMap(({ path, text }) => violations(text, TEXT_RULES, path))).toEqual([]);
  });

  it(`has at most ${LINE_LIMIT} lines of code`, () => {
    expect(tooLong('x\n'.repeat(LINE_LIMIT + 1))).toHaveLength(1);
    expect(tooLong('x\n'.repeat(LINE_LIMIT))).toEqual([]);
    const code = written.filter(({ path }) => /\.(tsx?|[cm]js)$/.test(path));
    expect(code.flatMap(({ path, text }) => tooLong(text, path))).toEqual([]);
  });
});

describe('the repository', () => {
  it('has these names at the top and no other', () => {
    const allowed = (
      '.ci .github .gitignore .npmrc .oxlintrc.json .prettierrc.json CHANGELOG.md LICENSE README.md SECURITY.md ' +
      'components entrypoints lib package-lock.json package.json public tests tsconfig.json wxt.config.ts'
    ).split(' ');
    expect(topLevel().sort()).toEqual(allowed.sort());
  });

  it('names no registry in the lockfile, so that each machine installs from its own', () => {
    expect(lockedAddresses('{ "resolved": "https://packages.example/a.tgz" }')).toHaveLength(1);
    expect(lockedAddresses(read('package-lock.json').text)).toEqual([]);
  });

  it('names every npm script in the README', () => {
    expect(unnamedScripts(['build', 'test'], 'npm test; npm run build:preset')).toEqual(['build']);
    const manifest: { scripts: Record<string, string> } = JSON.parse(read('package.json').text);
    const own = Object.keys(manifest.scripts).filter((name) => !/^(pre|post)/.test(name));
    expect(unnamedScripts(own, read('README.md').text)).toEqual([]);
  });
});
