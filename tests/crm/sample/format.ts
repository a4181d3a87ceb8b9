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
  /** What was typed as an amount, or null where it is none. */
  parseNumber(typed: string): number | null;
}

/** Days and times are wall-clock text, so they are formatted in UTC, where no zone can move them. */
export function formatOf(lang: string): Format {
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const money = new Map<string, Intl.NumberFormat>();
  const moneyIn = (currency: string) => {
    const known = money.get(currency) ?? new Intl.NumberFormat(lang, { style: 'currency', currency });
    money.set(currency, known);
    return known;
  };
  const point =
    new Intl.NumberFormat(lang).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  return {
    day: (value) => day.format(Date.parse(`${value.slice(0, 10)}T00:00Z`)),
    time: (value) => time.format(Date.parse(`${value}Z`)),
    money: (amount, currency) => moneyIn(currency).format(amount),
    number: (amount, currency) => {
      const digits = moneyIn(currency).resolvedOptions().maximumFractionDigits ?? 2;
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(lang, options).format(amount);
    },
    parseNumber: (typed) => {
      const plain = [...typed].filter((sign) => /[\d-]/.test(sign) || sign === point).join('');
      const amount = Number(plain.replace(point, '.'));
      return plain === '' || Number.isNaN(amount) ? null : amount;
    },
  };
}
