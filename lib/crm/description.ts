import type { FieldName } from '@/lib/domain/reading';

/** What one locator of a recipe found on a page. */
export interface Tried {
  /** Elements that it names; null where it goes by words, titles or data, not by elements. */
  matched: number | null;
  /** How many of those are shown to a person, as far as they were looked at. */
  visible: number | null;
  /** Values that it gave. */
  found: number;
}

/** A page as a bug report tells it: what was tried, and how it is built. Nothing that anybody wrote is in it. */
export interface Description {
  crm: string;
  recipeVersion: number;
  /** Which of the recipe's pages it is, counted from 0; null where it is none. */
  page: number | null;
  /** By field, in the order of its locators. */
  tried: Partial<Record<FieldName, Tried[]>>;
  /** The region that holds the record, one line an element or a text, every word blanked; empty where there is no such region. */
  structure: string;
}

/** `structure` is in UTF-16 units, all of it of characters of one byte but for currency signs and dots. */
export const DESCRIPTION_LIMITS = { structure: 28_000, elements: 3_000, children: 40, depth: 60 } as const;
