import type { Evidence, Found, RowEvidence } from '@/lib/crm/evidence';
import type { CellsRecipe, FieldRecipe, PageRecipe, Parser, Recipe } from '@/lib/crm/recipe';
import type { ListReading } from '@/lib/domain/list';
import { FIELD_NAMES, type FieldName } from '@/lib/domain/reading';
import { rowCount } from './counter';
import { formatOf } from './format';
import { wholeId } from './ids';
import { fieldOfLabel, labelKey } from './labels';
import { languageOf } from './locale';
import { fieldsIn, type ReadSetting } from './read';

/** How the cell of a field is read where only its label is known. */
const PARSERS: Record<FieldName, Parser> = {
  recordId: 'id',
  name: 'text',
  account: 'text',
  owner: 'person',
  amount: 'money',
  stage: 'text',
  status: 'status',
  closeDate: 'date',
  nextStep: 'text',
  lastActivity: 'activity',
  createdDate: 'date',
};

/**
 * Reads rows by the recipe of their list's page. How the page writes numbers and days is learned from all of them together.
 * Pure.
 * @param list the evidence of the page that the rows stand on
 * @param seen its rows as they were found
 * @returns null where that is no list or board of this recipe
 */
export function interpretRows(
  list: Evidence,
  seen: readonly RowEvidence[],
  recipe: Recipe,
  setting: ReadSetting,
): ListReading | null {
  const page = list.page === null ? undefined : recipe.pages[list.page];
  if (!page?.rows || list.crm !== recipe.crm) return null;
  const rows = seen.map((row) => ({ ...row, id: wholeId(row.id, recipe) }));
  const labels = labelsIn(rows, list.lang, page.rows.cells?.words ?? {});
  const own = page.rows.fields;
  const rowPage: PageRecipe = { ...page, fields: withCells(own, labels) };
  const finds = rows.map((row) => findsOf(row, labels, own, list.list?.heads ?? {}));
  const format = formatOf({ ...list, fields: together(finds) }, rowPage, setting.numberFormat);
  const headed = new Set([...Object.keys(list.list?.heads ?? {}), ...labels.values()]);
  const isShown = (name: FieldName): boolean =>
    headed.has(name) || finds.some((found) => found[name] !== undefined);
  return {
    rows: rows.map((row, at) => {
      const fields = finds[at] ?? {};
      const empty = emptyCells(row, labels, fields);
      const evidence = { ...list, recordId: row.id, fields, empty, unmoved: [] };
      const read = fieldsIn({ evidence, page: rowPage, format, ...setting });
      return { key: row.key, id: read.fields.recordId?.value ?? null, ...read };
    }),
    absent: LIST_FIELDS.filter((name) => !isShown(name)),
    count: rowCount(counterOf(list)),
  };
}

/** What a manager looks for in a list. The rest stands on the deal's own page. */
const LIST_FIELDS: readonly FieldName[] = ['name', 'account', 'owner', 'amount', 'stage', 'closeDate'];

/** Locators of the counter are tried in order, too; one may find the counts of several columns. */
function counterOf({ list }: Evidence): string[] {
  const first = Math.min(...(list?.counter ?? []).map((found) => found.locator));
  return (list?.counter ?? []).filter((found) => found.locator === first).map((found) => found.raw);
}

type Finds = Partial<Record<FieldName, Found[]>>;

/** Which field each label of the cells means; labels that mean none are left out. */
function labelsIn(
  rows: readonly RowEvidence[],
  declared: string,
  words: NonNullable<CellsRecipe['words']>,
): Map<string, FieldName> {
  const lang = languageOf(declared) ?? undefined;
  const labels = new Set(rows.flatMap((row) => row.cells?.map((cell) => cell.label) ?? []));
  const known = new Map<string, FieldName>();
  for (const label of labels) {
    const own = FIELD_NAMES.find((name) => words[name]?.some((word) => labelKey(word) === labelKey(label)));
    const field = own ?? fieldOfLabel(label, lang);
    if (field !== null && field !== 'look-alike') known.set(label, field);
  }
  return known;
}

/** The recipe's fields, with those that only a label names: what these find comes after the recipe's own. */
function withCells(own: PageRecipe['fields'], labels: Map<string, FieldName>): PageRecipe['fields'] {
  const fields = { ...own };
  for (const [label, name] of labels) {
    const field: FieldRecipe = fields[name] ?? { parser: PARSERS[name], locators: [] };
    fields[name] = { ...field, locators: [...field.locators, { by: 'label', words: [label] }] };
  }
  return fields;
}

/** A column's head stands with each of its values, as a label does. */
function findsOf(
  row: RowEvidence,
  labels: Map<string, FieldName>,
  own: PageRecipe['fields'],
  heads: Partial<Record<FieldName, string>>,
): Finds {
  const finds: Finds = {};
  for (const name of FIELD_NAMES) {
    const head = heads[name];
    const found = (row.fields[name] ?? []).map((one) => (head === undefined ? one : { ...one, label: head }));
    const same = [...labels].filter(([, field]) => field === name).map(([label]) => label);
    const after = own[name]?.locators.length ?? 0;
    const cells = row.cells?.filter((cell) => same.includes(cell.label) && cell.raw !== '') ?? [];
    const all = [...found, ...cells.map((cell) => ({ ...cell, locator: after + same.indexOf(cell.label) }))];
    if (all.length > 0) finds[name] = all;
  }
  return finds;
}

/** A labelled cell without words shows that its field is empty. */
function emptyCells(row: RowEvidence, labels: Map<string, FieldName>, finds: Finds): FieldName[] {
  const shown = row.cells?.flatMap((cell) => labels.get(cell.label) ?? []) ?? [];
  return [...new Set(shown)].filter((name) => finds[name] === undefined);
}

function together(finds: Finds[]): Finds {
  const all: Finds = {};
  for (const name of FIELD_NAMES) {
    const found = finds.flatMap((one) => one[name] ?? []);
    if (found.length > 0) all[name] = found;
  }
  return all;
}
