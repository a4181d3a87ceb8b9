import type { Evidence, Found } from '@/lib/crm/evidence';
import type { PageRecipe } from '@/lib/crm/recipe';
import { dayOrderIn, dayOrderOf, type DayOrder } from './dates';
import { isBare, languageOf } from './locale';
import { decimalMarkIn } from './money';
import type { DecimalMark } from './numbers';
import { currencyInLabel, isCode } from './currencies';
import { inert } from './text';

/** How this page writes numbers and days, as far as anything tells. Null: nothing does, or two things disagree. */
export interface PageFormat {
  lang: string | null;
  decimal: DecimalMark | null;
  dayOrder: DayOrder | null;
  /** The currencies that the page names by their codes, for settling a shared sign. */
  codes: string[];
}

/** Languages whose countries do not agree on the decimal mark: without a region the language tells nothing. */
const MIXED_DECIMALS = ['es', 'ar', 'ur', 'ms'];

/**
 * The page's own language first, then what its other values show, then what the user chose. Where language and values
 * disagree, neither is believed: values that can be read two ways then stay ambiguous.
 */
export function formatOf(evidence: Evidence, page: PageRecipe, numberFormat: string | null): PageFormat {
  const lang = languageOf(evidence.lang);
  const chosen = numberFormat === null ? null : languageOf(numberFormat);
  const amounts = findsBy(evidence, page, ['money', 'percent']);
  const days = findsBy(evidence, page, ['date', 'activity']);
  return {
    lang,
    decimal: settled(
      lang === null ? null : decimalMarkOf(lang),
      agreed(amounts.map((found) => decimalMarkIn(found.raw))),
      chosen === null ? null : decimalMarkOf(chosen),
    ),
    dayOrder: settled(
      lang === null ? null : localOrder(lang),
      agreed(days.map((found) => dayOrderIn(found.raw))),
      chosen === null ? null : localOrder(chosen),
    ),
    codes: [...new Set(amounts.flatMap(codesIn))],
  };
}

function decimalMarkOf(lang: string): DecimalMark | null {
  if (isBare(lang) && MIXED_DECIMALS.includes(lang)) return null;
  const marks = [{}, { style: 'currency', currency: 'EUR' } as const].map((style) => {
    const parts = new Intl.NumberFormat(lang, style).formatToParts(1.5);
    return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
  });
  // Swiss French has a comma in numbers and a point in money
  return agreed(marks);
}

/** A bare `en` is written in countries that put the day first and in one that does not. */
function localOrder(lang: string): DayOrder | null {
  return lang === 'en' ? null : dayOrderOf(lang);
}

function settled<T>(own: T | null, seen: T | null, chosen: T | null): T | null {
  if (own !== null && seen !== null && own !== seen) return null;
  return own ?? seen ?? chosen;
}

/** What all agree on; null where none says anything or two differ. */
function agreed<T>(said: (T | null)[]): T | null {
  const different = [...new Set(said.filter((one) => one !== null))];
  return different.length === 1 ? (different[0] ?? null) : null;
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
