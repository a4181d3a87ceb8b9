import type { Refusal } from '@/lib/domain/refusal';

/** A command that may not be done, for a reason that the user is told. Nothing was written. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
