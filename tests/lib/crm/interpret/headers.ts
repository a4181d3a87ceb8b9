import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one CRM calls one field, or one value of it (`stage:Closed Won`), in one language. */
export interface Header {
  crm: string;
  locale: string;
  field: string;
  label: string;
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const file = resolve(root, process.env.SIDELINE_SHARED ?? '../shared', 'data/headers_locales.csv');

/**
 * The labels of four CRMs in all their languages, from a file that is not part of the repository.
 * @param skip called with the reason where the file is not there; it ends the test
 */
export function headers(skip: (reason: string) => never): Header[] {
  if (!existsSync(file)) skip(`${file} is not there: set SIDELINE_SHARED to the folder that holds data/`);
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  return lines
    .map((line) => {
      const [crm = '', locale = '', field = '', label = ''] = cells(line);
      return { crm, locale, field, label };
    })
    .filter(({ label }) => !label.startsWith('crwdns')); // not translated yet: a key of the translators' tool
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
