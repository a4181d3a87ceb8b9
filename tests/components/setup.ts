import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseMessagesObject } from '@wxt-dev/i18n/build';

/**
 * Gives `browser.i18n` the words of the language file, as the browser does from `_locales`. A key that is not there is a
 * fault here, not an empty string.
 */
const file = join(import.meta.dirname, '../../lib/text/locales/en.yml');
const words = new Map<string, string>();
for (const entry of parseMessagesObject(parse(readFileSync(file, 'utf8')))) {
  if (entry.type === 'simple') words.set(entry.key.join('_'), entry.message);
}

const extension = globalThis as unknown as {
  chrome?: Record<string, unknown>;
  browser?: Record<string, unknown>;
};
const i18n = {
  getMessage: (name: string) => {
    const said = words.get(name);
    if (said === undefined) throw new Error(`No words for "${name}"`);
    return said;
  },
  getUILanguage: () => 'en',
};
extension.chrome = Object.assign(extension.chrome ?? {}, { i18n });
extension.browser ??= extension.chrome;
if (extension.browser !== extension.chrome) Object.assign(extension.browser, { i18n });
