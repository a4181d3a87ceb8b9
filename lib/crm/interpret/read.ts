import type { Evidence, Found } from '@/lib/crm/evidence';
import type { FieldRecipe, Locator, PageRecipe, Recipe } from '@/lib/crm/recipe';
import { FIELD_NAMES, type FieldName, type ReadField, type Reading } from '@/lib/domain/reading';
import { dayOf, machineDay, type DayContext, type DayRead } from './dates';
import { daysBetween } from './calendars';
import { formatOf, type PageFormat } from './format';
import { wholeId } from './ids';
import { amountOf, percentOf, type AmountRead } from './money';
import { personOf } from './people';
import { statusIn } from './status';
import { inert, isEmpty, saysNothing, shortened } from './text';

/** What the reader knows beside the page. */
export interface ReadSetting {
  /** ISO day by the page's clock. */
  today: string;
  /** The number and day format that the user chose, as a BCP 47 language, or null. */
  numberFormat: string | null;
}

/** These hold a time of day on the page; their words are never kept. */
const WORDLESS: readonly FieldName[] = ['lastActivity', 'createdDate'];

/** What a record's id may be: without what parts a deal key. */
const RECORD_ID = /^[^\s|]{1,128}$/;

/**
 * Makes a reading of evidence. For each field the first locator whose value parses wins; what none gave is listed as
 * missing. Pure: the same evidence gives the same reading.
 * @returns null where the evidence is of another CRM or of no kind of page that the recipe reads.
 */
export function interpret(evidence: Evidence, recipe: Recipe, setting: ReadSetting): Reading | null {
  const page = evidence.page === null ? undefined : recipe.pages[evidence.page];
  if (!page || evidence.crm !== recipe.crm) return null;
  const format = formatOf(evidence, page, setting.numberFormat);
  const known = { ...evidence, recordId: wholeId(evidence.recordId, recipe) };
  const { fields, empty } = fieldsIn({ evidence: known, page, format, ...setting });
  return {
    crm: recipe.crm,
    recipeVersion: evidence.recipeVersion,
    pageKind: page.kind,
    object: page.object,
    at: clockTime(evidence.at, evidence.offset),
    lang: shortened(inert(evidence.lang)).text,
    fields,
    missing: FIELD_NAMES.filter((name) => fields[name] === undefined),
    empty,
    ...(evidence.stages === undefined ? {} : { stages: stagesIn(evidence.stages) }),
  };
}

/** A stage that stands twice, as in a widget with a second one for small windows, is one. */
const stagesIn = (stages: readonly string[]): string[] =>
  [...new Set(stages.map((stage) => shortened(inert(stage)).text))].filter((stage) => stage !== '');

/** What the evidence says of one record: its fields, and those that are shown with nothing in them. */
export function fieldsIn(context: Context): Pick<Reading, 'fields' | 'empty'> {
  const fields: Reading['fields'] = {};
  for (const name of FIELD_NAMES) {
    const field = readField(name, context);
    if (field) fields[name] = marked(field, name, context.evidence);
  }
  return { fields, empty: emptyOf(fields, context) };
}

/**
 * Which of the fields that were not read the page shows with nothing in them. Only beside a name that was read: a page that
 * is still being drawn shows all fields so. And only what cannot be left over from the record before.
 */
function emptyOf(fields: Reading['fields'], { evidence, page }: Context): FieldName[] {
  if (fields.name === undefined || fields.name.state === 'unsure') return [];
  return FIELD_NAMES.filter((name) => {
    const field = page.fields[name];
    if (field === undefined || fields[name] !== undefined || name === 'recordId') return false;
    const finds = field.parser === 'activity' ? [] : (evidence.fields[name] ?? []);
    if (finds.length === 0) return evidence.empty.includes(name) && evidence.unmoved.length === 0;
    const said = finds.every((found) => saysNothing(inert(found.raw), field.empty));
    return said && !evidence.unmoved.includes(name);
  });
}

/** All that reading a record needs. */
export interface Context extends ReadSetting {
  evidence: Evidence;
  page: PageRecipe;
  format: PageFormat;
}

