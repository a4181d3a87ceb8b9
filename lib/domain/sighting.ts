import type { DealKey, RepId, SiteId } from './ids';
import { FIELD_NAMES } from './reading';
import type { FieldName, ReadField, Reading, SeenField, Sighting } from './reading';
import { isIsoDay } from './time';

/**
 * What of a reading is kept. Left out are:
 * - the record's id, which the deal key holds already
 * - `unsure` fields: they may belong to the record that was on screen before, and history must not hold another deal's value
 * - the words on the page and how they were found
 *
 * @throws where `lastActivity` or `createdDate` is anything but an ISO day: no time of day is ever kept of what a rep did.
 */
export function sightingOf(
  reading: Reading,
  where: { site: SiteId; deal: DealKey; rep: RepId | null },
): Sighting {
  const fields: Sighting['fields'] = {};
  for (const name of FIELD_NAMES) {
    const field = reading.fields[name];
    if (field === undefined || field.state === 'unsure' || name === 'recordId') continue;
    if (name === 'lastActivity' || name === 'createdDate') refuseTimeOfDay(name, field);
    fields[name] = seen(field);
  }
  const { at, pageKind, crm, recipeVersion } = reading;
  const empty = FIELD_NAMES.filter((name) => reading.empty.includes(name));
  return { ...where, at, lastSeen: at, pageKind, crm, recipeVersion, fields, empty };
}

/**
 * Whether two sightings say the same, so that the later one only moves when it was last seen. The recipe's version does
 * not count: a newer recipe that reads the same has seen the same. The page kind does: what a list shows is rounded,
 * converted or left out, and must stay apart from what the deal's own page shows.
 */
export function sameSighting(a: Sighting, b: Sighting): boolean {
  return (
    a.deal === b.deal &&
    a.site === b.site &&
    a.rep === b.rep &&
    a.pageKind === b.pageKind &&
    a.crm === b.crm &&
    sameList(a.empty, b.empty) &&
    FIELD_NAMES.every((name) => sameField(a.fields[name], b.fields[name]))
  );
}

function sameField(a: SeenField | undefined, b: SeenField | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.state === b.state &&
    a.value === b.value &&
    a.currency === b.currency &&
    sameList(a.alternatives ?? [], b.alternatives ?? [])
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function seen({ state, value, currency, alternatives }: ReadField): SeenField {
  return {
    state,
    value,
    ...(currency === undefined ? {} : { currency }),
    ...(alternatives === undefined ? {} : { alternatives: [...alternatives] }),
  };
}

function refuseTimeOfDay(name: FieldName, field: ReadField): void {
  for (const value of [field.value, ...(field.alternatives ?? [])]) {
    // The value itself stays out of the message: errors are logged.
    if (!isIsoDay(value)) throw new Error(`${name} is not an ISO day`);
  }
}
