import { createModel, signal } from '@preact/signals';
import type { DealKey } from '@/lib/domain/ids';
import type { Refusal } from '@/lib/domain/refusal';
import type { Client } from '@/lib/messages/client';

/** The bug report on how a deal is read. It is made when it is asked for, and forgotten when it is put away. */
export const Report = createModel((client: Client) => {
  const text = signal<string | null>(null);
  const problem = signal<Refusal | null>(null);
  let asked = 0;
  let deal: DealKey | null = null;

  const close = () => {
    asked += 1;
    text.value = null;
    problem.value = null;
  };

  return {
    /** Null while it is being made. */
    text,
    problem,
    /** The screen shows this deal; the report of another is forgotten. */
    about: (next: DealKey | null) => {
      if (next !== deal) close();
      deal = next;
    },
    /** Makes it anew. */
    open: async (): Promise<void> => {
      close();
      if (deal === null) return;
      const mine = asked;
      const answer = await client.view('report', { deal });
      // It was put away meanwhile, perhaps with the deal.
      if (mine !== asked) return;
      if (answer.ok) text.value = answer.value.text;
      else problem.value = answer.refusal;
    },
    close,
  };
});
export type ReportModel = InstanceType<typeof Report>;
