/** Rules on the text of files. Each says what it found, and what to do instead. */

export interface Rule {
  name: string;
  /** Looked for in the code, without its comments. */
  finds: RegExp;
  instead: string;
}

/** What no code that ships may do. */
export const SHIPPED_RULES: readonly Rule[] = [
  {
    name: 'no markup from text',
    finds:
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|document\.write(ln)?)\b/,
    instead: 'make nodes and set textContent, or let Preact do it',
  },
  {
    name: 'no message to a page',
    // A port of the extension has the same method: it is always called `port`.
    finds: /(?<!\bport\.|Port\.)\bpostMessage\b/,
    instead: 'send it by lib/messages, which a page cannot hear',
  },
  {
    name: 'no web storage',
    finds: /\b(localStorage|sessionStorage|document\.cookie)\b/,
    instead: 'ask the background, which keeps it in lib/store',
  },
  {
    name: 'no code from text',
    finds: /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(/,
    instead: 'recipes and packs are data: read them',
  },
  {
    name: 'no network',
    finds: /\b(fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport)/,
    instead: 'nothing leaves the computer',
  },
];

/** What pure rooms may not know: they get the time, the page and chance as arguments. */
export const PURE_RULES: readonly Rule[] = [
  {
    name: 'no clock',
    finds: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    instead: 'take the time as an argument',
  },
  { name: 'no chance', finds: /\bMath\.random\b|\bcrypto\./, instead: 'take the draw as an argument' },
  {
    name: 'no browser',
    finds: /(?<![\w.'"])(document|window|navigator|browser|chrome|globalThis)\./,
    instead: 'take plain data as an argument',
  },
];

/** For every file that people write. */
export const TEXT_RULES: readonly Rule[] = [
  {
    name: 'no open end without a date',
    // Written apart, so that this file does not find itself.
    finds: new RegExp(
      `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b(?! \\[\\d{4}-\\d{2}-\\d{2}\\])`,
    ),
    instead: 'do it, or give the day and a name: [2026-12-01] Jo',
  },
];

export const LINE_LIMIT = 300;

/** What a text breaks, one line each: where, which rule, what to do instead. */
export function violations(text: string, rules: readonly Rule[], file = 'text'): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      rules
        .filter(({ finds }) => finds.test(line))
        .map(({ name, instead }) => `${file}:${index + 1} ${name}: ${instead}`),
    );
}

/** Code with its comments blanked; lines stay where they are, and what looks like a comment in a string stays. */
export function withoutComments(code: string): string {
  const piece =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;
  return code.replace(piece, (whole, text: string | undefined) => text ?? whole.replace(/[^\n]/g, ' '));
}

/** Says so where a file is longer than the limit. */
export function tooLong(text: string, file = 'text'): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > LINE_LIMIT
    ? [`${file} has ${lines} lines, more than ${LINE_LIMIT}: look for the second idea in it`]
    : [];
}

/** Addresses that a lockfile would fetch packages from. */
export function lockedAddresses(lockfile: string): string[] {
  return [...lockfile.matchAll(/"resolved":\s*"([^"]*)"/g)].map(([, address]) => address ?? '');
}

/** Scripts that a README does not name as people call them. */
export function unnamedScripts(scripts: readonly string[], readme: string): string[] {
  const calls = (name: string) =>
    (name === 'start' || name === 'test' ? [`npm ${name}`] : []).concat(`npm run ${name}`);
  return scripts.filter((name) => !calls(name).some((call) => new RegExp(`${call}(?![\\w:-])`).test(readme)));
}

/** Functions and classes in a file that should hold types and limits alone. */
export function functionsIn(code: string): string[] {
  return [...withoutComments(code).matchAll(/\bfunction\b|=>|\bclass\s+\w/g)].map(([found]) => found);
}
