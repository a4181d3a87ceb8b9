import { calendarOf, monthOf } from './calendars';
import { LANGUAGES, remembered } from './locale';
import { latinDigits } from './numbers';
import { fold, inert } from './text';

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
  /** The name is neither of the page's language nor English. */
  foreign: boolean;
}

/**
 * Finds the one name of a month in a text: in the page's language, else in English, else in any language we know, where
 * a word may name two months (`listopad` is November in Czech, October in Croatian). Null for none, or for two different.
 */
export function monthIn(text: string, lang: string | null): MonthFound | null {
  const own = lang === null ? null : foundIn(text, monthNames(lang), lang);
  const known = own ?? foundIn(text, monthNames('en'), 'en');
  if (known) return { ...known, foreign: false };
  const any = foundIn(text, allMonthNames(''), lang ?? 'en');
  return any && { ...any, foreign: true };
}

/** Whether a day's month is named in a text, and not in this language. */
export function namesMonthOtherwise(text: string, lang: string): boolean {
  return (
    /\p{L}/u.test(text) && foundIn(text, monthNames(lang), lang) === null && monthIn(text, null) !== null
  );
}

/** Days from today that a word like `tomorrow` means: several where it has two meanings, none where it has none. */
export function daysFromWord(text: string, lang: string | null): number[] {
  const word = fold(text);
  const known = (lang === null ? undefined : relativeWords(lang).get(word)) ?? relativeWords('en').get(word);
  // the words of all languages are many, and none holds a digit
  if (known !== undefined || /\d/.test(word)) return known ?? [];
  const any = [...new Set(LANGUAGES.flatMap((language) => dayWords(language).get(word) ?? []))];
  // a page that was translated may still declare the language that it was written in
  return lang === null || any.length === 1 ? any : [];
}

/** How programs write the last such weekday before today, once the day is folded. */
const LAST_WEEKDAY: Record<string, RegExp> = {
  en: /^last (\D+)$/,
  fr: /^(\D+) dernier$/,
  de: /^letzten (\D+)$/,
  es: /^el (\D+) pasado$/,
  it: /^(\D+) scors[ao]$/,
  nl: /^(?:afgelopen|vorige) (\D+)$/,
};

/** Days from today that `last Thursday` means, whatever the language: at most a week back. Null where it means none. */
export function daysToLastWeekday(text: string, today: string): number | null {
  const word = fold(text);
  for (const [lang, said] of Object.entries(LAST_WEEKDAY)) {
    const [, name = ''] = said.exec(word) ?? [];
    const weekday = name === '' ? -1 : weekdayNames(lang).indexOf(name);
    if (weekday >= 0) return -((new Date(today).getUTCDay() - weekday + 7) % 7 || 7);
  }
  return null;
}

type Names = Map<string, NamedMonth[]>;

function foundIn(text: string, names: Names, lang: string): Omit<MonthFound, 'foreign'> | null {
  const folded = ` ${words(text).join(' ')} `;
  const hits = [...names.keys()].filter((name) => folded.includes(` ${name} `));
  const longest = hits.filter(
    (name) => !hits.some((other) => other !== name && ` ${other} `.includes(` ${name} `)),
  );
  // "mar. 5 déc.": short weekdays can be spelt as a month
  const kept = longest.length > 1 ? longest.filter((name) => !weekdays(lang).has(name)) : longest;
  const [name] = kept;
  const months = name === undefined ? [] : (names.get(name) ?? []);
  // what names more is the word for month itself
  if (name === undefined || kept.length > 1 || months.length > 3) return null;
  return { months, rest: folded.replace(` ${name} `, ' ').trim() };
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

/** From Sunday on. */
const weekdayNames = remembered((lang) => {
  const format = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  // 4 January 2026 is a Sunday
  return [4, 5, 6, 7, 8, 9, 10].map((day) => fold(format.format(Date.UTC(2026, 0, day))));
});

const weekdays = remembered((lang) => {
  const names = new Set<string>();
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1) names.add(fold(format.format(Date.UTC(2026, 0, day))));
  }
  return names;
});

const STYLES = ['long', 'short', 'narrow'] as const;

/** `today`, `tomorrow`, `in 3 days`, `3d ago`, up to 60 days each way. */
const relativeWords = remembered((lang) => {
  const said = new Map(dayWords(lang));
  for (const style of STYLES) {
    const format = new Intl.RelativeTimeFormat(lang, { style, numeric: 'always' });
    for (let days = -60; days <= 60; days += 1) addDays(said, format, days);
  }
  return said;
});

/** The words for today, the two days before and the two after, where the language has them: in Hindi one for two. */
const dayWords = remembered((lang) => {
  const said = new Map<string, number[]>();
  for (const style of STYLES) {
    const format = new Intl.RelativeTimeFormat(lang, { style, numeric: 'auto' });
    for (let days = -2; days <= 2; days += 1) addDays(said, format, days);
  }
  return said;
});

function addDays(said: Map<string, number[]>, format: Intl.RelativeTimeFormat, days: number): void {
  const word = fold(latinDigits(inert(format.format(days, 'day'))));
  const before = said.get(word) ?? [];
  if (!before.includes(days)) said.set(word, [...before, days]);
}
