import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { initials } from '@/components/ui/monogram';

const ROOT = join(import.meta.dirname, '../..');
const STYLES = join(ROOT, 'components/ui/styles');

describe('the pages’ policy allows no style but our own files', () => {
  test.each(readdirSync(STYLES))('%s loads nothing', (file) => {
    expect(readFileSync(join(STYLES, file), 'utf8')).not.toMatch(/url\(|@import|@font-face|data:/);
  });

  test('no element has a style of its own, or markup set as text', () => {
    const files = readdirSync(join(ROOT, 'components'), { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => file.endsWith('.tsx'));
    expect(code.length).toBeGreaterThan(20);
    for (const file of code) {
      expect(readFileSync(join(ROOT, 'components', file), 'utf8')).not.toMatch(
        /\bstyle=|dangerouslySetInnerHTML/,
      );
    }
  });
});

test.each([
  ['Bruno Müller', 'BM'],
  ['Maximiliane von Hohenstein', 'MH'],
  ['ana', 'A'],
  ['Müller, Bruno', 'MB'],
  ['田中 芽衣', '田芽'],
  ['(intern) 🙂', 'I'],
  ['', ''],
])('the monogram of %j is %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
