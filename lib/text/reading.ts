import type { FieldName, FieldReason, FieldState } from '@/lib/domain/reading';
import type { Lost } from '@/lib/domain/health';
import type { FieldView, ReadView } from '@/lib/domain/views';
import { amount, count, day, list, number, t } from './words';

/** How what was read on a page is said. */

/** The missing fields are named up to here; more of them are counted. */
const NAMED_MISSING = 3;

/** The value as it is shown: days and amounts in the language of the words, all else as the page has it. */
export function fieldValue(field: FieldView, today: string): string {
  if (field.state === 'ambiguous' && (field.alternatives?.length ?? 0) > 1) {
    const [first = field.value, ...others] = field.alternatives ?? [];
    return others.reduce(
      (said, other) => t('reading.or', { first: said, second: shown(field, other, today) }),
      shown(field, first, today),
    );
  }
  const value = shown(field, field.value, today);
  return field.state === 'approximate' ? t('reading.about', { value }) : value;
}

function shown(field: FieldView, value: string, today: string): string {
  switch (field.name) {
    case 'amount':
      return amount(value, field.currency);
    case 'closeDate':
    case 'lastActivity':
    case 'createdDate':
      return day(value, today);
    case 'status':
      return value === 'open' || value === 'won' || value === 'lost' ? t(`status.${value}`) : value;
    default:
      return value;
  }
}

/** Why a value is not simply read, or null where it is. */
export function fieldHow(field: FieldView): string | null {
  if (field.state === 'read') return null;
  if (field.reason === undefined) return t(`how.${field.state}`);
  const pageSays = field.raw ? t('how.pageSays', { words: field.raw }) : null;
  return reasonWords(field.reason, pageSays);
}

function reasonWords(reason: FieldReason, pageSays: string | null): string {
  switch (reason) {
    case 'rounded-by-page':
      return t('how.roundedByPage');
    case 'year-not-on-page':
      return t('how.yearNotOnPage');
    case 'relative-day':
      return pageSays ?? t('how.relativeDay');
    case 'day-or-month':
      return pageSays ?? t('how.dayOrMonth');
    case 'decimal-or-group':
      return pageSays ?? t('how.decimalOrGroup');
    case 'currency-sign-shared':
      return t('how.currencySignShared');
    case 'currency-not-on-page':
      return t('how.currencyNotOnPage');
    case 'from-stage':
      return t('how.fromStage');
    case 'same-as-before-move':
      return t('how.sameAsBeforeMove');
    case 'text-was-cut':
      return t('how.textWasCut');
  }
}

/** Whether the manager should look at this value before trusting it. */
export function isToLookAt(state: FieldState): boolean {
  return state === 'ambiguous' || state === 'unsure';
}

/** The reading in one line: "9 of 11 read; next step, last activity missing". */
export function readingLine({ fields, missing }: ReadView): string {
  const look = fields.filter((field) => isToLookAt(field.state)).length;
  const first = t('reading.line', {
    read: number(fields.length - look),
    all: number(fields.length + missing.length),
  });
  const rest = [look > 0 ? count('reading.look', look) : '', missingWords(missing)].filter(
    (words) => words !== '',
  );
  return rest.length === 0 ? first : t('reading.joined', { first, rest: list(rest) });
}

/** What is no longer read, in one line: "No longer found on EspoCRM: amount"; null where that is nothing. */
export function lostLine({ gone, unparsed }: Lost, crm: string): string | null {
  const words = (fields: FieldName[]) => ({
    crm,
    fields: list(fields.map((name) => t(`fieldWithin.${name}`))),
  });
  const first = gone.length === 0 ? null : t('reading.gone', words(gone));
  const rest = unparsed.length === 0 ? null : t('reading.unparsed', words(unparsed));
  return first !== null && rest !== null ? t('reading.joined', { first, rest }) : (first ?? rest);
}

function missingWords(missing: FieldName[]): string {
  if (missing.length === 0) return '';
  if (missing.length > NAMED_MISSING) return count('reading.manyMissing', missing.length);
  return t('reading.missing', { fields: list(missing.map((name) => t(`fieldWithin.${name}`))) });
}
