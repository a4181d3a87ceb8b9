import { knownBy } from '@/lib/crm/blank';
import type { Description, Tried } from '@/lib/crm/description';
import type { Recipe } from '@/lib/crm/recipe';
import { isAbout, lostIn, type FieldHealth, type Health } from '@/lib/domain/health';
import { FIELD_NAMES, type FieldName, type Reading } from '@/lib/domain/reading';
import { addressShape } from './address-shape';
import { described } from './read';

/** All that a bug report is made of. */
export interface Reported {
  recipe: Recipe;
  /** What the page said of itself just now, already checked. */
  description: Description;
  health: Health | null;
  reading: Reading;
  url: string;
  /** Name and version, for example `Chrome 141`. */
  browser: string;
  /** The version of Sideline. */
  version: string;
}

/**
 * The bug report that a user can copy, in English: whoever mends recipes reads it. It tells where and how was looked, and how the
 * page is built; no value, no name, no word of the page and no host.
 */
export function reportOf(reported: Reported): string {
  const { recipe, description, reading, url, browser, version } = reported;
  const page = description.page === null ? null : (recipe.pages[description.page] ?? null);
  const id = reading.fields.recordId?.value ?? null;
  return [
    `Sideline ${version}, ${browser}`,
    `recipe: ${recipe.crm}, version ${recipe.version}`,
    `page: ${page === null ? 'none' : `${page.kind} ${page.object}, number ${description.page}`}`,
    `address: ${addressShape(url, { recipe, known: knownBy(recipe), id })}`,
    '',
    'fields',
    ...FIELD_NAMES.filter((name) => page?.fields[name] !== undefined).flatMap((name) =>
      fieldLines(name, reported),
    ),
    '',
    'structure, every text replaced',
    description.structure === '' ? 'none: the region was not found' : description.structure,
  ].join('\n');
}

function fieldLines(name: FieldName, { recipe, description, health, reading }: Reported): string[] {
  const locators = recipe.pages[description.page ?? -1]?.fields[name]?.locators ?? [];
  const known = health !== null && isAbout(health, recipe) ? health.fields[name] : undefined;
  const now = reading.fields[name]?.state ?? (reading.empty.includes(name) ? 'empty' : 'missing');
  return [
    `  ${name}: ${now}; ${standing(name, known)}`,
    ...locators.map((locator, at) => `    ${described(locator)}: ${counts(description.tried[name]?.[at])}`),
  ];
}

function standing(name: FieldName, field: FieldHealth | undefined): string {
  if (field === undefined || field.lastRead === null) return 'never read';
  const lost = lostIn({ fields: { [name]: field } });
  const read = `last read ${field.lastRead}`;
  if (lost.gone.length > 0) return `no longer found, ${read}`;
  return lost.unparsed.length > 0 ? `no longer parsed, ${read}` : read;
}

function counts(tried: Tried | undefined): string {
  if (tried === undefined) return 'not tried';
  const { matched, visible, found } = tried;
  const elements = matched === null ? '' : `${matched} matched, ${visible ?? 0} visible, `;
  return `${elements}${found} with a value`;
}
