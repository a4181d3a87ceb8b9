import { createModel, signal } from '@preact/signals';
import type { Draft } from '@/lib/domain/draft';
import type { CommitmentId, DealKey, RepId } from '@/lib/domain/ids';
import { STAGE_KINDS, type StageKind } from '@/lib/domain/stage';
import type { Refusal } from '@/lib/domain/refusal';
import type { HereView, Theme } from '@/lib/domain/views';
import type { Client, Later } from '@/lib/messages/client';
import { Cover } from './cover';
import { Find } from './find';
import { Here } from './here';
import { ListRows } from './list-rows';
import { NamePerson } from './name-person';
import { NoteBox } from './note-box';
import { NoteList } from './note-list';
import { PageCover, unlessCovered } from './page-cover';
import { Pen } from './pen';
import { People, Person, turnToPerson } from './people';
import { Settings, type Grants } from './settings';
import { isSeen, refresher } from './refresh';
import { Report } from './report';
import { Toast } from './toast';

export type Tab = 'here' | 'people' | 'find';
/** A page of the workspace, as its address names it. */
export type WorkspaceRoute = 'people' | 'notes' | 'settings';

/** What the panel needs of the browser. */
export interface PanelNeeds {
  client: Client;
  later: Later;
  grants: Grants;
  /** The ISO day of the page's clock. */
  today(): string;
  openWorkspace(route: WorkspaceRoute): void;
  /** From hello. An off frame shows what one look recognised and nothing that is kept. */
  off: boolean;
  theme: Theme;
  /** In the browser's own side panel: whether a view is about the tab in front. A panel framed in a page has its one tab. */
  isInFront?: (view: HereView) => boolean;
  /** Opens the browser's own side panel, from a framed one and straight from a click. */
  openBeside?: () => void;
}

