import type { FieldName, PageKind } from '@/lib/domain/reading';

/**
 * A recipe says how to read one CRM. It is data: it travels as JSON to the page, and one reader runs them all.
 * The file's name is the id of the CRM in logs, commits, fixtures and bug reports.
 */
export interface Recipe {
  crm: string;
  /** As its users call it. */
  name: string;
  /** Raised with each change that could read a page differently. */
  version: number;
  /** Host patterns (`*.lightning.force.com`), or `*` for a CRM that people host themselves. */
  hosts: string[];
  /** CSS selectors, one of which is on every page of this CRM and on no other: how a self-hosted CRM is recognised. */
  marks: string[];
  /** How one id may be written in several ways. `salesforce`: in 15 characters or, with a checksum, in 18. */
  ids?: '15-or-18';
  pages: PageRecipe[];
}

/**
 * One kind of page of a CRM. Several may have one address: a list that is a board after a click, a preview over a list. Then
 * the first whose root is on screen is the one shown, so what covers another stands before it.
 */
export interface PageRecipe {
  kind: PageKind;
  object: string;
  /**
   * URL shapes, tried in order: path, then `?`, then `#`, with `{id}` where the record's id stands (`{id:006}`: one that
   * begins so) and `*` for any one segment, for example `/#Opportunity/view/{id}`. What a shape does not name (query, hash)
   * may be anything.
   */
  urls: string[];
  /** The visible region that holds the record; the first selector with a visible match wins. Fields are sought inside it. */
  roots: string[];
  /**
   * Sought in the root: one of these is on each page of this kind, and on none of another kind that may still be on screen
   * when the address has moved on. Without one of them the root counts as not on screen.
   */
  shows?: Locator[];
  /**
   * Where the address does not name the record, as with a preview beside a list: its id, sought in the root. It is the tie
   * as well, and the page counts as shown only while it is found.
   */
  record?: Locator[];
  /** What ties the shown record to the id in the URL, sought in the whole document. Empty where the CRM shows nothing such. */
  ties: Locator[];
  fields: Partial<Record<FieldName, FieldRecipe>>;
  /** Where the names of all stages stand, in their order: the steps of a stage widget, the heads of a board. */
  stages?: StagesRecipe;
  /** On a list or a board: how its rows are read. */
  rows?: RowsRecipe;
  /**
   * Which stages mean won and lost, in keys or words that this CRM alone has, lower case. What most CRMs call them, in
   * whatever language, every recipe has already.
   */
  won?: string[];
  lost?: string[];
}

export interface StagesRecipe {
  /** Each finds all of them; the first that finds any wins. */
  locators: Locator[];
  /** They stand in the document from the last to the first. */
  reversed?: true;
}

/** How to read the rows of a list or the cards of a board. */
export interface RowsRecipe {
  /** A row or card, sought in the root. */
  row: string;
  /** The record's id, or the address of its page, sought in the row. A row without one is given no notes. */
  id: Locator[];
  /** Sought in the row. */
  fields: Partial<Record<FieldName, FieldRecipe>>;
  /** Cells that nothing names but their label, in whatever language: interpreting knows the words. */
  cells?: CellsRecipe;
  /** Head cells, sought in the root: a column that is there although no row may have anything in it. */
  heads?: Partial<Record<FieldName, string>>;
  /** The page's own count, sought in the root and then in the page: `1-80 / 210`, `50+ items`. */
  counter?: Locator[];
}

export interface CellsRecipe {
  /** One cell, sought in the row. */
  cell: string;
  /**
   * Its label: an attribute of the cell, or an element in it, or what stands at the head of its column. Heads are sought in the
   * root; they count only where a row has as many parts.
   */
  label: { attribute: string } | string | { head: string; take?: Take };
  /** Labels that mean a field in this CRM alone, lower case. */
  words?: Partial<Record<FieldName, string[]>>;
  /** Its value, an element in it; the cell itself where this is left out. */
  value?: string;
  take?: Take;
}

/** How to read one field. */
export interface FieldRecipe {
  parser: Parser;
  /** Tried in order; the first whose value parses wins. */
  locators: Locator[];
  /** Words that mean "nothing here" on this CRM, lower case, all languages. `-`, `--` and `—` always do. */
  empty?: string[];
  /** CSS selectors, inside the root, of what this CRM draws where the field has nothing in it. Never what it draws while loading. */
  nothing?: string[];
  /** Which year a day without one is in: the nearest (default), or this one, where the CRM leaves out only the current year. */
  yearless?: 'nearest' | 'this-year';
}

/** `activity` is a date of which a list may hold many: the latest that is not in the future counts. */
export type Parser = 'text' | 'money' | 'date' | 'activity' | 'percent' | 'person' | 'id' | 'status';

/** One way to find a value. All are sought in the flat tree: through open shadow roots and slots. */
export type Locator =
  /** An attribute that names the field in any language, for example `data-name="amount"`. */
  | { by: 'attribute'; attribute: string; name: string; inside?: string; take?: Take }
  /** A CSS selector; only where no attribute names the field. `beside` keeps it to the boxes that say something. */
  | { by: 'css'; css: string; take?: Take; beside?: Beside }
  /** A visible label, lower case, and the value that belongs to it. With `inside` and `outside`, only what stands so. */
  | { by: 'label'; words: string[]; inside?: string; outside?: string; take?: Take }
  /** An ARIA role and state, for example the current step of a stage widget. */
  | { by: 'role'; role: string; state?: string; take?: Take }
  /**
   * Only of a row: what stands in the nearest element above it that matches `box`, for example the name of a board's column.
   * With `named`, what stands in the root and has the same value of that attribute as the box.
   */
  | { by: 'above'; box: string; css: string; named?: string; take?: Take }
  /** A `<meta name=…>` or `<meta property=…>`. */
  | { by: 'meta'; name: string }
  /** The document's title, with what the CRM adds to it cut off. */
  | { by: 'title'; after?: string; before?: string };

/** What has to stand in the nearest box above an element: one of these words, in lower case, or none of them. */
export interface Beside {
  box: string;
  /** Where in the box the words stand. */
  part: string;
  words: string[];
  isNot?: true;
}

export interface Take {
  /** `text` (default): visible text or, of a control, its value. `link`: the address it leads to. Or one attribute. */
  what?: 'text' | 'link' | { attribute: string };
  /** Parts of the value's element that are not the value: icons, buttons, badges. */
  without?: string[];
  /** Of the words of it only the one that begins so: an id among class names. */
  word?: string;
  /** Of that only what comes after the first of these, and before the last of those. Without them nothing is found. */
  after?: string;
  before?: string;
  /** Of several matches all are wanted, at most 20 (activities). */
  all?: boolean;
}
