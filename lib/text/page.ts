import { createI18n } from '@wxt-dev/i18n';
import type { PageWords } from '@/lib/domain/site';

const { t } = createI18n();

/**
 * The words that stand in the page itself, in the language of the browser. The background asks for them and sends them to its
 * script: the first look-up in a document stops it for about 4 ms (measured), which a CRM's page is spared so.
 */
export function pageWords(): PageWords {
  return {
    open: t('page.open'),
    collapse: t('page.collapse'),
    drag: t('page.drag'),
    resize: t('page.resize'),
    panel: t('page.panel'),
    // Firefox opens its sidebar for a key and not for a click that a page passes on: there the words name the key.
    refused: import.meta.env.FIREFOX ? t('beside.refusedByKey') : t('page.refused'),
    beside: import.meta.env.FIREFOX ? '' : t('page.beside'),
  };
}
