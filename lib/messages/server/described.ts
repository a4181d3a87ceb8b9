import * as z from 'zod/mini';
import { DESCRIPTION_LIMITS, type Description } from '@/lib/crm/description';
import { FIELD_NAMES } from '@/lib/domain/reading';

z.config({ jitless: true });

const count = z.int().check(z.gte(0), z.lte(1_000_000));
const tried = z.strictObject({ matched: z.nullable(count), visible: z.nullable(count), found: count });

/** What the script that describes a page may give back: it ran in the page's process, so it is looked at as a message is. */
const description = z.strictObject({
  crm: z.string().check(z.maxLength(200)),
  recipeVersion: count,
  page: z.nullable(count),
  tried: z.partialRecord(z.enum(FIELD_NAMES), z.array(tried).check(z.maxLength(40))),
  structure: z.string().check(z.maxLength(DESCRIPTION_LIMITS.structure)),
});

/** The description, or null where it is none. */
export function descriptionIn(given: unknown): Description | null {
  const parsed = description.safeParse(given);
  return parsed.success ? (parsed.data as Description) : null;
}
