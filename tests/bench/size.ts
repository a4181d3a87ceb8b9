import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageFolder } from '../e2e/support/browser.ts';
import type { Figure, Figures, Part } from './figures.ts';

/** What the built package weighs where it is felt. Bytes, gzipped, each file by itself. */
export const LIMITS = { content: 15_360, asked: 12_288, panel: 61_440 } as const;

/** Runs in a page once, when its user asks for a bug report: it costs nobody else anything, and is weighed by itself. */
const ASKED = ['describe.js'];

/** Every script of a package that may run in a page: all that no extension page and no background loads. */
export function pageScripts(folder: string): string[] {
  const files = walk(folder);
  const pages = files.filter((file) => file.endsWith('.html'));
  const ours = new Set(pages.flatMap((page) => [...loadedBy(folder, page)]));
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const background = /"(?:service_worker":|scripts":\[)"([^"]+)"/.exec(manifest.replace(/\s/g, ''))?.[1];
  if (background) for (const file of [background, ...loadedBy(folder, background)]) ours.add(file);
  return files.filter((file) => file.endsWith('.js') && !ours.has(file));
}

/** What a page or script of the package loads before it shows anything: scripts, styles, and what those import. */
export function loadedBy(folder: string, file: string): Set<string> {
  const loaded = new Set<string>();
  const look = (at: string) => {
    const text = readFileSync(join(folder, at), 'utf8');
    const pattern = at.endsWith('.html')
      ? /(?:src|href)="([^"]+\.(?:js|css))"/g
      : at.endsWith('.css')
        ? /@import\s*"([^"]+)"/g
        : /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g;
    for (const [, to] of text.matchAll(pattern)) {
      const path = to?.startsWith('/') ? to.slice(1) : posix.normalize(posix.join(dirname(at), to ?? ''));
      if (loaded.has(path)) continue;
      loaded.add(path);
      look(path);
    }
  };
  look(file);
  return loaded;
}

/** The sizes of a built package: what runs in each page, what runs there when it is asked for, and the panel. */
export function sizes(name = 'chrome-mv3'): { content: number; asked: number; panel: number } {
  const folder = packageFolder(name);
  const scripts = pageScripts(folder);
  return {
    content: weigh(
      folder,
      scripts.filter((script) => !ASKED.includes(script)),
    ),
    asked: weigh(folder, ASKED),
    panel: weigh(folder, ['panel.html', ...loadedBy(folder, 'panel.html')]),
  };
}

function weigh(folder: string, files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}

function walk(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(under, entry.name);
    return entry.isDirectory() ? walk(folder, path) : [path];
  });
}

export const sizePart: Part = {
  name: 'size',
  run: (): Promise<Figures> => {
    const { content, panel } = sizes();
    const bytes = (value: number, against: string): Figure => ({
      value,
      unit: 'bytes',
      against,
      runs: 1,
      spread: [value, value],
    });
    return Promise.resolve({
      'size.content.gz': bytes(content, `at most ${LIMITS.content}`),
      'size.panel.gz': bytes(panel, `at most ${LIMITS.panel}`),
    });
  },
};
