import type { Evidence, Found } from '@/lib/crm/evidence';
import type { PageRecipe } from '@/lib/crm/recipe';
import { dayOrderIn, dayOrderOf, isDotted, type DayOrder } from './dates';
import { isBare, languageOf } from './locale';
import { decimalMarkIn } from './money';
import { namesMonthOtherwise } from './months';
import type { DecimalMark } from './numbers';
import { currencyInLabel, isCode } from './currencies';
import { inert } from './text';

/** How this page writes numbers and days, as far as anything tells. Null: nothing does, or two things disagree. */
export interface PageFormat {
  /** The language that the page declares, unless its own values show that they are written in another. */
  lang: string | null;
  decimal: DecimalMark | null;
  dayOrder: DayOrder | null;
  /** The currencies that the page names by their codes, for settling a shared sign. */
  codes: string[];
}

/** Languages whose countries do not agree on the decimal mark: without a region the language tells nothing. */
const MIXED_DECIMALS = ['es', 'ar', 'ur', 'ms'];

/**
 * The page's own language first, then what its other values show, then what the user chose. A language that any value
 * belies is believed in nothing: neither in marks and order nor in its words, its calendar or its country's currency.
 * Where it and the values disagree on one thing, the values are not believed in that either: what can be read two ways
 * then stays ambiguous.
 */
export function formatOf(evidence: Evidence, page: PageRecipe, numberFormat: string | null): PageFormat {
  const amounts = findsBy(evidence, page, ['money', 'percent']);
  const seen = seenIn(amounts, findsBy(evidence, page, ['date', 'activity']));
  const declared = languageOf(evidence.lang);
  const lang = declared === null || isBelied(declared, seen) ? null : declared;
  const wished = numberFormat === null ? null : languageOf(numberFormat);
  const chosen = wished === null || isBelied(wished, seen) ? null : wished;
  const settle = <T>(of: (lang: string) => T | null, shown: T[]): T | null => {
    const own = declared !== null && (lang !== null || shown.length > 0) ? of(declared) : null;
    const said = new Set(own === null ? shown : [own, ...shown]);
    if (said.size > 1) return null;
    return [...said][0] ?? (chosen === null ? null : of(chosen));
  };
  return {
    lang,
    decimal: settle(decimalMarkOf, seen.decimals),
    dayOrder: settle(localOrder, seen.orders),
    codes: [...new Set(amounts.flatMap(codesIn))],
  };
}

/** What the values of a page show of its format beyond doubt. */
interface Seen {
  decimals: DecimalMark[];
  orders: DayOrder[];
  /** The texts of days. */
  days: string[];
}

function seenIn(amounts: Found[], days: Found[]): Seen {
  return {
    decimals: amounts.flatMap((found) => decimalMarkIn(found.raw) ?? []),
    orders: days.flatMap((found) => dayOrderIn(found.raw) ?? []),
    days: days.map((found) => inert(found.raw)),
  };
}

/** Whether values on the page are written as this language would not write them. */
function isBelied(lang: string, seen: Seen): boolean {
  const mark = decimalMarkOf(lang);
  const order = localOrder(lang);
  return (
    (mark !== null && seen.decimals.some((one) => one !== mark)) ||
    (order !== null && seen.orders.some((one) => one !== order)) ||
    (order !== null && order !== 'dmy' && seen.days.some(isDotted)) ||
    seen.days.some((day) => /\d{4}/.test(day) && namesMonthOtherwise(day, lang))
  );
}

function decimalMarkOf(lang: string): DecimalMark | null {
  if (isBare(lang) && MIXED_DECIMALS.includes(lang)) return null;
  const marks = [{}, { style: 'currency', currency: 'EUR' } as const].map((style) => {
    const parts = new Intl.NumberFormat(lang, style).formatToParts(1.5);
    return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
  });
  // Swiss French has a comma in numbers and a point in money
  const [number, money] = marks;
  return number !== undefined && number === money ? number : null;
}

/** A bare `en` is written in countries that put the day first and in one that does not. */
function localOrder(lang: string): DayOrder | null {
  return lang === 'en' ? null : dayOrderOf(lang);
}

function findsBy(evidence: Evidence, page: PageRecipe, parsers: string[]): Found[] {
  return Object.entries(page.fields).flatMap(([name, field]) =>
    parsers.includes(field.parser) ? (evidence.fields[name as keyof typeof page.fields] ?? []) : [],
  );
}

function codesIn(found: Found): string[] {
  const inWords = inert(found.raw).match(/(?<![A-Z])[A-Z]{3}(?![A-Z])/g) ?? [];
  const inLabel = found.label === undefined ? null : currencyInLabel(found.label);
  return [...inWords.filter(isCode), ...(inLabel ? [inLabel] : [])];
}
