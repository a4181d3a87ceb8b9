import { createModel, signal } from '@preact/signals';
import { originOf } from '@/lib/domain/origin';
import type { Refusal } from '@/lib/domain/refusal';
import type { ReadingsView, SettingsView, SiteLine, Theme } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';
import type { ToastModel } from './toast';

/** What the browser is asked for. Both are called straight from a click: `grant` opens the browser's own question. */
export interface Grants {
  grant(origin: string): Promise<boolean>;
  revoke(origins: string[]): Promise<void>;
}

interface Needs {
  client: Client;
  toast: ToastModel;
  grants: Grants;
}

/** The sites that are turned on, and how Sideline looks. */
export const Settings = createModel(({ client, toast, grants }: Needs) => {
  const view = signal<SettingsView | null>(null);
  const problem = signal<Refusal | null>(null);
  const joinProblem = signal<Refusal | null>(null);
  const busy = signal(false);
  let asked = 0;

  const ask = async () => {
    const mine = ++asked;
    const answer = await client.view('settings', {});
    if (mine !== asked) return;
    if (answer.ok) view.value = answer.value;
    else problem.value = answer.refusal;
  };
  /** Nothing may be awaited before `grant`: the browser asks only straight after a click. */
  const turnOn = async (address: string): Promise<boolean> => {
    const origin = originOf(address);
    if (origin === null) {
      problem.value = 'not-a-site';
      return false;
    }
    const granting = grants.grant(origin);
    busy.value = true;
    problem.value = null;
    const granted = await granting.catch(() => false);
    const refusal = granted ? await turnOnGranted(origin) : 'not-granted';
    busy.value = false;
    problem.value = refusal;
    return refusal === null;
  };
  const turnOnGranted = async (origin: string): Promise<Refusal | null> => {
    const answer = await client.command('turnOn', { origin });
    if (!answer.ok) return answer.refusal;
    toast.show('turnedOn');
    await ask();
    return null;
  };

  return {
    view,
    problem,
    joinProblem,
    busy,
    ask,
    turnOn,
    turnOff: async (site: SiteLine) => {
      problem.value = null;
      const answer = await client.command('turnOff', { site: site.id });
      if (!answer.ok) return void (problem.value = answer.refusal);
      await grants.revoke(site.origins);
      toast.show('turnedOff');
      await ask();
    },
    /** @returns whether they are one now */
    join: async (site: SiteLine, into: SiteLine): Promise<boolean> => {
      const answer = await client.command('joinSites', { site: site.id, into: into.id });
      joinProblem.value = answer.ok ? null : answer.refusal;
      if (!answer.ok) return false;
      toast.show('joined');
      await ask();
      return true;
    },
    /** The question was left: what was wrong with its last answer is over. */
    joinLeft: () => {
      joinProblem.value = null;
    },
    setTheme: async (theme: Theme) => {
      const answer = await client.command('setTheme', { theme });
      problem.value = answer.ok ? null : answer.refusal;
      if (answer.ok && view.peek() !== null) await ask();
    },
  };
});
export type SettingsModel = InstanceType<typeof Settings>;

/** The last readings, for the developer page. */
export const Readings = createModel((client: Client) => {
  const view = signal<ReadingsView | null>(null);
  const problem = signal<Refusal | null>(null);
  return {
    view,
    problem,
    ask: async () => {
      const answer = await client.view('readings', {});
      if (answer.ok) view.value = answer.value;
      problem.value = answer.ok ? null : answer.refusal;
    },
  };
});
export type ReadingsModel = InstanceType<typeof Readings>;
