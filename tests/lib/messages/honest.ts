import type { FromPage, FromScreen } from '@/lib/messages/protocol';
import { commandAsks, fromPage, fromScreen, viewAsks } from '@/lib/messages/server/schemas';
import { everyScreenMessage } from '../../e2e/support/forged.ts';

/** What is said, and whether the schema that judges it takes it. */
export interface Kind {
  name: string;
  message: object;
  taken: (message: unknown) => boolean;
}

const AT = '2026-11-24T10:00:00+01:00';

const EVIDENCE = {
  crm: 'sample',
  recipeVersion: 1,
  origin: 'https://crm.example.com',
  marked: true,
  tenant: null,
  page: 0,
  recordId: '1',
  rooted: true,
  ties: [{ locator: 0, raw: '1' }],
  fields: { name: [{ locator: 0, raw: 'A deal', label: 'Name' }] },
  stages: ['New', 'Won'],
  empty: [],
  unmoved: [],
  lang: 'en',
  title: 'A deal',
  at: 1_800_000_000_000,
  offset: 60,
} as const;

/** One honest message of every kind. */
export const PAGE: Record<FromPage['name'], object> = {
  started: { from: 'page', name: 'started', page: 'p', url: 'https://crm.example.com/' },
  moved: { from: 'page', name: 'moved', page: 'p', seq: 1, url: 'https://crm.example.com/' },
  settled: { from: 'page', name: 'settled', page: 'p', seq: 1, evidence: EVIDENCE },
  unsure: { from: 'page', name: 'unsure', page: 'p', seq: 1, evidence: EVIDENCE },
  rows: {
    from: 'page',
    name: 'rows',
    page: 'p',
    seq: 1,
    list: {
      ...EVIDENCE,
      fields: {},
      ties: [],
      list: { counter: [{ locator: 0, raw: '2 deals' }], heads: { name: 'Name' } },
    },
    rows: [
      {
        key: '1',
        id: '1',
        fields: { name: [{ locator: 0, raw: 'A deal' }] },
        cells: [{ label: 'Stage', raw: 'New' }],
      },
    ],
  },
  left: { from: 'page', name: 'left', page: 'p' },
  beside: { from: 'page', name: 'beside', page: 'p' },
  mount: { from: 'page', name: 'mount', page: 'p' },
  layout: {
    from: 'page',
    name: 'layout',
    page: 'p',
    layout: { side: 'left', width: 360, open: true, tab: 0.5 },
  },
};
export const SCREEN: Record<FromScreen['name'], object> = {
  hello: { from: 'screen', name: 'hello', token: 't', ancestors: ['https://crm.example.com'], at: AT },
  beside: { from: 'screen', name: 'beside', window: 1, at: AT },
  view: { from: 'screen', name: 'view', session: 's', view: 'here', ask: {}, at: AT },
  command: {
    from: 'screen',
    name: 'command',
    session: null,
    command: 'collapse',
    operation: 'o',
    ask: {},
    at: AT,
  },
};
export const takenFromPage = (message: unknown) => fromPage.safeParse(message).success;
export const takenFromScreen = (message: unknown) => fromScreen.safeParse(message).success;

const asks: Kind[] = everyScreenMessage({ session: 's', deal: 'd', rep: 'r', note: 'n', site: 'w' }).flatMap(
  (said) => {
    if (said.name === 'hello' || said.name === 'beside' || said.session !== null) return [];
    const name = said.name === 'view' ? said.view : said.command;
    const schema = said.name === 'view' ? viewAsks[said.view] : commandAsks[said.command];
    return [{ name, message: Object(said.ask), taken: (ask: unknown) => schema.safeParse(ask).success }];
  },
);

/** Every kind of message, and what every view and command is asked with. */
export const everyKind: Kind[] = [
  ...Object.entries(PAGE).map(([name, message]) => ({ name, message, taken: takenFromPage })),
  ...Object.entries(SCREEN).map(([name, message]) => ({ name, message, taken: takenFromScreen })),
  ...asks,
];
