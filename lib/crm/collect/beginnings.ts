/**
 * Tells of tens of thousands of texts which may be one of some hundred words, without making a string of any: a large page
 * must not be held up while its labels are sought.
 */

/** So many letters are compared. */
const LETTERS = 4;
const BLANK = 0x20;
const DOT_ABOVE = 0x307;
const FINAL_SIGMA = 0x3c2;
const SIGMA = 0x3c3;

/** What may come after some letters. */
interface Letters {
  isEnd: boolean;
  next: Map<number, Letters>;
}

/** Whether a text begins as one of the words does; white space before it does not count, nor does case. */
export function beginningsOf(words: Iterable<string>): (text: string) => boolean {
  const root: Letters = { isEnd: false, next: new Map() };
  for (const word of words) add(word, root);
  return (text) => {
    let at: Letters | undefined = root;
    let before = BLANK;
    for (let n = 0; n < text.length && at !== undefined; n++) {
      const letter = letterAt(text, n);
      if (counts(letter, before)) at = at.next.get(letter);
      if (at?.isEnd === true) return true;
      before = letter;
    }
    return false;
  };
}

function add(word: string, root: Letters): void {
  let at = root;
  let before = BLANK;
  for (let n = 0, letters = 0; n < word.length && letters < LETTERS; n++) {
    const letter = letterAt(word, n);
    if (!counts(letter, before)) continue;
    const next: Letters = at.next.get(letter) ?? { isEnd: false, next: new Map() };
    at.next.set(letter, next);
    at = next;
    before = letter;
    letters++;
  }
  at.isEnd = true;
}

/** Of several blanks only the first counts. A dot above is what is left of a Turkish capital in lower case. */
function counts(letter: number, before: number): boolean {
  return letter !== DOT_ABOVE && (letter !== BLANK || before !== BLANK);
}

/** In lower case; all white space and control characters are blanks. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isBlank(code)) return BLANK;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  if (code === FINAL_SIGMA) return SIGMA;
  return text.charAt(at).toLowerCase().charCodeAt(0);
}

function isBlank(code: number): boolean {
  if (code < 0x80) return code <= BLANK || code === 0x7f;
  if (code <= 0xa0) return true;
  if (code < 0x1680) return false;
  return /^\s$/.test(String.fromCharCode(code));
}
