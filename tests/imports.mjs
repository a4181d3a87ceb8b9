/**
 * Who may import whom: the table of the README, as dependency-cruiser reads it. A room lists all that it may import; `types`
 * are further places that it may take types from and nothing that runs.
 */

import { join } from 'node:path';

const ZOD = '^node_modules/zod/mini/';
const BROWSER = '^node_modules/(wxt/dist/browser|@wxt-dev/browser)';
const SIGNALS = '^node_modules/@preact/signals';
const PREACT = '^node_modules/preact/';
const WXT_ENTRY = '^node_modules/wxt/dist/utils/define-';

const DOMAIN = '^lib/domain/';
/** Types and limits, no function (held by tests/repo/rooms.test.ts): rooms that take only types may take these limits too. */
const LIMITS = '^lib/domain/(commitment|note|reading|site)\\.ts$';
const CRM_SHARED = '^lib/crm/(address|blank|description|evidence|recipe)\\.ts$';
const CLIENT = '^lib/messages/(client(-browser)?|protocol)\\.ts$';
const STYLES = '\\.css$';

/** @type {{ room: string; path: string; may: string[]; types?: string[] }[]} */
const ROOMS = [
  { room: 'domain', path: '^lib/domain/', may: [DOMAIN, ZOD] },
  { room: 'measures', path: '^lib/measures/', may: ['^lib/measures/', DOMAIN] },
  {
    room: 'crm-collect',
    path: '^lib/crm/collect/',
    may: ['^lib/crm/collect/', CRM_SHARED, LIMITS],
    types: [DOMAIN],
  },
  {
    room: 'crm-interpret',
    path: '^lib/crm/(interpret|recipes)/',
    may: ['^lib/crm/(interpret|recipes)/', CRM_SHARED, DOMAIN],
  },
  { room: 'crm-shared', path: CRM_SHARED, may: [CRM_SHARED], types: [DOMAIN] },
  { room: 'store', path: '^lib/store/', may: ['^lib/store/', DOMAIN, '^node_modules/idb/'] },
  {
    room: 'messages-client',
    path: CLIENT,
    may: [CLIENT, '^lib/domain/(origin|time)\\.ts$', BROWSER],
    types: [DOMAIN, CRM_SHARED],
  },
  {
    room: 'messages-server',
    path: '^lib/messages/server/',
    may: ['^lib/messages/', DOMAIN, '^lib/crm/description\\.ts$', ZOD, BROWSER],
    types: [CRM_SHARED],
  },
  {
    room: 'state',
    path: '^lib/state/',
    may: ['^lib/state/', DOMAIN, '^lib/measures/', '^lib/messages/client\\.ts$', SIGNALS],
    types: ['^lib/messages/protocol\\.ts$'],
  },
  {
    room: 'components',
    path: '^components/',
    may: [
      '^components/',
      '^lib/state/',
      '^lib/text/',
      PREACT,
      SIGNALS,
      '^node_modules/lucide-preact/',
      STYLES,
      LIMITS,
    ],
    types: [DOMAIN],
  },
  {
    room: 'text',
    path: '^lib/text/',
    may: ['^lib/text/', BROWSER, '^node_modules/@wxt-dev/i18n/', '^\\.wxt/i18n/'],
    types: [DOMAIN],
  },
  { room: 'packs', path: '^lib/packs/', may: ['^lib/packs/', DOMAIN, '^node_modules/age-encryption/'] },
  { room: 'files', path: '^lib/files/', may: ['^lib/files/', DOMAIN, '^node_modules/papaparse/'] },
  {
    room: 'page-script',
    path: '^entrypoints/crm/',
    may: ['^entrypoints/crm/', '^lib/crm/collect/', CLIENT, LIMITS, BROWSER, WXT_ENTRY],
    types: [DOMAIN, CRM_SHARED, '^node_modules/wxt/'],
  },
  {
    room: 'report-script',
    path: '^entrypoints/describe/',
    may: ['^entrypoints/describe/', '^lib/crm/collect/', WXT_ENTRY],
    types: [CRM_SHARED],
  },
  {
    room: 'background',
    path: '^entrypoints/background/',
    may: [
      '^entrypoints/background/',
      '^lib/(store|measures|text)/',
      '^lib/messages/(server/|protocol\\.ts$)',
      DOMAIN,
      '^lib/crm/(interpret|recipes)/',
      CRM_SHARED,
      BROWSER,
      WXT_ENTRY,
    ],
  },
  ...['panel', 'workspace', 'welcome'].map((page) => ({
    room: page,
    path: `^entrypoints/${page}/`,
    may: [
      `^entrypoints/${page}/`,
      '^components/',
      '^lib/(state|text)/',
      CLIENT,
      PREACT,
      SIGNALS,
      BROWSER,
      STYLES,
    ],
    types: [DOMAIN],
  })),
];

/**
 * Two rules a room: nothing from elsewhere, and from the places for types nothing that runs.
 * @param {(typeof ROOMS)[number]} room
 */
function rulesOf({ room, path, may, types = [] }) {
  return [
    {
      name: `${room}-imports-only-its-own`,
      severity: 'error',
      from: { path },
      to: { pathNot: [...may, ...types].join('|') },
    },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${room}-takes-only-types`,
            severity: 'error',
            from: { path },
            to: { path: types.join('|'), pathNot: may.join('|'), dependencyTypesNot: ['type-only'] },
          },
        ]),
  ];
}

export default {
  forbidden: [
    ...ROOMS.flatMap(rulesOf),
    {
      name: 'every-room-is-in-the-table',
      comment: 'A new folder needs a line in the table before it imports anything.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: ROOMS.map(({ path }) => path).join('|') },
      to: {},
    },
    {
      name: 'nothing-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^entrypoints/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'entrypoints-stand-alone',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'components-of-ui-know-no-business',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components/(?!ui/)|lib/(state|domain)/)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|node_modules/\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: join(import.meta.dirname, 'imports.alias.mjs') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css', '.yml'],
    },
  },
};