/** The whole panel: which screen stands, and what all screens share. */
export const Panel = createModel((needs: PanelNeeds) => {
  const { later } = needs;
  const pageCover = new PageCover(later);
  const client = unlessCovered(needs.client, () => pageCover.off.peek());
  const tab = signal<Tab>('here');
  const theme = signal(needs.theme);
  /** The extension was replaced under this page: nothing but "reload this page" is shown. */
  const gone = signal(false);
  const toast = new Toast(later);
  const here = new Here(client, needs.isInFront);
  const people = new People(client);
  const person = new Person(client);
  const settings = new Settings({ client, toast, grants: needs.grants });
  const hereBox = new NoteBox({ client, later, toast, draftKept: here.outdate });
  const personBox = new NoteBox({ client, later, toast });
  const hereNotes = new NoteList({ client, toast });
  const personNotes = new NoteList({ client, toast });
  const listRows = new ListRows(client);
  const report = new Report(client);
  const find = new Find(client);
  const foundNotes = new NoteList({ client, toast });
  const cover = new Cover(later, true);
  /** Another panel writes from now on: what was typed here goes there at once. */
  const pen = new Pen(() => {
    hereBox.flush();
    personBox.flush();
  });
  /** Why the last answer to a question of a screen was not kept. */
  const problem = signal<Refusal | null>(null);

  /** An off frame is answered what one look recognised, and nothing else. */
  const isOff = () => (here.view.peek()?.is ?? (needs.off ? 'off' : null)) === 'off';
  const fitHere = () => fitDeal(here.view.peek());
  const fitDeal = (view: HereView | null) => {
    pen.take(view?.pen);
    listRows.about(view?.is === 'list' ? `${view.page} ${view.seq}` : '');
    if (view?.is === 'list') void listRows.again();
    report.about(view?.is === 'deal' ? view.deal.key : null);
    if (view?.is !== 'deal') return hereBox.leave();
    const { key, rep, draft } = view.deal;
    hereBox.enter({ deal: key, rep: rep?.id ?? null }, draft);
    hereNotes.about(key, (before) => client.view('dealNotes', { deal: key, before }));
  };
  const fitPerson = () => turnToPerson(client, person, personBox, personNotes);
  /** Whether the words on private notes were said decides what stands in the box. Once they were it is not asked any more. */
  const askUntilWritten = async () => {
    if (!isOff() && !settings.view.peek()?.privateTold) await settings.ask();
  };
  const askHere = async () => {
    await here.ask();
    fitHere();
    // There somebody may be named at once.
    if (here.view.peek()?.is === 'nothing') await askPeople();
  };
  const askPerson = async () => {
    await person.ask();
    fitPerson();
  };
  const askPeople = async () => {
    await people.ask();
  };
  const askAll = async () => {
    await Promise.all([
      askHere(),
      hereNotes.again(),
      ...(tab.peek() === 'people' ? [askPeople(), askPerson(), personNotes.again()] : []),
      ...(tab.peek() === 'find' ? [find.again(), askPeople()] : []),
      askUntilWritten(),
    ]);
  };
  const refresh = refresher(askAll);
  /** The page is being read: what it is comes by itself, and asking meanwhile would only hold it up. */
  const isReading = () => tab.peek() === 'here' && here.view.peek()?.is === 'reading';
  const mayShow = (kinds: readonly string[]) =>
    isSeen(kinds, tab.peek() === 'people' && person.rep.peek() !== null) && !isReading();
  const blank = () => {
    hereBox.leave();
    personBox.leave();
    here.blank();
    people.blank();
    person.blank();
    find.blank();
    report.about(null);
    cover.cover();
    tab.value = 'here';
  };
  /** Another tab came to the front: nothing of the one before may be seen any more, and then it is asked what this one shows. */
  const turnTo = () => {
    hereBox.leave();
    here.blank();
    hereNotes.close();
    report.about(null);
    problem.value = null;
    return askHere();
  };
  /** What another panel wrote: into the box that shows its place, or where none does yet, the view is asked again. */
  const receive = (draft: Draft) => {
    here.outdate();
    hereBox.receive(draft);
    personBox.receive(draft);
  };
  const show = async (next: Tab, rep: RepId | null = null) => {
    tab.value = next;
    if (next === 'here') return;
    if (next === 'find') {
      personBox.leave();
      await Promise.all([find.open(), askPeople()]);
      return;
    }
    const shown = person.show(rep);
    fitPerson();
    await (rep === null ? askPeople() : shown);
    fitPerson();
  };
  const said = async (answer: Promise<{ ok: true } | { ok: false; refusal: Refusal }>) => {
    const result = await answer;
    problem.value = result.ok ? null : result.refusal;
    if (result.ok) await askAll();
    return result.ok;
  };

  return {
    tab,
    theme,
    gone,
    toast,
    here,
    people,
    person,
    settings,
    hereBox,
    personBox,
    hereNotes,
    personNotes,
    listRows,
    report,
    find,
    foundNotes,
    cover,
    namePerson: new NamePerson({ client, people, box: personBox, open: (rep) => show('people', rep) }),
    problem,
    pen,
    pageCover,
    show,
    turnTo,
    /** Asks again what the tab in front shows, and goes on showing what stands there meanwhile. */
    look: askHere,
    /** Opens the port and asks the first view. */
    start: async () => {
      client.listen({
        message: (message) => {
          if (message.name === 'changed') void (mayShow(message.kinds) && refresh());
          else if (message.name === 'theme') theme.value = message.theme;
          else if (message.name === 'blank' || message.name === 'erased') blank();
          else if (message.name === 'cover') cover.toggle();
          else if (message.name === 'pen') pen.take(message.pen);
          else if (message.name === 'draft') receive(message.draft);
          else {
            here.push(message.view);
            fitHere();
          }
        },
        again: () => void refresh(),
        gone: () => {
          blank();
          gone.value = true;
        },
      });
      await Promise.all([askHere(), askUntilWritten()]);
    },
    /** What a stage can be said to be. */
    stageKinds: () => STAGE_KINDS,
    setStageKind: (stage: string, kind: StageKind) => said(client.command('setStageKind', { stage, kind })),
    addTeam: (owners: string[]) => said(client.command('addTeam', { owners })),
    answerTeam: (rep: RepId, onTeam: boolean) => said(client.command('answerTeam', { rep, onTeam })),
    sayOwner: async (deal: DealKey, rep: RepId | null, name: string | null) => {
      if (await said(client.command('sayOwner', { deal, rep, name }))) toast.show('ownerKept');
    },
    answerSame: (deal: DealKey, same: boolean) => said(client.command('answerSame', { deal, same })),
    /** Where the panel stands is the page's own script's to do. */
    place: (side: 'left' | 'right') => said(client.command('place', { side })),
    collapse: () => {
      cover.cover();
      return said(client.command('collapse', {}));
    },
    setKept: (id: CommitmentId, kept: boolean) => said(client.command('setKept', { id, kept })),
    writeHere: () => said(client.command('writeHere', {})),
    /** Framed in a page, or in the browser's own side panel. */
    stands: signal<'framed' | 'beside'>(needs.isInFront === undefined ? 'framed' : 'beside'),
    mayOpenBeside: signal(needs.openBeside !== undefined),
    openBeside: () => needs.openBeside?.(),
    setTheme: (next: Theme) => {
      theme.value = next;
      return settings.setTheme(next);
    },
    leavePage: () => {
      hereBox.leavePage();
      personBox.leavePage();
    },
    today: needs.today,
    openWorkspace: needs.openWorkspace,
  };
});
export type PanelModel = InstanceType<typeof Panel>;
