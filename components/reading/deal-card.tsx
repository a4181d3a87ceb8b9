import { Icon } from '@/components/ui/icons';
import type { FieldName } from '@/lib/domain/reading';
import type { FieldView, ReadView } from '@/lib/domain/views';
import { fieldHow, fieldValue, isToLookAt, readingLine } from '@/lib/text/reading';
import { t } from '@/lib/text/words';

interface Props {
  read: ReadView;
  today: string;
}

/** What was read here in one line; it opens to all fields. They stand in the document also while it is closed. */
export function Reading({ read, today, open }: Props & { open?: boolean }) {
  return (
    <details class="reading" open={open ?? false}>
      <summary class="reading-line" data-line>
        <Icon name="reading" />
        {readingLine(read)}
        <Icon name="open" />
      </summary>
      <DealCard read={read} today={today} />
    </details>
  );
}

/**
 * All fields: first what to look at, then what is missing, then what was read. On a site that is off nothing can be
 * looked after yet, so what is missing stands last.
 */
export function DealCard({ read, today, site }: Props & { site?: string }) {
  const missingLast = site !== undefined;
  const missing = read.missing.map((name) => (
    <MissingRow key={name} name={name} empty={read.empty.includes(name)} />
  ));
  const look = read.fields.filter((field) => isToLookAt(field.state));
  const rest = read.fields.filter((field) => !isToLookAt(field.state));
  return (
    <dl class="deal-card">
      {site !== undefined && (
        <div class="field-read">
          <dt>{t('off.site')}</dt>
          <dd>{site}</dd>
        </div>
      )}
      {look.map((field) => (
        <FieldRow key={field.name} field={field} today={today} />
      ))}
      {!missingLast && missing}
      {rest.map((field) => (
        <FieldRow key={field.name} field={field} today={today} />
      ))}
      {missingLast && missing}
    </dl>
  );
}

/** What a page is recognised by. */
const BRIEF: readonly FieldName[] = ['name', 'account', 'owner', 'stage'];

/** The few fields that a deal is recognised by, without a word on each: where all is uncertain, one sentence says so. */
export function BriefCard({ read, today }: Props) {
  const fields = BRIEF.flatMap((name) => read.fields.filter((field) => field.name === name));
  return (
    <dl class="deal-card">
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} today={today} brief />
      ))}
    </dl>
  );
}

function FieldRow({ field, today, brief }: { field: FieldView; today: string; brief?: boolean }) {
  const how = brief ? null : fieldHow(field);
  return (
    <div
      class="field-read"
      data-field={field.name}
      data-state={field.state}
      data-value={field.value}
      data-currency={field.currency}
      data-how={field.how}
    >
      <dt>{t(`field.${field.name}`)}</dt>
      <dd>
        <span class="field-value">{fieldValue(field, today)}</span>
        {how !== null && (
          <span class="field-how">
            {isToLookAt(field.state) && <Icon name="look" />}
            {how}
          </span>
        )}
      </dd>
    </div>
  );
}

/** A field that the page shows with nothing in it is told apart from one that it does not show. */
function MissingRow({ name, empty }: { name: FieldName; empty: boolean }) {
  return (
    <div class="field-read" data-field={name} data-state="missing" {...(empty && { 'data-empty': true })}>
      <dt>{t(`field.${name}`)}</dt>
      <dd>
        <span class="field-value">{empty ? t('reading.empty') : t('reading.notHere')}</span>
      </dd>
    </div>
  );
}
