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

/** Whether a deal in a stage of this kind has ended. A step of the team's own is no end. */
export function statusOfKind(kind: StageKind): 'open' | 'won' | 'lost' {
  return kind === 'won' || kind === 'lost' ? kind : 'open';
}

/**
 * The reading with its status as the manager's word on the stage has it, also where that takes an end back. A status that the
 * page shows itself stays: only one that was taken from the stage is told anew.
 */
export function withStage<R extends Pick<Reading, 'fields'>>(reading: R, stage: KnownStage | null): R {
  const { status } = reading.fields;
  if (!stage?.said || status?.reason !== 'from-stage') return reading;
  const told = { ...status, state: 'inferred', value: statusOfKind(stage.kind) } as const;
  return { ...reading, fields: { ...reading.fields, status: told } };
}