function readField(name: FieldName, context: Context): ReadField | null {
  const { evidence, page } = context;
  if (name === 'recordId') return recordId(evidence.recordId);
  const field = page.fields[name];
  const own = field ? firstParsed(name, field, context) : null;
  return own ?? (name === 'status' ? fromStage(context) : null);
}

function recordId(id: string | null): ReadField | null {
  return id !== null && RECORD_ID.test(id) && inert(id) === id
    ? { state: 'read', value: id, how: 'address' }
    : null;
}

function firstParsed(name: FieldName, field: FieldRecipe, context: Context): ReadField | null {
  const found = context.evidence.fields[name] ?? [];
  for (const [at, locator] of field.locators.entries()) {
    const finds = found.filter((one) => one.locator === at);
    const parsed =
      field.parser === 'activity' ? latest(finds, field, context) : firstOf(finds, field, context);
    if (!parsed) continue;
    const how = described(locator);
    return WORDLESS.includes(name) ? { ...parsed.value, how } : { ...parsed.value, how, raw: parsed.raw };
  }
  return null;
}

type Parsed = Omit<ReadField, 'how'>;

function firstOf(
  finds: Found[],
  field: FieldRecipe,
  context: Context,
): { value: Parsed; raw: string } | null {
  for (const found of finds) {
    const value = parsed(found, field, context);
    if (value) return { value, raw: shortened(inert(found.raw)).text };
  }
  return null;
}

function parsed(found: Found, field: FieldRecipe, context: Context): Parsed | null {
  const words = inert(found.raw);
  const nothing = isEmpty(words, field.empty);
  switch (field.parser) {
    case 'date':
    case 'activity':
      return fromDay(nothing ? null : dayFound(found, field, context));
    case 'money':
      return nothing ? null : fromAmount(amountFound(found, context));
    case 'percent':
      return nothing ? null : fromAmount(percentOf(words, context.format.decimal));
    case 'person':
      return fromPerson(found, field);
    case 'status':
      return fromStatus(statusIn(words, context.page));
    case 'id':
      return !nothing && RECORD_ID.test(words) ? { state: 'read', value: words } : null;
    case 'text':
      return nothing ? null : fromText(words, found.cut === true);
  }
}

function fromText(words: string, cutBefore: boolean): Parsed {
  const { text, cut } = shortened(words);
  return cut || cutBefore
    ? { state: 'approximate', value: text, reason: 'text-was-cut' }
    : { state: 'read', value: text };
}

function fromPerson(found: Found, field: FieldRecipe): Parsed | null {
  const person = personOf(found, field.empty);
  if (!person) return null;
  const user = person.userId === null ? {} : { userId: person.userId };
  return { ...fromText(person.name, person.cut), ...user };
}

function fromStatus(status: string | null): Parsed | null {
  return status === null ? null : { state: 'read', value: status };
}

/** A stage tells the status: its end is won or lost; any other is taken as open, which the page does not say itself. */
function fromStage(context: Context): ReadField | null {
  const field = context.page.fields.stage;
  const stage = field ? firstParsed('stage', field, context) : null;
  if (!stage) return null;
  const status = statusIn(stage.value, context.page);
  const how = `from stage, ${stage.how}`;
  const raw = stage.raw === undefined ? {} : { raw: stage.raw };
  return { state: status ? 'read' : 'inferred', value: status ?? 'open', reason: 'from-stage', how, ...raw };
}

function amountFound(found: Found, context: Context): AmountRead | null {
  const { lang, decimal, codes } = context.format;
  return amountOf(found.raw, { lang, decimal, codes, label: found.label, machine: found.machine });
}

function fromAmount(amount: AmountRead | null): Parsed | null {
  const [value] = amount?.values ?? [];
  if (!amount || value === undefined) return null;
  return {
    state: amount.state,
    value,
    ...(amount.currency === undefined ? {} : { currency: amount.currency }),
    ...(amount.currencies === undefined ? {} : { currencies: amount.currencies }),
    ...(amount.state === 'ambiguous' ? { alternatives: amount.values } : {}),
    ...(amount.reason === undefined ? {} : { reason: amount.reason }),
  };
}

