/** Reads the lines of deals.ts and the notes' files. Ours are checked by tests, so a line that is none simply throws. */

/** Stages of a deal, in their order. */
export const STAGES = ['Qualification', 'Discovery', 'Proposal', 'Negotiation'] as const;

/** A deal as its line says it. All days count from today, those of the past in days ago. */
export interface DealRow {
  name: string;
  account: string;
  /** null where the page shows none. */
  amount: { currency: string; value: number } | null;
  age: number;
  /** null while it is open. */
  end: { status: 'won' | 'lost'; ago: number } | null;
  /** Index in STAGES. */
  stage: number;
  /** Days ahead; null where it has ended. */
  close: number | null;
  pushes: { ago: number; days: number }[];
  cuts: { ago: number; value: number }[];
  /** Days ago; null where it has ended. */
  active: number | null;
  /** null where the page shows none. */
  next: string | null;
}

/** A note as its line says it. */
export interface NoteRow {
  ago: number;
  privacy: string;
  kind: string;
  /** The deal's name, or null for a note on the person. */
  deal: string | null;
  asked: string | null;
  /** `due` is in days ahead, `kept` in days ago. */
  promise: { who: string; due: number; kept: number | null } | null;
  text: string;
}

/** @throws where a line has too few columns, or a number or stage is none */
export function dealRows(table: string): DealRow[] {
  return cells(table, 10).map(([name = '', account = '', amount = '', ...more]) => {
    const [age = '', end = '', stage = '', close = '', moves = '', active = '', next = ''] = more;
    const [currency = '', value = ''] = amount.split(' ');
    const [status = '', endAgo = ''] = end.split(' ');
    const all = moves === '' ? [] : moves.split(', ').map((move) => move.split(' '));
    const of = (kind: string) => all.filter(([first]) => first === kind);
    return {
      name,
      account,
      amount: amount === '-' ? null : { currency, value: whole(value) },
      age: whole(age),
      end: status === 'won' || status === 'lost' ? { status, ago: whole(endAgo) } : null,
      stage: stageIndex(stage),
      close: close === '' ? null : whole(close),
      pushes: of('push').map(([, ago, days]) => ({ ago: whole(ago), days: whole(days) })),
      cuts: of('cut').map(([, ago, to]) => ({ ago: whole(ago), value: whole(to) })),
      active: active === '' ? null : whole(active),
      next: next === '' ? null : next,
    };
  });
}

/** @throws where a line has too few columns or a number is none */
export function noteRows(table: string): NoteRow[] {
  return cells(table, 6).map(([ago, privacy = '', kind = '', deal = '', more = '', text = '']) => {
    const [first = '', second, due, , kept] = more.split(' ');
    const isAsked = first === 'asked';
    return {
      ago: whole(ago),
      privacy,
      kind,
      deal: deal === '' ? null : deal,
      asked: isAsked ? (second ?? null) : null,
      promise:
        first === '' || isAsked
          ? null
          : { who: first, due: whole(due), kept: kept === undefined ? null : -whole(kept) },
      text: text.replace(' / ', '\n'),
    };
  });
}

function cells(table: string, columns: number): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const found = line.split('|').map((cell) => cell.trim());
      if (found.length !== columns) throw new Error(`Not ${columns} columns: ${line}`);
      return found;
    });
}

function whole(text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isInteger(value)) throw new Error(`Not a number: ${text}`);
  return value;
}

function stageIndex(stage: string): number {
  const index = STAGES.findIndex((known) => known === stage);
  if (index === -1) throw new Error(`Not a stage: ${stage}`);
  return index;
}
