import { calendarOf, monthOf } from './calendars';
import { LANGUAGES, remembered } from './locale';
import { latinDigits } from './numbers';
import { fold } from './text';

/** A month by its name, in the calendar whose name it is. */
export interface NamedMonth {
  calendar: string;
  /** 1 to 12 (13 in some calendars). */
  month: number;
}

/** The names found in a text: all months that they may be, and the text without them. */
export interface MonthFound {
  months: NamedMonth[];
  rest: string;
}

/**
 * Finds the one name of a month in a text: in the page's language, else in English, else in any language we know, where
 * a word may name two months (`listopad` is November in Czech, October in Croatian). Null for none, or for two different.
 */
export function monthIn(text: string, lang: string | null): MonthFound | null {
  const own = lang === null ? null : foundIn(text, monthNames(lang), lang);
  return own ?? foundIn(text, monthNames('en'), 'en') ?? foundIn(text, allMonthNames(''), lang ?? 'en');
}

/** Days from today that a word like `tomorrow` means, or null. */
export function daysFromWord(text: string, lang: string | null): number | null {
  const word = fold(text);
  const known = (lang === null ? undefined : relativeWords(lang).get(word)) ?? relativeWords('en').get(word);
  // the words of all languages are many, and none holds a digit
  if (known !== undefined || lang !== null || /\d/.test(word)) return known ?? null;
  const said = new Set(
    LANGUAGES.map((language) => dayWords(language).get(word)).filter((one) => one !== undefined),
  );
  const [only] = said;
  return said.size === 1 ? (only ?? null) : null;
}

type Names = Map<string, NamedMonth[]>;

function foundIn(text: string, names: Names, lang: string): MonthFound | null {
  const folded = ` ${words(text).join(' ')} `;
  const hits = [...names.keys()].filter((name) => folded.includes(` ${name} `));
  const longest = hits.filter(
    (name) => !hits.some((other) => other !== name && ` ${other} `.includes(` ${name} `)),
  );
  // "mar. 5 déc.": short weekdays can be spelt as a month
  const kept = longest.length > 1 ? longest.filter((name) => !weekdays(lang).has(name)) : longest;
  const [name] = kept;
  if (name === undefined || kept.length > 1) return null;
  return { months: names.get(name) ?? [], rest: folded.replace(` ${name} `, ' ').trim() };
}

/** Words and runs of digits, folded. */
function words(text: string): string[] {
  return fold(text).match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
}

/** How a language writes its months: beside a day, where many change the word's ending, and alone. */
const USUAL: Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'long' },
];
const ALL: Intl.DateTimeFormatOptions[] = [
  ...USUAL,
  { month: 'short' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
];

/** The months of one language in all their forms, in our calendar and in its own. */
const monthNames = remembered((lang) => {
  const names: Names = new Map();
  for (const calendar of new Set(['gregory', calendarOf(lang)])) addNames(names, lang, calendar, ALL);
  return names;
});

/** Those of all languages, in their usual forms only: making a format costs most of the time. */
const allMonthNames = remembered(() => {
  const names: Names = new Map();
  for (const lang of LANGUAGES) addNames(names, lang, 'gregory', USUAL);
  return names;
});

function addNames(names: Names, lang: string, calendar: string, forms: Intl.DateTimeFormatOptions[]): void {
  const common = { timeZone: 'UTC', calendar, numberingSystem: 'latn' } as const;
  const formats = forms.map((form) => new Intl.DateTimeFormat(lang, { ...common, ...form }));
  // months of other calendars begin in the middle of ours
  for (let day = 0; day < 366; day += calendar === 'gregory' ? 30 : 9) {
    const date = Date.UTC(2026, 0, 10 + day);
    const month = monthOf(calendar, date);
    for (const format of formats) addName(names, nameOf(format, date), { calendar, month });
  }
}

function addName(names: Names, name: string, month: NamedMonth): void {
  const key = words(name).join(' ');
  // names that are numbers ("12月", "tháng 12") are read as numbers
  if (!key || /\d/.test(key)) return;
  addExact(names, key, month);
  if (/^\p{Script=Latin}{4,}$|^\p{Script=Cyrillic}{4,}$|^\p{Script=Greek}{4,}$/u.test(key)) {
    addExact(names, key.slice(0, 3), month);
  }
}

function addExact(names: Names, key: string, month: NamedMonth): void {
  const before = names.get(key) ?? [];
  const known = before.some((one) => one.month === month.month && one.calendar === month.calendar);
  if (!known) names.set(key, [...before, month]);
}

function nameOf(format: Intl.DateTimeFormat, date: number): string {
  const parts = format.formatToParts(date);
  const at = parts.findIndex((part) => part.type === 'month');
  // endings and prepositions are written onto the name: "abenduaren", "בדצמבר"
  const before = /[\p{L}\p{M}]*$/u.exec(parts[at - 1]?.value ?? '')?.[0] ?? '';
  const after = /^[\p{L}\p{M}]*/u.exec(parts[at + 1]?.value ?? '')?.[0] ?? '';
  return before + (parts[at]?.value ?? '') + after;
}

const weekdays = remembered((lang) => {
  const names = new Set<string>();
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1) names.add(fold(format.format(Date.UTC(2026, 0, day))));
  }
  return names;
});

/** `today`, `tomorrow`, `in 3 days`, `3 days ago`, up to 60 days each way. */
const relativeWords = remembered((lang) => {
  const said = new Map(dayWords(lang));
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.RelativeTimeFormat(lang, { style, numeric: 'always' });
    for (let days = -60; days <= 60; days += 1) said.set(fold(latinDigits(format.format(days, 'day'))), days);
  }
  return said;
});

/** The words for today, the two days before and the two after, where the language has them. */
const dayWords = remembered((lang) => {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  return new Map([-2, -1, 0, 1, 2].map((days) => [fold(latinDigits(format.format(days, 'day'))), days]));
});
