import type { FieldReason } from '@/lib/domain/reading';
import { ownPowersOf, powersOf } from './compact';
import { currenciesOf, currencyInLabel, fractionDigits, isCode, ownCurrency } from './currencies';
import { latinDigits, NUMERAL, numeralsOf, shifted, type DecimalMark, type Numeral } from './numbers';
import { inert } from './text';

/** What an amount's words say. */
export interface AmountRead {
  /** Plain decimals, all that the words allow, the likeliest first. */
  values: string[];
  /** ISO 4217; absent where the words do not settle it. */
  currency?: string;
  /** All that a shared sign may mean, the usual ones first; only where nothing settles it. */
  currencies?: string[];
  state: 'read' | 'approximate' | 'ambiguous';
  reason?: FieldReason;
}

/** What the page tells beside the words themselves. */
export interface AmountContext {
  lang: string | null;
  decimal: DecimalMark | null;
  /** Codes that stand elsewhere among the page's amounts. */
  codes: readonly string[];
  label?: string | undefined;
  /** The number in a machine's form. */
  machine?: string | undefined;
}

/** The longest text in which an amount is sought: more is a sentence, not an amount. */
const AMOUNT_LIMIT = 80;

/** Not the hyphen inside a word: `US-Dollar`. */
const MINUS = /[-\u2010-\u2013\u2212\ufe63\uff0d](?!\p{L})|(?<!\p{L})[-\u2010-\u2013\u2212\ufe63\uff0d]/gu;

/**
 * Reads an amount: `€1,250,000.00`, `1.250.000,00 €`, `(1 200,5) kr`, `$7.00K`, `USD 60,000.00 (EUR 55,000.00)`, of which
 * the first counts. Null where there is no amount, or where words stand beside it that are neither currency nor
 * thousands: an amount is never guessed out of a sentence.
 */
export function amountOf(raw: string, context: AmountContext): AmountRead | null {
  const pieces = piecesOf(raw);
  if (!pieces) return null;
  const numerals = byPage(numeralsOf(pieces.run), context.decimal);
  const unit = unitOf(pieces.before, pieces.after, context);
  if (numerals.length === 0 || !unit) return null;
  const sign = pieces.negative ? '-' : '';
  const values = unique(
    unit.powers.flatMap((power) => numerals.map((one) => negated(shifted(one.value, power), sign))),
  );
  return judged(values, numerals, unit, pieces.run, context);
}

/** The decimal mark that an amount shows beyond doubt, or null. */
export function decimalMarkIn(raw: string): DecimalMark | null {
  const pieces = piecesOf(raw);
  const numerals = pieces ? numeralsOf(pieces.run) : [];
  return numerals.length === 1 ? (numerals[0]?.decimal ?? null) : null;
}

/** Reads a percentage as a plain decimal: `25 %` is `25`. */
export function percentOf(raw: string, decimal: DecimalMark | null): AmountRead | null {
  const pieces = piecesOf(raw.replace(/[%٪％]/, ''));
  if (!pieces || pieces.before || pieces.after) return null;
  const values = byPage(numeralsOf(pieces.run), decimal).map((one) =>
    negated(one.value, pieces.negative ? '-' : ''),
  );
  if (values.length === 0) return null;
  return values.length > 1
    ? { values, state: 'ambiguous', reason: 'decimal-or-group' }
    : { values, state: 'read' };
}

interface Pieces {
  run: string;
  before: string;
  after: string;
  negative: boolean;
}

/** Parts the one run of digits from what stands around it; null where there is none or there are several. */
function piecesOf(raw: string): Pieces | null {
  // "1.200,–" is a Swiss and German way to write a whole amount
  const words = inert(raw);
  if (words.length > AMOUNT_LIMIT) return null;
  const text = withoutConverted(latinDigits(words)).replace(/([.,])\s?[-–—]{1,2}(?=\s|$)/, '$100');
  const runs = text.match(NUMERAL) ?? [];
  const run = runs[0];
  if (run === undefined || runs.length > 1) return null;
  const bracketed = /^[^\d]*[(（].*[)）][^\d]*$/.test(text);
  const around = bracketed ? text.replace(/[()（）]/g, '') : text;
  const at = around.indexOf(run);
  const before = around.slice(0, at);
  const after = around.slice(at + run.length);
  const minuses = (before + after).match(MINUS)?.length ?? 0;
  if (minuses > 1 || (minuses === 1 && bracketed)) return null;
  return { run, before: bare(before), after: bare(after), negative: bracketed || minuses === 1 };
}

/** Several currencies: `EUR 60,000.00 (USD 66,000.00)` holds the record's own amount, then a converted one. */
function withoutConverted(text: string): string {
  return text.replace(/^([^()]*\d[^()]*)\([^()]*\d[^()]*\)$/, '$1');
}

function bare(text: string): string {
  return text.replace(MINUS, '').trim();
}

interface Unit {
  currencies: string[];
  powers: number[];
  compact: boolean;
}

