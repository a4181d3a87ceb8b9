/**
 * Tells of tens of thousands of texts which may be one of some hundred words, without making a string of any: a large page
 * must not be held up while its labels are sought. Now and then one that is none may pass.
 */

/** So many letters are compared. */
const LETTERS = 4;
const BLANK = 0x20;
const DOT_ABOVE = 0x307;
const FINAL_SIGMA = 0x3c2;

/** Whether a text begins as one of the words does; white space before it does not count, nor does case. */
export function beginningsOf(words: Iterable<string>): (text: string) => boolean {
  const known = new Set<number>();
  for (const word of words) {
    let whole = 0;
    begins(word, (beginning) => {
      whole = beginning;
      return false;
    });
    known.add(whole);
  }
  return (text) => begins(text, (beginning) => known.has(beginning));
}

/** Whether any of a text's beginnings, the first letter, the first two and so on, each as one number, is such. */
function begins(text: string, isSuch: (beginning: number) => boolean): boolean {
  let beginning = 0;
  let before = BLANK;
  for (let n = 0, letters = 0; n < text.length && letters < LETTERS; n++) {
    const letter = letterAt(text, n);
    // Of several blanks only the first counts. A dot above is what is left of a Turkish capital in lower case.
    if (letter === DOT_ABOVE || (letter === BLANK && before === BLANK)) continue;
    beginning = (beginning * 31 + letter) | 0;
    if (isSuch(beginning)) return true;
    before = letter;
    letters++;
  }
  return false;
}

/** In lower case; all white space and control characters are blanks. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code <= BLANK || (code >= 0x7f && code <= 0xa0)) return BLANK;
  if (code < 0x7f) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  const letter = text.charAt(at);
  if (/\s/.test(letter)) return BLANK;
  return code === FINAL_SIGMA ? code + 1 : letter.toLowerCase().charCodeAt(0);
}
