import { createI18n } from '@wxt-dev/i18n';

/** The words that stand in the page itself: those of the small tab. At most ten; the script ships the names only. */
export type PageWord = 'open' | 'collapse' | 'drag' | 'resize' | 'panel' | 'refused';

const { t } = createI18n();

/** The words of this name, in the language of the browser. */
export function pageWord(name: PageWord): string {
  return t(`page.${name}`);
}
