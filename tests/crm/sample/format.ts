/** How the sample CRM writes days, times and amounts in one language. */
export interface Format {
  /** `Dec 26, 2026` */
  day(day: string): string;
  /** `Dec 26, 2026, 9:41 AM`, from `YYYY-MM-DDTHH:mm` */
  time(at: string): string;
  /** `$125,000.00` */
  money(amount: number, currency: string): string;
  /** `125,000.00`, without the sign, as an input holds it */
  number(amount: number, currency: string): string;
  /** `$125K`, `€1.3M`: rounded, as lists that are short of room write it */
  rounded(amount: number, currency: string): string;
  /** `2,000` */
  count(count: number): string;
  /** `75%`, from 75 */
  percent(percent: number): string;
  /** What was typed as an amount, or null where it is none. */
  parseNumber(typed: string): number | null;
}

/** Days and times are wall-clock text, so they are formatted in UTC, where no zone can move them. */
export function formatOf(lang: string): Format {
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const money = byCurrency((currency) => new Intl.NumberFormat(lang, { style: 'currency', currency }));
  const compact = byCurrency(
    (currency) => new Intl.NumberFormat(lang, { style: 'currency', currency, notation: 'compact' }),
  );
  const plain = new Intl.NumberFormat(lang);
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  const point = plain.formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  return {
    day: (value) => day.format(Date.parse(`${value.slice(0, 10)}T00:00Z`)),
    time: (value) => time.format(Date.parse(`${value}Z`)),
    money: (amount, currency) => money(currency).format(amount),
    number: (amount, currency) => {
      const digits = money(currency).resolvedOptions().maximumFractionDigits ?? 2;
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(lang, options).format(amount);
    },
    rounded: (amount, currency) => compact(currency).format(amount),
    count: (count) => plain.format(count),
    percent: (value) => percent.format(value / 100),
    parseNumber: (typed) => {
      const digits = [...typed].filter((sign) => /[\d-]/.test(sign) || sign === point).join('');
      const amount = Number(digits.replace(point, '.'));
      return digits === '' || Number.isNaN(amount) ? null : amount;
    },
  };
}

/** Makes the format of a currency once, when it is first asked for. */
function byCurrency(make: (currency: string) => Intl.NumberFormat): (currency: string) => Intl.NumberFormat {
  const made = new Map<string, Intl.NumberFormat>();
  return (currency) => {
    const format = made.get(currency) ?? make(currency);
    made.set(currency, format);
    return format;
  };
}
