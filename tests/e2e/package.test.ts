import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { manifestOf, packageFolder } from './support/browser.ts';

const BROWSERS = ['chrome', 'firefox'] as const;

/** Every file of a package by its path, as bytes. */
function filesOf(name: string): Map<string, Buffer> {
  const folder = packageFolder(name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    paths.map(({ parentPath, name: file }) => {
      const path = join(parentPath, file);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

/** The files that a browser runs or draws as text. */
function textsOf(name: string): [string, string][] {
  return [...filesOf(name)]
    .filter(([path]) => /\.(js|css|html|json)$/.test(path))
    .map(([path, bytes]) => [path, bytes.toString('utf8')]);
}

/** All that both browsers are told. What is added here is seen by everybody who reviews the change. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  icons: {
    16: 'icon/16.png',
    32: 'icon/32.png',
    48: 'icon/48.png',
    96: 'icon/96.png',
    128: 'icon/128.png',
  },
  default_locale: 'en',
  optional_host_permissions: ['http://*/*', 'https://*/*'],
  incognito: 'not_allowed',
  action: { default_title: '__MSG_actionTitle__' },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
    'jot-note': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandJotNote__' },
    'open-beside': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandOpenBeside__' },
    'cover-text': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandCoverText__' },
  },
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; " +
      "frame-ancestors http: https:; base-uri 'none'; form-action 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  },
};
const PANEL = { resources: ['panel.html'], matches: ['http://*/*', 'https://*/*'] };

const SHIPPED = {
  chrome: {
    ...COMMON,
    // Asks its user nothing: the browser's side panel is opened by its user alone.
    permissions: ['activeTab', 'alarms', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'],
    side_panel: { default_path: 'panel.html' },
    web_accessible_resources: [{ ...PANEL, use_dynamic_url: true }],
    minimum_chrome_version: '128',
    background: { type: 'module', service_worker: 'background.js' },
  },
  firefox: {
    ...COMMON,
    permissions: ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'],
    sidebar_action: {
      default_panel: 'panel.html',
      default_title: '__MSG_extName__',
      open_at_install: false,
    },
    web_accessible_resources: [PANEL],
    browser_specific_settings: {
      gecko: {
        id: 'sideline@sideline.example',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    background: { type: 'module', scripts: ['background.js'] },
  },
};

/** What no file of a package may hold, and the few texts that hold it and do no harm. */
const FORBIDDEN: { what: string; finds: RegExp; but: RegExp[] }[] = [
  { what: 'code from text', finds: /\beval\s*\(|\bFunction\s*\(|\bimportScripts\b/g, but: [] },
  { what: 'a timer with text for code', finds: /\bset(?:Timeout|Interval)\s*\(\s*["'`]/g, but: [] },
  { what: 'a source map', finds: /sourceMappingURL|\.map\b["']/g, but: [] },
  {
    what: 'markup from text',
    finds:
      /.{0,80}(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write).{0,40}/g,
    // Preact always ships its one: it compares, and assigns where a component asks for it, which none of ours does.
    but: [/__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/],
  },
  {
    what: 'an address elsewhere',
    finds: /(?:https?|wss?|ftp):\/\/[^\s"'`)]*|["'`]\/\/[\w-]+\.[^\s"'`)]*/g,
    but: [
      /^https?:\/\/\*\/\*$/,
      // Names of vocabularies: nothing is ever loaded from them.
      /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1998\/Math\/MathML)$/,
      // The example team's CRM: names under `.example` lead nowhere, by RFC 2606.
      /^https:\/\/crm\.example$/,
      // The words under the field for a site, and the example in it.
      /^http:\/\/,$/,
      /^https:\/\/$/,
      /^https:\/\/\$\{\w+\}$/,
      /^https:\/\/crm\.example\.com$/,
    ],
  },
  {
    what: 'a way out',
    finds: /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport/g,
    but: [],
  },
  { what: 'a message to a page', finds: /.{0,24}\bpostMessage\b/g, but: [/port\.postMessage$/i] },
  { what: 'web storage', finds: /\b(?:localStorage|sessionStorage|document\.cookie)\b/g, but: [] },
];

function found(text: string): string[] {
  return FORBIDDEN.flatMap(({ what, finds, but }) =>
    [...text.matchAll(finds)]
      .map(([hit]) => hit)
      .filter((hit) => !but.some((known) => known.test(hit)))
      .map((hit) => `${what}: ${hit}`),
  );
}

test('the scan finds what it is there to find', () => {
  const bad = [
    'eval("1")',
    'new Function("a")',
    'setTimeout("a()",1)',
    '//# sourceMappingURL=a.js.map',
    'x.innerHTML=y',
    'a="https://cdn.example.com/a.js"',
    'fetch(u)',
    'window.postMessage(a,"*")',
    'localStorage.a',
  ];
  for (const text of bad) expect(found(text), text).toHaveLength(1);
});

for (const browser of BROWSERS) {
  const shipped = `${browser}-mv3`;
  const preset = `preset/${browser}-mv3`;

  test(`${browser}: the shipped manifest asks for exactly what is written here`, () => {
    const { version, ...manifest } = manifestOf(shipped);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest).toEqual(SHIPPED[browser]);
    for (const never of [
      'host_permissions',
      'content_scripts',
      'externally_connectable',
      'optional_permissions',
    ])
      expect(manifest).not.toHaveProperty(never);
  });

  test(`${browser}: the preset is the shipped package, but for host permissions in its manifest`, () => {
    const [ours, theirs] = [filesOf(shipped), filesOf(preset)];
    expect([...theirs.keys()].toSorted()).toEqual([...ours.keys()].toSorted());
    for (const [path, bytes] of ours)
      if (path !== 'manifest.json') expect(theirs.get(path)?.equals(bytes), `${path} is the same`).toBe(true);
    const { host_permissions: hosts, ...rest } = manifestOf(preset);
    expect(hosts).toEqual(['http://*/*', 'https://*/*']);
    expect(rest).toEqual(manifestOf(shipped));
  });

  test(`${browser}: no file of the package makes code from text, knows an address elsewhere or has a way out`, () => {
    const texts = textsOf(shipped);
    expect(texts.map(([path]) => path)).toContain('crm.js');
    const hits = texts.flatMap(([path, text]) => found(text).map((hit) => `${path}: ${hit}`));
    expect(hits).toEqual([]);
    const markup = texts.flatMap(([, text]) => text.match(/\.innerHTML=/g) ?? []);
    expect(markup, "Preact's one assignment, once").toHaveLength(1);
  });

  test(`${browser}: the package holds code, words, styles and icons, and no other kind of file`, () => {
    const kinds = filesOf(shipped).keys();
    for (const path of kinds)
      expect(path).toMatch(
        /^(manifest\.json|(background|crm|describe)\.js|(panel|workspace)\.html|(chunks|assets)\/[\w-]+\.(js|css)|icon\/\d+\.png|_locales\/en\/messages\.json)$/,
      );
  });
}
