import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file of this repository, by its path from the root. */
export interface RepoFile {
  path: string;
  text: string;
}

/** Made by tools, not by people. */
const MADE = new Set(['node_modules', '.output', '.wxt', '.git', 'test-results']);

/** The files of some folders whose names end as told. */
export function filesIn(folders: readonly string[], endings: readonly string[]): RepoFile[] {
  return folders
    .flatMap(walk)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map(read);
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : walk(path);
    return [path];
  });
}

export function read(path: string): RepoFile {
  return { path, text: readFileSync(path, 'utf8') };
}

/** What stands at the top of the repository, without what tools make and git keeps out. */
export function topLevel(): string[] {
  const ignored = new Set(
    readFileSync('.gitignore', 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, '')),
  );
  return readdirSync('.').filter((name) => name !== '.git' && !ignored.has(name) && !name.endsWith('.log'));
}
