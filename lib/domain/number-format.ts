/** The ways of writing that differ in decimal mark or in the order of day and month, each by a language that has it. */
export const NUMBER_FORMATS = ['en-US', 'en-GB', 'de-DE'] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];
