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
