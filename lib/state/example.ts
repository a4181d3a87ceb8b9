import { createModel, signal } from '@preact/signals';
import { EXAMPLE_SEARCH } from '@/lib/domain/example/address';
import type { Refusal } from '@/lib/domain/refusal';
import type { Client } from '@/lib/messages/client';

/** Leads from the workspace to the example team. */
export const EXAMPLE_LINK = `${EXAMPLE_SEARCH}#people`;

/** Whether a workspace at this address shows the example team. @param search from the `?` on */
export function isExample(search: string): boolean {
  return search === EXAMPLE_SEARCH;
}

interface Needs {
  client: Client;
  /** Opens the workspace that shows what is real, in the place of this page; null where this page is that one. */
  goBack: (() => void) | null;
}

/** Whether a workspace shows the example team, and the way in and out. */
export const Example = createModel(({ client, goBack }: Needs) => {
  const shown = signal(goBack !== null);
  /** Why the example could not be made. */
  const problem = signal<Refusal | null>(null);
  return {
    shown,
    problem,
    /** Has it made where it is shown and not there; before anything of it is asked. */
    enter: async () => {
      if (!shown.value) return;
      const answer = await client.command('enterExample', {});
      problem.value = answer.ok ? null : answer.refusal;
    },
    /** Whatever comes of it: what could not be erased now is erased when this page is gone. */
    leave: async () => {
      await client.command('leaveExample', {});
      goBack?.();
    },
  };
});
export type ExampleModel = InstanceType<typeof Example>;
