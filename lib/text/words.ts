import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';

/**
 * The words shown to users: all of them stand in lib/text/locales, one file a language, and are fetched here by key.
 * Numbers, amounts, days and plurals follow the language of the words, not the computer's, so that a sentence never
 * mixes two languages.
 */

type Structure = GeneratedI18nStructure;
type Values<K extends keyof Structure> = Structure[K] extends {
  namedSubstitutions: readonly (infer N extends string)[];
}
  ? [values: Record<N, string | number>]
  : [];

/** The key of some words. */
export type Key = Extract<keyof Structure, string>;
/** The key of words that have a form for each kind of number. */
export type CountKey = Key extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;

const { t: wordsOf } = createI18n();

/** The words of this key, with the values that they name filled in. */
export function t<K extends Key>(key: K, ...[values]: Values<K>): string {
  return values === undefined ? wordsOf(key) : wordsOf(key, values);
}

/** The language of the words, as BCP 47. */
export function language(): string {
  return wordsOf('language');
}

/** The form of these words that suits `n`, by the plural rules of the language; `{n}` in them is the number. */
export function count(base: CountKey, n: number): string {
  const form = new Intl.PluralRules(language()).select(n);
  return wordsOf(`${base}.${form}`, { n: number(n) });
}

/** A whole number as the language writes it. */
export function number(n: number): string {
  return new Intl.NumberFormat(language()).format(n);
}

/**
 * An amount as CRMs show it, for example €1,250,000.
 * @param value a plain decimal, as a reading keeps it. What is none is shown as it stands.
 * @param currency ISO 4217; where it is not known the number stands alone.
 */
export function amount(value: string, currency?: string): string {
  if (!isDecimal(value)) return currency === undefined ? value : `${currency} ${value}`;
  const plain = new Intl.NumberFormat(language(), { maximumFractionDigits: 20 });
  if (currency === undefined) return plain.format(value);
  if (!/^[A-Z]{3}$/.test(currency)) return `${currency} ${plain.format(value)}`;
  const whole = /^-?\d+(\.0*)?$/.test(value);
  const options = whole ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(language(), { style: 'currency', currency, ...options }).format(value);
}

/**
 * A day, short: "today", "Thu 26 Nov", or with the year where it is another: "26 Nov 2027".
 * @param iso an ISO day, or a moment that begins with one
 * @param today the ISO day of the page's clock
 */
export function day(iso: string, today: string): string {
  const date = iso.slice(0, 10);
  if (date === today.slice(0, 10)) return t('day.today');
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' }).format(at);
  const parts = { day: part({ day: 'numeric' }), month: part({ month: 'short' }) };
  if (date.slice(0, 4) !== today.slice(0, 4)) return t('day.far', { ...parts, year: date.slice(0, 4) });
  return t('day.near', { ...parts, weekday: part({ weekday: 'short' }) });
}

/** Words one after another, as the language lists them. */
export function list(words: string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(words);
}

/** Compares two names as the language orders them. */
export function byName(one: string, other: string): number {
  return new Intl.Collator(language(), { sensitivity: 'base', numeric: true }).compare(one, other);
}

/** Text, not a number: an amount keeps each of its digits. */
function isDecimal(value: string): value is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(value);
}
