import {
  EVIDENCE_LIMITS,
  ROW_LIMITS,
  type Evidence,
  type Found,
  type ListEvidence,
} from '@/lib/crm/evidence';
import type { PageRecipe, Recipe } from '@/lib/crm/recipe';
import type { FieldName } from '@/lib/domain/reading';
import { regionOf, type OpenRoot, type Region } from './flat-tree';
import { namesIn } from './fields';
import type { Place } from './found';
import { plainLabel } from './labels';
import { locate, searchIn, type Search } from './locate';
import { showsNothing } from './nothing';
import { hasFields, hitsOf, rootIn, shownOf, wholeOf, type Shown, type Whole } from './shown';
import type { RowSource } from './rows';
import { cutTo, fold } from './visible';

/** The page that is looked at. */
export interface Page {
  document: Document;
  /** The address as it is now; ids and links are taken from it. */
  url: string;
  /** Opens shadow roots, closed ones too where the browser lets it; null for Sideline's own host. May throw. */
  openRoot: OpenRoot;
  /** The page's clock, milliseconds since 1970. */
  now: () => number;
}

/** One value and the node that it stands in. */
export interface Mark {
  node: Node;
  value: string;
}

export type Nodes = Partial<Record<FieldName, Mark[]>>;

/** What one look saw. */
export interface Look {
  /** Ready to be sent, but for `unmoved`, which only two looks together can tell. */
  evidence: Evidence;
  /** Equal for two looks that located the same values. */
  signature: string;
  /** The kind of page that is shown. */
  page: PageRecipe | null;
  /** Where the rows of a list or board are; null on other pages, and while it is not on screen. */
  rows: RowSource | null;
  /** Where the record's values stand. On a page that has no fields: those of a record that is still on screen, when asked. */
  readonly nodes: Nodes;
}

const TITLE_LIMIT = 300;
const LANG_LIMIT = 40;
const LABEL_LIMIT = 100;
/** What the rest of the evidence takes at most. */
const HEADROOM = 8 * 1024;

/** Looks once, without changing anything. Never throws: what cannot be read is not found. */
export function takeLook(recipe: Recipe, page: Page): Look {
  const place = { document: page.document, url: page.url, openRoot: guarded(page.openRoot) };
  const whole = wholeOf(place);
  const shown = shownOf(recipe, whole, place);
  const evidence: Evidence = {
    ...surroundings(recipe, page),
    tenant: shown?.tenant ?? null,
    page: shown?.index ?? null,
    recordId: shown?.id ?? null,
    rooted: shown !== null && shown.root !== null,
    ties: shown === null || whole === null ? [] : [...shown.record, ...tiesOf(shown.page, whole, place)],
    fields: {},
    empty: [],
    unmoved: [],
  };
  if (shown === null || !hasFields(shown.page)) return lookAtNothing(recipe, evidence, shown, whole, place);
  const search = shown.root === null ? null : searchIn(shown.root, place);
  const seen = search === null ? {} : fieldsOf(shown.page, search);
  evidence.fields = foundsOf(seen);
  if (search !== null) evidence.empty = emptyOf(shown.page, seen, search);
  if (search !== null) addStages(evidence, shown.page, search);
  keepSmall(evidence);
  return { evidence, signature: signatureOf(evidence), page: shown.page, rows: null, nodes: marksOf(seen) };
}

const signatureOf = ({ page, recordId, rooted, ties, fields, empty, list, stages }: Evidence) =>
  JSON.stringify([page, recordId, rooted, ties, fields, empty, list, stages]);

/** A look at a page that shows no record. */
function lookAtNothing(
  recipe: Recipe,
  evidence: Evidence,
  shown: Shown | null,
  whole: Whole | null,
  place: Place,
): Look {
  const rows = rowSourceOf(recipe, shown, place);
  if (rows !== null && whole !== null) evidence.list = listIn(rows, whole);
  if (rows !== null && shown !== null) addStages(evidence, shown.page, searchIn(rows.root, place));
  keepSmall(evidence);
  const signature = signatureOf(evidence);
  const page = shown?.page ?? null;
  if (whole === null) return { evidence, signature, page, rows, nodes: {} };
  // Sought only when asked for, for the same reason as in `rootIn`.
  let sought: Nodes | null = null;
  return {
    evidence,
    signature,
    page,
    rows,
    get nodes() {
      return (sought ??= leftOver(recipe, whole, place));
    },
  };
}

function addStages(evidence: Evidence, { stages }: PageRecipe, search: Search): void {
  for (const locator of stages?.locators ?? []) {
    // As long as the stage itself is read: the deal's own is sought among them.
    const found = locate(locator, search).map((hit) => cutTo(hit.found.raw, ROW_LIMITS.raw));
    if (found.length === 0) continue;
    evidence.stages = stages?.reversed ? found.reverse() : found;
    return;
  }
}

function rowSourceOf(recipe: Recipe, shown: Shown | null, place: Place): RowSource | null {
  const rows = shown?.page.rows;
  return rows === undefined || shown === null || shown.root === null
    ? null
    : { recipe, rows, root: shown.root, place };
}

/** What a list says of itself. */
function listIn(source: RowSource, whole: Whole): ListEvidence {
  const { rows, root, place } = source;
  const heads: ListEvidence['heads'] = {};
  for (const name of namesIn(rows.heads ?? {})) {
    const [head] = locate({ by: 'css', css: rows.heads?.[name] ?? '' }, searchIn(root, place));
    if (head !== undefined) heads[name] = cutTo(head.found.raw, LABEL_LIMIT);
  }
  return { counter: counterOf(source, whole), heads };
}

