/** What the browser's own `Intl` knows, asked once for each language. */

/**
 * The languages whose words are known where a page does not say its own: those of the CRMs whose labels we know
 * and the other large ones.
 */
export const LANGUAGES = (
  'en en-GB de cs ja fr pl sv es pt it nl da nb fi hu sk sl hr sr bg ro ru uk el tr et lv lt ca eu gl is ga ' +
  'fr-CA pt-PT de-AT sr-Latn ar he fa ur hi bn mr ta te th vi id ms fil ko zh zh-TW ka hy az kk sq mk bs be sw af km my mn ne si'
).split(' ');

const CACHE_LIMIT = 300;

/** Longer than any language that a page declares in earnest. */
const DECLARED_LIMIT = 100;

/** Remembers what `make` made, by a string. A page names its language itself, so the memory has an end. */
export function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= CACHE_LIMIT) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Remembers what `make` made, from the first time it is asked for. */
export function once<T>(make: () => T): () => T {
  const known = remembered(make);
  return () => known('');
}

/**
 * A language as `Intl` takes it (`de_DE` becomes `de-DE`), with script and region, without extensions; null where the
 * page says none, or one that nobody knows.
 */
export function languageOf(declared: string): string | null {
  if (declared.length > DECLARED_LIMIT) return null;
  try {
    const locale = new Intl.Locale(declared.trim().replaceAll('_', '-'));
    if (Intl.NumberFormat.supportedLocalesOf(locale.baseName).length === 0) return null;
    return [locale.language, locale.script, locale.region].filter(Boolean).join('-');
  } catch {
    return null;
  }
}

/** Whether a language is declared without a region. `en` alone stands in millions of pages that nobody translated. */
export function isBare(lang: string): boolean {
  return !/-(?:[A-Z]{2}|\d{3})$/.test(lang);
}
