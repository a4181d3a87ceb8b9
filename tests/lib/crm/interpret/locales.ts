/** Languages and countries whose formats the tests write, with other calendars and digits where a page may set them. */
export const LOCALES = (
  'en-US en-GB en-IN en-CA en-AU en-ZA de de-AT de-CH cs cs-CZ ja ja-JP-u-ca-japanese fr fr-CA fr-CH pl sv sv-SE es ' +
  'es-MX es-AR pt-BR pt-PT it it-CH nl nl-BE da nb fi hu sk sl hr sr ro bg ru uk el tr et lv lt ca eu is ga ' +
  'ar ar-EG ar-SA he fa-IR ur hi-IN hi-IN-u-nu-deva bn-BD mr ta te gu si ne my km lo th-TH th-TH-u-nu-thai vi id ms fil ' +
  'ko zh-CN zh-TW zh-HK ka hy az kk mn sq mk af sw'
).split(' ');

/** The calendar in which a locale writes its days. */
export function calendarOf(locale: string): string {
  return new Intl.DateTimeFormat(locale).resolvedOptions().calendar;
}