/**
 * The words of the page, or its machine's form where the words allow that day, are no day, or are off by the one day
 * that a time zone makes.
 */
function dayFound(found: Found, field: FieldRecipe, context: Context): DayRead | null {
  const words = dayOf(found.raw, dayContext(field, context));
  const machine = found.machine === undefined ? null : machineDay(found.machine, context.evidence.offset);
  if (machine === null) return words;
  const fits = !words || words.state !== 'read' || words.days.some((day) => daysBetween(day, machine) <= 1);
  return fits ? { days: [machine], state: 'read' } : words;
}

function dayContext(field: FieldRecipe, context: Context): DayContext {
  const { lang, dayOrder } = context.format;
  return { lang, dayOrder, today: context.today, yearless: field.yearless ?? 'nearest' };
}

function fromDay(read: DayRead | null): Parsed | null {
  const [value] = read?.days ?? [];
  if (!read || value === undefined) return null;
  return {
    state: read.state,
    value,
    ...(read.state === 'ambiguous' ? { alternatives: read.days } : {}),
    ...(read.reason === undefined ? {} : { reason: read.reason }),
  };
}

/**
 * The latest of many days that is not after today. What may be after today and may not is taken as not. What is said and not
 * understood may be later than all others: then none of them is the latest.
 */
function latest(finds: Found[], field: FieldRecipe, context: Context): { value: Parsed; raw: string } | null {
  const said = finds.filter((found) => !isEmpty(inert(found.raw), field.empty));
  const reads = said.map((found) => dayFound(found, field, context));
  if (reads.includes(null)) return null;
  const past = reads.flatMap((read) => {
    const days = read?.days.filter((day) => day <= context.today) ?? [];
    if (!read || days.length === 0) return [];
    const state = read.state === 'ambiguous' && days.length === 1 ? ('inferred' as const) : read.state;
    return [{ ...read, days, state }];
  });
  const value = fromDay(newestOf(past));
  return value ? { value, raw: '' } : null;
}

/** Of days that can be read in several ways each that may be the newest: none that is before the earliest that another may be. */
function newestOf(past: DayRead[]): DayRead | null {
  const newestFirst = past.toSorted((one, other) => (other.days[0] ?? '').localeCompare(one.days[0] ?? ''));
  const [newest] = newestFirst;
  if (newest === undefined) return null;
  const atLeast =
    past
      .map(({ days }) => days.toSorted()[0] ?? '')
      .toSorted()
      .at(-1) ?? '';
  const days = [...new Set(newestFirst.flatMap((read) => read.days.filter((day) => day >= atLeast)))];
  const { reason = 'day-or-month' } = newestFirst.find(({ state }) => state === 'ambiguous') ?? {};
  if (days.length > 1) return { days, state: 'ambiguous', reason };
  return newestFirst.find((read) => read.days[0] === days[0] && read.state !== 'ambiguous') ?? newest;
}

/** A field that is still as it was before the address changed may belong to the record before. */
function marked(field: ReadField, name: FieldName, evidence: Evidence): ReadField {
  const from = name === 'status' && field.reason === 'from-stage' ? 'stage' : name;
  if (name === 'recordId' || !evidence.unmoved.includes(from)) return field;
  const { alternatives: _, currencies: __, ...rest } = field;
  return { ...rest, state: 'unsure', reason: 'same-as-before-move' };
}

/** What a locator looks for, in few words. */
export function described(locator: Locator): string {
  switch (locator.by) {
    case 'attribute':
      return `attribute ${locator.attribute}=${locator.name}`;
    case 'css':
      return `css ${locator.css}`;
    case 'label':
      return `label "${locator.words[0] ?? ''}"`;
    case 'role':
      return `role ${[locator.role, locator.state].filter(Boolean).join(' ')}`;
    case 'meta':
      return `meta ${locator.name}`;
    case 'above':
      return `above ${locator.box}`;
    case 'title':
      return 'title';
  }
}

/** The page's clock as ISO with its offset. */
function clockTime(at: number, offset: number): string {
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  const two = (number: number): string => String(Math.trunc(number)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
