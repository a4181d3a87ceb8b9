/**
 * A person's name (or a deal's) in the form in which two spellings are compared: without case, accents, width and the
 * amount of white space. Never shown and never in the plain keys of an index: only compared, and searched in.
 *
 * Marks are taken off Latin, Greek and Cyrillic letters only. In Japanese, Indic and other scripts a mark makes another
 * letter (か, が), so there they stay.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase() // ß becomes SS, which lower case alone does not do
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKED_LETTER, '$1')
    .replace(INVISIBLE, '')
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}

const MARKED_LETTER = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu;

/** Soft hyphens, joiners, direction marks: pages put them into names, and nobody sees them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
