import { createModel, signal } from '@preact/signals';
import type { CommitmentId, RepId } from '@/lib/domain/ids';
import type { NumberFormat } from '@/lib/domain/number-format';
import type { Refusal } from '@/lib/domain/refusal';
import type { Theme } from '@/lib/domain/views';
import type { Client, Later } from '@/lib/messages/client';
import { Cover } from './cover';
import { Example } from './example';
import { Find } from './find';
import { NamePerson } from './name-person';
import { NoteBox } from './note-box';
import { NoteList } from './note-list';
import { People, Person, turnToPerson } from './people';
import { Readings, Settings, type Grants } from './settings';
import { isSeen, refresher } from './refresh';
import { Toast } from './toast';
import { Transfer, type Files } from './transfer';

/** A page of the workspace, as it stands after the `#` of its address. */
export type Route =
  | { page: 'welcome' }
  | { page: 'people' }
  | { page: 'person'; rep: RepId }
  /** All notes, and those that a search finds. */
  | { page: 'notes' }
  | { page: 'settings' }
  | { page: 'readings' };

/** The page that a `#…` names; people where it names none. */
export function routeOf(hash: string): Route {
  const [page, rep] = hash.replace(/^#/, '').split('/');
  if (page === 'person' && rep) return { page, rep: decodeRep(rep) };
  if (page === 'welcome' || page === 'notes' || page === 'settings' || page === 'readings') return { page };
  return { page: 'people' };
}

/** The address of a person's page. */
export function personHash(rep: RepId): string {
  return `#person/${encodeURIComponent(rep)}`;
}

function decodeRep(part: string): RepId {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What the browser says about keeping: kept until the user removes it, or not promised, or not said. */
export type Persistence = 'kept' | 'not-promised' | 'unknown';

export interface WorkspaceNeeds {
  client: Client;
  later: Later;
  grants: Grants;
  files: Files;
  /** The ISO day of the page's clock. */
  today(): string;
  /** Brings a person's page up. */
  openPerson(rep: RepId): void;
  /** Asks the browser to keep what is stored, and says what it answered. */
  persist(): Promise<Persistence>;
  /** Only where the example team is shown: opens what is real in the place of this page. */
  leaveExample?: () => void;
}

/** The full tab. */
export const Workspace = createModel((needs: WorkspaceNeeds) => {
  const { client, later } = needs;
  const route = signal<Route>({ page: 'people' });
  const theme = signal<Theme>('computer');
  const gone = signal(false);
  const persistence = signal<Persistence | null>(null);
  const problem = signal<Refusal | null>(null);
  const toast = new Toast(later);
  const example = new Example({ client, goBack: needs.leaveExample ?? null });
  const people = new People(client);
  const person = new Person(client);
  const settings = new Settings({ client, toast, grants: needs.grants });
  const readings = new Readings(client);
  const box = new NoteBox({ client, later, toast });
  const notes = new NoteList({ client, toast });
  const find = new Find(client);
  const foundNotes = new NoteList({ client, toast });
  const cover = new Cover(later, false);
  /** The cover starts as the user chose, once that is known. */
  let started = false;

  const askSettings = async () => {
    await settings.ask();
    const held = settings.view.peek();
    if (held === null) return;
    theme.value = held.theme;
    if (!started && held.startsCovered) cover.cover();
    started = true;
  };
  const fit = () => turnToPerson(client, person, box, notes);
  const askPerson = async () => {
    await person.ask();
    fit();
  };
  const askPage = async () => {
    const { page } = route.peek();
    if (page === 'readings') return readings.ask();
    if (page === 'people') return people.ask();
    if (page === 'notes') {
      await Promise.all([people.ask(), find.again()]);
      return;
    }
    if (page === 'person') await Promise.all([people.ask(), askPerson(), notes.again()]);
  };
  const askAll = () => Promise.all([askSettings(), askPage()]);
  /** Counting all notes costs: it is done again only where the count stands, and until there is a first note. */
  const refresh = refresher(() => {
    const { page } = route.peek();
    const counts = page === 'settings' || page === 'welcome' || !settings.view.peek()?.privateTold;
    return counts ? askAll() : askPage();
  });
  /** The developer page shows all that happens, as it happens. */
  const mayShow = (kinds: readonly string[]) => {
    const { page } = route.peek();
    return page === 'readings' || isSeen(kinds, page === 'person');
  };
  /** The example has people and notes, and nothing to be set. */
  const pageOf = (wanted: Route): Route =>
    !example.shown.value || wanted.page === 'person' || wanted.page === 'notes' ? wanted : { page: 'people' };
  const go = async (wanted: Route) => {
    const next = pageOf(wanted);
    route.value = next;
    const shown = person.show(next.page === 'person' ? next.rep : null);
    fit();
    await Promise.all([shown, askAll(), ...(next.page === 'notes' ? [find.open()] : [])]);
    fit();
  };
  const transfer = new Transfer({ client, toast, files: needs.files, again: askAll });
  const over = () => {
    box.leave();
    gone.value = true;
  };

  return {
    route,
    theme,
    gone,
    persistence,
    problem,
    toast,
    people,
    person,
    settings,
    transfer,
    readings,
    box,
    notes,
    find,
    foundNotes,
    cover,
    namePerson: new NamePerson({ client, people, box, open: needs.openPerson }),
    example,
    go,
    start: async (first: Route) => {
      client.listen({
        message: (message) => {
          if (message.name === 'changed') void (mayShow(message.kinds) && refresh());
          else if (message.name === 'theme') theme.value = message.theme;
          else if (message.name === 'cover') cover.toggle();
          else if (message.name === 'erased') {
            box.forget();
            people.blank();
            person.blank();
            readings.view.value = null;
            needs.files.show('#welcome');
          }
        },
        // Made anew where it was erased meanwhile, as when the browser put this page to sleep.
        again: () => void example.enter().then(refresh),
        gone: over,
      });
      route.value = pageOf(first);
      await example.enter();
      const asked = needs.persist().then((answer) => (persistence.value = answer));
      await Promise.all([go(first), asked]);
    },
    persist: async () => {
      persistence.value = await needs.persist();
    },
    answerTeam: async (rep: RepId, onTeam: boolean) => {
      const answer = await client.command('answerTeam', { rep, onTeam });
      problem.value = answer.ok ? null : answer.refusal;
      if (answer.ok) await askPage();
    },
    setTheme: (next: Theme) => {
      theme.value = next;
      return settings.setTheme(next);
    },
    setNumberFormat: async (format: NumberFormat | null) => {
      const answer = await client.command('setNumberFormat', { format });
      problem.value = answer.ok ? null : answer.refusal;
      if (answer.ok) await askSettings();
    },
    setStartsCovered: async (covered: boolean) => {
      const answer = await client.command('setStartsCovered', { covered });
      problem.value = answer.ok ? null : answer.refusal;
      if (answer.ok) await askSettings();
    },
    setKept: async (id: CommitmentId, kept: boolean) => {
      const answer = await client.command('setKept', { id, kept });
      problem.value = answer.ok ? null : answer.refusal;
      if (answer.ok) await askPage();
    },
    leavePage: () => box.leavePage(),
    today: needs.today,
  };
});
export type WorkspaceModel = InstanceType<typeof Workspace>;
