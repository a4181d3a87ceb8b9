import { readRows } from '@/lib/crm/collect/rows';
import { takeLook, type Look, type Page } from '@/lib/crm/collect/look';
import type { RowEvidence } from '@/lib/crm/evidence';
import { interpret } from '@/lib/crm/interpret/read';
import { interpretRows } from '@/lib/crm/interpret/rows';
import type { Recipe } from '@/lib/crm/recipe';
import { judge, judgeRows, type Judged, type Truth } from './score';

/** Reads a whole page as the extension does, but for the waiting. */

/** All rows that a look found. */
export function rowsOf(look: Look): RowEvidence[] {
  if (look.rows === null) return [];
  const pass = readRows(look.rows, new WeakMap());
  for (;;) {
    const step = pass.next();
    if (step.done === true) return step.value;
  }
}

/** Judges a page by its truth. @param today ISO day on which it is looked at */
export function judgePage(recipe: Recipe, page: Page, truth: Truth, today: string): Judged[] {
  const look = takeLook(recipe, page);
  const evidence = { ...look.evidence, offset: 0 };
  const setting = { today, numberFormat: null };
  const kind = look.page?.kind ?? 'other';
  const shape = (read: string): Judged => ({
    field: 'page',
    verdict: read === truth.kind ? 'right' : 'wrong',
    read,
    shown: truth.kind,
  });
  if (truth.kind === 'other') return [shape(evidence.rooted ? kind : 'other')];
  const known: Judged[] = [shape(kind)];
  if (truth.kind === 'deal') {
    const reading = interpret(evidence, recipe, setting);
    const id = reading?.fields.recordId?.value ?? null;
    const isSame = id === truth.recordId || (id?.slice(0, 15) === truth.recordId && id?.length === 18);
    known.push({
      field: 'recordId',
      verdict: isSame ? 'right' : id === null ? 'missing' : 'wrong',
      read: String(id),
      shown: String(truth.recordId),
    });
    return [...known, ...judge(reading?.fields ?? {}, truth.fields)];
  }
  const read = interpretRows(evidence, rowsOf(look), recipe, setting);
  const count = read?.count ?? { of: null, atLeast: null };
  known.push({
    field: 'count',
    verdict:
      count.of === truth.of && count.atLeast === (truth.atLeast ?? null)
        ? 'right'
        : count.of === null && count.atLeast === null
          ? 'missing'
          : 'wrong',
    read: JSON.stringify(count),
    shown: JSON.stringify({ of: truth.of, atLeast: truth.atLeast ?? null }),
  });
  return [...known, ...judgeRows(read?.rows ?? [], truth.rows)];
}
