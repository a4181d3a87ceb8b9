/**
 * Makes what stands on a page tellable: every word becomes x's, but for words that say what a thing is and never whose. What
 * is kept is a list of what is known, not of what is refused: a name that nobody thought of is blanked, too.
 */
import type { Recipe } from './recipe';

/** Words of markup and of CRMs, in names of elements, attributes, classes and addresses. */
const STRUCTURE = new Set(
  (
    'a abbr account action actions active activity address alt amount app area aria article aside attr autocomplete ' +
    'avatar b badge bar base block board body box br button canvas caption card cell checked child chip class close ' +
    'closed code col cols colspan column company component contact container content contenteditable control ' +
    'controls count created crm currency current custom data date datetime day days dd deal deals default desc ' +
    'described detail details dialog dir disabled display div dl dom dropdown dt edit editable element em empty end ' +
    'entity error expand expanded field fields fieldset figure fill first flex focus footer form format formatted ' +
    'from full grid group h has haspopup head header heading height hidden hint hr href i icon id iframe image img ' +
    'index info inline inner input inside invalid is item items js key kind label labelledby lang large last layout ' +
    'lead left legend level li line link list live local lookup main max maxlength md menu meta min modal model ' +
    'module money multiselectable name nav next no none noscript number object of ol on onclick open opportunity ' +
    'optgroup option order outer output owner p page panel parent part path pattern picker pipeline placeholder ' +
    'popover pre preview primary progress property read readonly record ref region rel related required right role ' +
    'root row rows rowspan sales screen script secondary section select selected shadow single size slot sm small ' +
    'span spellcheck src srcset stage state static status step steps strong style sub summary sup svg tab tabindex ' +
    'table tag target task tbody td team template test text textarea tfoot th thead time timeline title tool toolbar ' +
    'top total tr type ui ul unit user value valuemax valuemin valuenow video view visible widget width wrap wrapper ' +
    'xs'
  ).split(' '),
);

/** One word of a name as programs write them: `closeDate` has two, `HTMLForm` has two. */
const WORD = /\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{Lt}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{Lu}/gu;

const PUNCTUATION = /[^\p{L}\p{M}\p{N}\p{Sc} !#$%&'()*+,\-./:;=?@[\]^_{|}~]/gu;

/** Words that may be told, in lower case. */
export type Known = ReadonlySet<string>;

/** The words of structure, and those of a recipe: it is public, and holds nobody's. */
export function knownBy(recipe: Recipe): Known {
  const words = JSON.stringify([recipe.crm, recipe.marks, recipe.pages]).match(WORD) ?? [];
  return new Set([...STRUCTURE, ...words.map((word) => word.toLowerCase())]);
}

/** The words as x's of the same length, capitals as such, digits as zeros; nothing of it can be told apart any more. */
export function blanked(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(PUNCTUATION, '·')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? letter : 'x'))
    .replace(/\p{N}/gu, '0');
}

/** The same, but words that are known stay. For names that programs gave, never for what people wrote. */
export function partlyBlanked(name: string, known: Known): string {
  let told = '';
  let at = 0;
  for (const { 0: word, index } of name.matchAll(WORD)) {
    told += blanked(name.slice(at, index)) + (known.has(word.toLowerCase()) ? word : blanked(word));
    at = index + word.length;
  }
  return told + blanked(name.slice(at));
}

/** Whether a text is one that was blanked: it has no word but x's and known ones, and no number but zeros. */
export function isBlanked(text: string, known: Known): boolean {
  const words = text.match(WORD) ?? [];
  return (
    words.every((word) => /^[Xx]+$/.test(word) || known.has(word.toLowerCase())) && !/[^\P{N}0]/u.test(text)
  );
}
