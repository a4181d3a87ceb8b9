import type { Person, Pipeline } from './company.ts';

/** Days are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:mm` on the wall clock. */
export interface Activity {
  kind: string;
  subject: string;
  person: Person;
  at: string;
}

export interface StageChange {
  stage: string;
  day: string;
}

export interface Note {
  author: Person;
  day: string;
  text: string;
}

export interface Deal {
  id: string;
  name: string;
  account: string | null;
  owner: Person | null;
  createdBy: Person;
  createdAt: string;
  amount: number | null;
  currency: string;
  pipeline: Pipeline;
  stage: string;
  status: 'open' | 'won' | 'lost';
  closeDate: string;
  nextStep: string | null;
  source: string;
  probability: number;
  score: number;
  /** Newest first, all before today. */
  activities: Activity[];
  /** Soonest first, all after today. */
  planned: Activity[];
  notes: Note[];
  /** Oldest first; the last is the stage of now. */
  history: StageChange[];
}

/** What a right reading of a deal's page holds. `null`: the page does not say it. */
export interface Truth {
  recordId: string;
  name: string;
  account: string | null;
  owner: string | null;
  ownerId: string | null;
  /** A plain decimal without needless zeros: `1250000.5`. */
  amount: string | null;
  currency: string | null;
  stage: string;
  status: 'open' | 'won' | 'lost';
  closeDate: string;
  nextStep: string | null;
  lastActivity: string | null;
  createdDate: string;
}