/** As with the rows, shadow roots are looked through only where no row stands outside them. */
function counterOf({ rows, root, place }: RowSource, whole: Whole): Found[] {
  const counters = rows.counter ?? [];
  const inRegion = (region: Region) => hitsOf(counters, searchIn(region, place));
  let hits = inRegion(root);
  if (hits.length === 0) hits = inRegion(whole.light);
  const rowsAreLight = () => locate({ by: 'css', css: rows.row }, searchIn(root, place)).length > 0;
  if (hits.length === 0 && counters.length > 0 && !rowsAreLight())
    hits = inRegion(regionOf(root.top, root.openRoot));
  return hits.map((hit) => hit.found);
}

type Surroundings = 'crm' | 'recipeVersion' | 'origin' | 'marked' | 'lang' | 'title' | 'at' | 'offset';

function surroundings(recipe: Recipe, page: Page): Pick<Evidence, Surroundings> {
  const { document } = page;
  const at = page.now();
  return {
    crm: recipe.crm,
    recipeVersion: recipe.version,
    origin: URL.parse(page.url)?.origin ?? '',
    marked: isMarked(recipe, document),
    lang: cutTo(document.documentElement?.getAttribute('lang') ?? '', LANG_LIMIT),
    title: cutTo(fold(document.title), TITLE_LIMIT),
    at,
    offset: -new Date(at).getTimezoneOffset(),
  };
}

/** Whether the page shows that it is this CRM. */
export function isMarked(recipe: Recipe, document: Document): boolean {
  return recipe.marks.some((css) => isOn(document, css));
}

type Seen = Partial<Record<FieldName, { node: Node; found: Found }[]>>;

/** The wiring's opener may throw, once the extension was updated under a running page. Then only open roots are seen. */
export function guarded(openRoot: OpenRoot): OpenRoot {
  return (element) => {
    try {
      return openRoot(element);
    } catch {
      return null;
    }
  };
}

function isOn(document: Document, css: string): boolean {
  try {
    return document.querySelector(css) !== null;
  } catch {
    return false;
  }
}

function tiesOf(page: PageRecipe, whole: Whole, place: Place): Found[] {
  if (page.ties.length === 0) return [];
  const light = hitsOf(page.ties, searchIn(whole.light, place));
  const hits = light.length > 0 ? light : hitsOf(page.ties, searchIn(whole.composed(), place));
  return hits.map((hit) => hit.found);
}

function fieldsOf(page: PageRecipe, search: Search): Seen {
  const seen: Seen = {};
  search.sought = labelWords(page);
  for (const name of namesIn(page.fields)) {
    const hits = hitsOf(page.fields[name]?.locators ?? [], search);
    if (hits.length > 0) seen[name] = hits;
  }
  return seen;
}

function labelWords({ fields }: PageRecipe): Set<string> {
  const locators = namesIn(fields).flatMap((name) => fields[name]?.locators ?? []);
  return new Set(
    locators.flatMap((locator) => (locator.by === 'label' ? locator.words.map(plainLabel) : [])),
  );
}

/** Of a list of activities all may be planned: then it has finds, and may say all the same that nothing was done. */
function emptyOf(page: PageRecipe, seen: Seen, search: Search): FieldName[] {
  return namesIn(page.fields).filter((name) => {
    const field = page.fields[name];
    if (field === undefined || (seen[name] !== undefined && field.parser !== 'activity')) return false;
    return showsNothing(field, search);
  });
}

function foundsOf(seen: Seen): Evidence['fields'] {
  const fields: Evidence['fields'] = {};
  for (const name of namesIn(seen)) fields[name] = (seen[name] ?? []).map((hit) => hit.found);
  return fields;
}

function marksOf(seen: Seen): Nodes {
  const nodes: Nodes = {};
  for (const name of namesIn(seen))
    nodes[name] = (seen[name] ?? []).map(({ node, found }) => ({
      node,
      value: `${found.raw}|${found.link}|${found.machine}`,
    }));
  return nodes;
}

/** The values of a record that is still on screen although the address is no record's. */
function leftOver(recipe: Recipe, whole: Whole, place: Place): Nodes {
  for (const page of recipe.pages) {
    if (page.kind !== 'deal' || !hasFields(page)) continue;
    const root = rootIn(whole, page);
    if (root !== null) return marksOf(fieldsOf(page, searchIn(root, place)));
  }
  return {};
}

/** Keeps a look under the limit of a message: first one find of each locator, then fewer words of each. */
function keepSmall(evidence: Evidence): void {
  const lists = [evidence.ties, ...Object.values(evidence.fields)];
  const size = () => new TextEncoder().encode(JSON.stringify(evidence)).length + HEADROOM;
  if (size() <= EVIDENCE_LIMITS.bytes) return;
  for (const list of lists) {
    const known = new Set<number>();
    const first = list.filter((found) => !known.has(found.locator) && known.add(found.locator));
    list.splice(0, list.length, ...first);
  }
  for (let limit = EVIDENCE_LIMITS.raw / 2; size() > EVIDENCE_LIMITS.bytes && limit > 50; limit /= 2) {
    for (const found of lists.flat()) {
      if (found.raw.length <= limit) continue;
      found.raw = cutTo(found.raw, limit);
      found.cut = true;
    }
  }
}
