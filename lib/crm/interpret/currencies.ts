import { remembered } from './locale';
import { fold, inert } from './text';

/**
 * Signs that one currency alone uses in business, and signs that name their country. Signs that several use (`$`, `¥`,
 * `kr`, `Rs`) are not here: the page has to settle them. `£` is taken as sterling, `₩` as the won of the South.
 */
const SIGNS: Record<string, string> = Object.fromEntries(
  (
    '€ EUR, £ GBP, ₹ INR, ₺ TRY, zł PLN, Kč CZK, ₽ RUB, ₴ UAH, ₪ ILS, ₩ KRW, ₫ VND, ฿ THB, ₱ PHP, ' +
    '₦ NGN, ₡ CRC, ₲ PYG, ₸ KZT, ₼ AZN, ₾ GEL, ₮ MNT, ₵ GHS, ₭ LAK, ៛ KHR, ৳ BDT, Ft HUF, лв BGN, ' +
    'R$ BRL, US$ USD, $US USD, A$ AUD, AU$ AUD, CA$ CAD, $CA CAD, NZ$ NZD, HK$ HKD, NT$ TWD, MX$ MXN, ' +
    'S$ SGD, SG$ SGD, CN¥ CNY, JP¥ JPY, 円 JPY, Rp IDR, RM MYR'
  )
    .split(', ')
    .map((pair) => pair.split(' ')),
);

/** Signs of several currencies, the usual ones first. `元` and `圓` are written in more than one country. */
const SHARED: Record<string, string[]> = Object.fromEntries(
  [
    // the usual ones, then all others whose narrow sign `Intl` writes so
    '$ USD CAD AUD MXN NZD SGD HKD TWD ARS CLP COP UYU DOP ' +
      'BBD BMD BND BSD BZD CUC CUP FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD',
    'C$ CAD NIO',
    '¥ JPY CNY',
    'kr SEK NOK DKK ISK',
    'Kr SEK NOK DKK ISK',
    'Rs INR PKR LKR NPR MUR',
    '₨ INR PKR LKR NPR MUR',
    '元 CNY TWD',
    '圓 TWD HKD',
    'Fr CHF XAF XOF',
    'lei RON MDL',
  ].map((line) => {
    const [sign = '', ...currencies] = line.split(' ');
    return [sign, currencies];
  }),
);

/** The country's own currency, for those whose sign is shared: there, and only there, the sign means theirs. */
const OWN: Record<string, string> = Object.fromEntries(
  (
    'US USD, CA CAD, AU AUD, NZ NZD, MX MXN, SG SGD, HK HKD, TW TWD, AR ARS, CL CLP, CO COP, JP JPY, CN CNY, SE SEK, ' +
    'NO NOK, DK DKK, IS ISK, IN INR, PK PKR, LK LKR, NP NPR, MU MUR, CH CHF, RO RON, MD MDL'
  )
    .split(', ')
    .map((pair) => pair.split(' ')),
);

/**
 * What words or a sign beside a number mean: all currencies that they may be, the usual ones first; empty where they
 * name none.
 */
export function currenciesOf(words: string, lang: string | null): string[] {
  const sign = signOf(words);
  if (isCode(sign)) return [sign];
  const local = lang === null ? undefined : localSigns(lang).get(sign);
  const signed = SHARED[sign] ?? local ?? (SIGNS[sign] ? [SIGNS[sign]] : narrowSigns('').get(sign));
  if (signed) return signed;
  const name = fold(words);
  const named = (lang && namesOf(lang).get(name)) || namesOf('en').get(name);
  return named ? [named] : [];
}

/**
 * The currency of the country that a language names (`en-US`, `ja`; not `en`), where its sign is a shared one: `$` is the
 * dollar of the US on an `en-US` page and open on a German one. Null for all others.
 */
export function ownCurrency(lang: string | null): string | null {
  if (lang === null || lang === 'en') return null;
  const { region } = new Intl.Locale(lang).maximize();
  return (region !== undefined && OWN[region]) || null;
}

/** The currency that a label names in brackets or by a sign of its own: `Amount (EUR €)`. */
export function currencyInLabel(label: string): string | null {
  const words = inert(label);
  const code = /[([]\s*([A-Z]{3})\b/.exec(words)?.[1];
  if (code && isCode(code)) return code;
  const sign = /[([]\s*(\p{Sc}|[A-Z]{1,2}\$)\s*[)\]]/u.exec(words)?.[1];
  return (sign && SIGNS[sign]) || null;
}

/** How many digits a currency has after the point: 2 for most, 0 for the yen. */
export function fractionDigits(currency: string): number {
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** Whether three letters are an ISO 4217 code. */
export function isCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text) && codes('').has(text);
}

const codes = remembered(() => new Set(Intl.supportedValuesOf('currency')));

function signOf(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').replace(/\.$/, '');
}

function currencyIn(format: Intl.NumberFormat, amount: number): string {
  return inert(format.formatToParts(amount).find((part) => part.type === 'currency')?.value ?? '');
}

/** The signs as that language writes them. */
const localSigns = remembered((lang) => {
  const signs = new Map<string, string[]>();
  for (const currency of codes('')) {
    const sign = signOf(currencyIn(new Intl.NumberFormat(lang, { style: 'currency', currency }), 1));
    if (sign && sign !== currency) {
      signs.set(sign, [...(signs.get(sign) ?? []), currency]);
    }
  }
  return signs;
});

/** Short signs of one currency (`E£`, `C$`, `֏`). One letter alone names none: `K` is a thousand, too. */
const narrowSigns = remembered(() => {
  const signs = new Map<string, string[]>();
  for (const currency of codes('')) {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    const sign = signOf(currencyIn(new Intl.NumberFormat('en', style), 1));
    if (!/^[A-Za-z]$/.test(sign)) signs.set(sign, [...(signs.get(sign) ?? []), currency]);
  }
  return signs;
});

const namesOf = remembered((lang) => {
  const names = new Map<string, string>();
  for (const currency of codes('')) {
    const format = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'name' });
    for (const count of [1, 2, 5, 100, 1.5]) {
      const name = fold(currencyIn(format, count));
      if (name && !names.has(name)) names.set(name, currency);
    }
  }
  return names;
});