/** What stands around the digits, taken wholly as currency and thousands; null where something else is left over. */
function unitOf(before: string, after: string, context: AmountContext): Unit | null {
  const ahead = currencyWords(before, context.lang);
  if (!ahead) return null;
  // `K` is the kwacha and a thousand in Zambia: behind the digits it is the thousand
  for (let cut = ownPowersOf(after, context.lang).length > 0 ? 1 : 0; cut <= after.length; cut += 1) {
    if (insideWord(after, cut)) continue;
    const word = after.slice(0, cut).trim();
    const powers = word ? powersOf(word, context.lang) : [0];
    const behind = powers.length > 0 ? currencyWords(after.slice(cut).trim(), context.lang) : null;
    if (behind) return { currencies: merged(ahead, behind), powers, compact: word !== '' };
  }
  return null;
}

/** Whether a Latin word goes on here: `BR$` holds no billion. A code may be written onto its thousands: `5 MEUR`. */
function insideWord(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const goesOn = /\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after);
  return goesOn && !(/^[kM]$/.test(before) && isCode(after));
}

/** One currency, or a code beside its sign (`EUR €`); an empty list for no words; null for words that name none. */
function currencyWords(words: string, lang: string | null): string[] | null {
  if (!words) return [];
  const all = currenciesOf(words, lang);
  if (all.length > 0) return all;
  const named = words
    .split(/[\s()]+/)
    .filter(Boolean)
    .map((word) => currenciesOf(word, lang));
  if (named.length === 0 || named.length > 2 || named.some((one) => one.length === 0)) return null;
  return named.reduce(merged);
}

function merged(one: string[], other: string[]): string[] {
  if (one.length === 0 || other.length === 0) return one.length > 0 ? one : other;
  const common = one.filter((code) => other.includes(code));
  // a code says more than the sign beside it
  return common.length > 0 ? common : one.length < other.length ? one : other;
}

/** Leaves the ways of reading that fit the page's decimal mark; all where nothing tells. */
function byPage(numerals: Numeral[], decimal: DecimalMark | null): Numeral[] {
  if (numerals.length < 2 || decimal === null) return numerals;
  return numerals.filter((one) => one.decimal === decimal);
}

function judged(
  values: string[],
  numerals: Numeral[],
  unit: Unit,
  run: string,
  context: AmountContext,
): AmountRead {
  const settled = settledCurrency(unit.currencies, context);
  const shared = settled === null && unit.currencies.length > 0;
  const currency = settled !== null ? { currency: settled } : shared ? { currencies: unit.currencies } : {};
  const machine = machineAmong(values, context.machine, unit.compact);
  const state = shared ? 'ambiguous' : 'read';
  if (machine !== null) return { values: [machine], ...currency, state, ...currencyReason(unit, settled) };
  // a word for thousands or millions can mean more than one power of ten
  const doubt = unit.powers.length > 1 ? 'rounded-by-page' : 'decimal-or-group';
  const doubtful = unit.compact ? values : withOddFraction(values, numerals, run, settled);
  if (doubtful.length > 1) return { values: doubtful, ...currency, state: 'ambiguous', reason: doubt };
  if (unit.compact) return { values, ...currency, state: 'approximate', reason: 'rounded-by-page' };
  return { values, ...currency, state, ...currencyReason(unit, settled) };
}

function currencyReason(unit: Unit, settled: string | null): { reason?: FieldReason } {
  if (settled !== null) return {};
  return { reason: unit.currencies.length > 0 ? 'currency-sign-shared' : 'currency-not-on-page' };
}

/**
 * One currency is settled, a shared sign by a code beside it, by the label, by the one fitting code that stands elsewhere
 * on the page, or by the country of the page's language. Where those two differ, neither is believed.
 */
function settledCurrency(currencies: string[], context: AmountContext): string | null {
  if (currencies.length === 1) return currencies[0] ?? null;
  const label = context.label === undefined ? null : currencyInLabel(context.label);
  if (label !== null && (currencies.length === 0 || currencies.includes(label))) return label;
  const own = ownCurrency(context.lang);
  const telling = own === null ? context.codes : [...context.codes, own];
  const fitting = currencies.filter((code) => telling.includes(code));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/**
 * The machine's form counts where the words allow it: it is one of their values or, for a rounded amount, near it.
 * Any other number there (cents, an id) is not this amount.
 */
function machineAmong(values: string[], machine: string | undefined, compact: boolean): string | null {
  if (machine === undefined || machine.length > AMOUNT_LIMIT || !/^-?\d{1,18}(\.\d{1,6})?$/.test(machine))
    return null;
  const number = Number(machine);
  const fits = values.some((value) => {
    const distance = Math.abs(Number(value) - number);
    return distance === 0 || (compact && distance <= Math.abs(number) * 0.05);
  });
  return fits ? String(number) : null;
}

/**
 * `1.234 €` on an English page: read by the page's mark it has three digits after the point, which euros never have.
 * Then the other way of reading is as likely, and both are given, the one that fits the currency's digits first.
 */
function withOddFraction(
  values: string[],
  numerals: Numeral[],
  run: string,
  currency: string | null,
): string[] {
  const other = numeralsOf(run).find((one) => one.decimal !== numerals[0]?.decimal);
  const few = fractionDigits(currency ?? 'USD') < 3;
  const odd = other && numerals[0]?.decimal === run.at(-4) && few;
  const both = odd ? [...values, negated(other.value, values[0]?.startsWith('-') ? '-' : '')] : values;
  const size = (value: string): number => Math.abs(Number(value));
  return unique(both).sort((one, two) => (few ? size(two) - size(one) : size(one) - size(two)));
}

function negated(value: string, sign: string): string {
  return value === '0' ? value : sign + value;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
