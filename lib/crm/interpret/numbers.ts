import { remembered } from './locale';

/** The character between whole and fraction. */
export type DecimalMark = '.' | ',';

/** One way to read digits on a page. */
export interface Numeral {
  /** Plain decimal: no grouping, `.` as the point, no zeros at its ends. */
  value: string;
  /** Which mark this way takes as the decimal one, null where the digits do not tell. */
  decimal: DecimalMark | null;
}

/** Digits with what stands between them: points, commas, apostrophes, spaces, the Arabic marks. */
export const NUMERAL = /\d(?:[\d.,'’ʼ٫٬\s]*\d)?/g;

/** All decimal digits of Unicode as ASCII ones: Arabic, Persian, Devanagari, full width and the rest. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => digitMap('')[digit] ?? digit);
}

const digitMap = remembered(() => {
  const map: Record<string, string> = {};
  for (const system of Intl.supportedValuesOf('numberingSystem')) {
    const digits = [
      ...new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false }).format(9876543210),
    ];
    if (digits.length === 10) digits.forEach((digit, at) => (map[digit] = String(9 - at)));
  }
  return map;
});

/**
 * All ways in which one run of digits can be read: one, two where a single mark may part thousands or decimals
 * (`1.234`), none where it is no number (`12.34.5`).
 */
export function numeralsOf(run: string): Numeral[] {
  const text = run.replace(/\s/g, ' ').replace(/[’ʼ]/g, "'").replaceAll('٬', "'");
  if (text.includes('٫')) return parted(text, '٫', null);
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (points === 0 && commas === 0) return whole(text, null);
  if (points > 0 && commas > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    return parted(text, decimal, decimal);
  }
  const mark: DecimalMark = points > 0 ? '.' : ',';
  const other: DecimalMark = mark === '.' ? ',' : '.';
  if (points + commas > 1) return whole(text, other);
  const asDecimal = parted(text, mark, mark);
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? [...asDecimal, ...whole(text, other)] : asDecimal;
}

/** The digits with the point moved: `1.2` by 6 is `1200000`. */
export function shifted(value: string, power: number): string {
  const [integer = '', fraction = ''] = value.split('.');
  const digits = fraction.padEnd(power, '0');
  return plain(integer + digits.slice(0, power), digits.slice(power));
}

function parted(text: string, mark: string, decimal: DecimalMark | null): Numeral[] {
  const [integer = '', fraction = '', more] = text.split(mark);
  const digits = ungrouped(integer);
  if (more !== undefined || digits === null || !/^\d+$/.test(fraction)) return [];
  return [{ value: plain(digits, fraction), decimal }];
}

function whole(text: string, decimal: DecimalMark | null): Numeral[] {
  const digits = ungrouped(text);
  return digits === null ? [] : [{ value: plain(digits, ''), decimal }];
}

/** Thousands (1,234,567) or Indian groups (12,34,567), by one kind of mark; null for any other arrangement. */
function ungrouped(text: string): string | null {
  const marks = new Set(text.replace(/\d/g, ''));
  const [mark] = marks;
  if (mark === undefined) return text;
  const groups = text.split(mark);
  const first = groups[0] ?? '';
  const last = groups.at(-1) ?? '';
  const middle = groups.slice(1, -1);
  const thousands = first.length <= 3 && middle.every((group) => group.length === 3);
  const indian = first.length <= 2 && middle.every((group) => group.length === 2);
  if (marks.size > 1 || first === '' || last.length !== 3 || !(thousands || indian)) return null;
  return groups.join('');
}

function plain(integer: string, fraction: string): string {
  const tail = fraction.replace(/0+$/, '');
  return (integer.replace(/^0+(?=\d)/, '') || '0') + (tail ? `.${tail}` : '');
}
