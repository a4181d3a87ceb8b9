import type { Reading } from './reading';

/**
 * What a stage of a pipeline is, whatever a CRM or a team calls it, in the order in which a deal goes through them.
 * - `new`: found, and nobody has looked yet whether it is worth the work
 * - `qualified`: worth it; needs, people and fit are being found out
 * - `proposal`: an offer is being made, shown or weighed
 * - `negotiation`: the terms are being agreed, up to the signature
 * - `won`, `lost`: the two ends
 * - `own`: the team's own, of no kind that is known
 */
export const STAGE_KINDS = ['new', 'qualified', 'proposal', 'negotiation', 'won', 'lost', 'own'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** What is known of the stages of one kind of record on one site. */
export interface Pipeline {
  /** Their names in order, as a page last showed all of them; empty while none has. */
  order: string[];
  /** What the manager said that a stage is, by its name. */
  said: Record<string, StageKind>;
}

export const NO_PIPELINE: Pipeline = { order: [], said: {} };

/** A stage with what it is. */
export interface KnownStage {
  name: string;
  kind: StageKind;
  /** The manager said so. */
  said: boolean;
}

/** The end of a deal in a stage of this kind; a stage of the team's own tells nothing. */
export function statusOfKind(kind: StageKind): 'open' | 'won' | 'lost' | null {
  if (kind === 'won' || kind === 'lost') return kind;
  return kind === 'own' ? null : 'open';
}

/**
 * The reading with its status as the manager's word on the stage has it. A status that the page shows itself stays: only one
 * that was taken from the stage is told anew.
 */
export function withStage<R extends Pick<Reading, 'fields'>>(reading: R, stage: KnownStage | null): R {
  const { status } = reading.fields;
  const value = stage?.said ? statusOfKind(stage.kind) : null;
  if (value === null || status?.reason !== 'from-stage') return reading;
  return { ...reading, fields: { ...reading.fields, status: { ...status, state: 'inferred', value } } };
}
