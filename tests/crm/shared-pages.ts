import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CapturedFile } from './captured.ts';
import type { Held } from './captured-kinds.ts';

/** Pages of one CRM with what its database held. */
export interface CapturedFolder {
  files: CapturedFile[];
  held: Held[];
}

/**
 * The captured pages under `SIDELINE_SHARED`, which is `../shared` where nothing else is said; null where there are none.
 * @param root of this project
 */
export function sharedPages(root: string): CapturedFolder[] | null {
  const pages = join(resolve(root, process.env.SIDELINE_SHARED ?? '../shared'), 'pages');
  if (!existsSync(pages)) return null;
  return readdirSync(pages)
    .filter((folder) => existsSync(join(pages, folder, 'truth.json')))
    .map((folder) => ({
      held: JSON.parse(readFileSync(join(pages, folder, 'truth.json'), 'utf8')) as Held[],
      files: readdirSync(join(pages, folder))
        .filter((file) => file.endsWith('.html'))
        .map((file) => ({
          name: `${folder}/${file.slice(0, -'.html'.length)}`,
          html: readFileSync(join(pages, folder, file), 'utf8'),
        })),
    }));
}
