import type { FieldName } from '@/lib/domain/reading';

/** What the model of a page has on screen. */

/** One value on screen. */
export interface Cell {
  node: Node;
  value: string;
  /** The deal that it was drawn for. */
  of: string;
  at: number;
  /** The deals on whose pages it has stood: for how long before the one on screen came, and whether a look has found it there. */
  on: Record<string, { ms: number; isSeen: boolean }>;
  /** Of a value that was left standing when another deal's page came: how long it had stood elsewhere, and whether seen. */
  left: { after: number; isSeen: boolean } | null;
}

export interface Screen {
  /** The deal whose page this is, or null for a list. */
  deal: string | null;
  isPreview: boolean;
  /** When the head of this page was drawn. */
  at: number;
  cells: Partial<Record<FieldName, Cell>>;
  /** The page before, as long as nothing on screen differs from it. */
  over: Screen | null;
}

/** What a deal's page, that comes now, takes over of a value on the page before: on which pages it was. */
export function leftOf(cell: Cell, { deal: before, at: since }: Screen, deal: string, now: number) {
  const on = { ...cell.on };
  if (before !== null) {
    const { ms = 0, isSeen = false } = on[before] ?? {};
    on[before] = { ms: ms + now - Math.max(cell.at, since), isSeen };
  }
  const elsewhere = Object.keys(on).filter((other) => other !== deal);
  const after = elsewhere.reduce((sum, other) => sum + (on[other]?.ms ?? 0), 0);
  const isSeen = elsewhere.some((other) => on[other]?.isSeen);
  return { on, left: before === deal ? cell.left : { after, isSeen } };
}
