import { Icon } from '@/components/ui/icons';
import type { FieldName } from '@/lib/domain/reading';
import type { KnownStage, StageKind } from '@/lib/domain/stage';
import type { FieldView, ReadView } from '@/lib/domain/views';
import { fieldHow, fieldValue, isToLookAt, readingLine } from '@/lib/text/reading';
import { t } from '@/lib/text/words';

interface Props {
  read: ReadView;
  today: string;
}

/** The stage of the deal, and how the manager says what it is. */
interface Stage {
  known: KnownStage;
  /** What it could be. */
  kinds: readonly StageKind[];
  say(kind: StageKind): void;
}

interface WithStage {
  stage?: Stage;
}

/** What was read here in one line; it opens to all fields. They stand in the document also while it is closed. */
export function Reading({ read, today, open, stage }: Props & { open?: boolean } & WithStage) {
  return (
    <details class="reading" open={open ?? false}>
      <summary class="reading-line" data-line>
        <Icon name="reading" />
        {readingLine(read)}
        <Icon name="open" />
      </summary>
      <DealCard read={read} today={today} {...(stage && { stage })} />
    </details>
  );
}

/**
 * All fields: first what to look at, then what is missing, then what was read. On a site that is off nothing can be
 * looked after yet, so what is missing stands last.
 */
export function DealCard({ read, today, site, stage }: Props & { site?: string } & WithStage) {
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
        <FieldRow
          key={field.name}
          field={field}
          today={today}
          {...(field.name === 'stage' && stage && { stage })}
        />
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

function FieldRow({
  field,
  today,
  brief,
  stage,
}: { field: FieldView; today: string; brief?: boolean } & WithStage) {
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
        {stage && <StageKindChoice stage={stage} />}
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

/** What a stage is, beside its name; another choice corrects it at once. */
function StageKindChoice({ stage: { known, kinds, say } }: { stage: Stage }) {
  return (
    <select
      class="stage-kind"
      aria-label={t('stage.kindOf', { stage: known.name })}
      title={t('stage.kindOf', { stage: known.name })}
      value={known.kind}
      data-said={known.said}
      onChange={(event) => say(event.currentTarget.value as StageKind)}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`stage.${kind}`)}
        </option>
      ))}
    </select>
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
