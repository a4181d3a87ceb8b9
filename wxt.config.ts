import preact from '@preact/preset-vite';
import { defineConfig, type UserManifest } from 'wxt';

/** What an extension page may do: run our own scripts and styles, and nothing else. No network, no inline, no eval. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  'frame-ancestors http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const EVERY_SITE = ['http://*/*', 'https://*/*'];

const isPreset = process.argv.includes('preset');
// WXT takes its mode for that of all tools, and any other than `production` builds JSX for debugging.
if (isPreset) process.env.NODE_ENV = 'production';

/**
 * The shipped manifest has no host permission and no content script: Sideline does nothing on any site until its user
 * turns it on. The mode `preset` is the same code with host permissions for every site, so that a check from outside
 * needs no prompt; it is never zipped.
 */
function manifest(browser: string, mode: string, command: string): UserManifest {
  const chrome = browser !== 'firefox';
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'scripting',
      ...(chrome ? ['sidePanel'] : []),
      'storage',
      'unlimitedStorage',
    ],
    optional_host_permissions: EVERY_SITE,
    ...(mode === 'preset' && { host_permissions: EVERY_SITE }),
    incognito: 'not_allowed',
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'jot-note': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandJotNote__' },
      // Not B, as in beside: Chromium has that key for its bookmarks, and then gives it to nobody, without a word (measured).
      'open-beside': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandOpenBeside__',
      },
      'cover-text': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandCoverText__' },
    },
    // The same page as in the frame, in the browser's own side panel.
    ...(chrome
      ? { side_panel: { default_path: 'panel.html' } }
      : {
          sidebar_action: {
            default_panel: 'panel.html',
            default_title: '__MSG_extName__',
            open_at_install: false,
          },
        }),
    web_accessible_resources: [
      { resources: ['panel.html'], matches: EVERY_SITE, ...(chrome && { use_dynamic_url: true }) },
    ],
    // While developing, pages are served by Vite and need its own policy.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGE_POLICY } }),
    ...(chrome
      ? { minimum_chrome_version: '128' }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'sideline@sideline.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  };
}

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'lib/text/locales' },
  imports: false,
  manifestVersion: 3,
  outDir: isPreset ? '.output/preset' : '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser, mode, command }) => manifest(browser, mode, command),
  zip: { artifactTemplate: 'sideline-{{version}}-{{browser}}.zip', excludeSources: ['.ci/**', 'tests/**'] },
  vite: () => ({
    plugins: [preact()],
    // The preset is the shipped code, to the byte: WXT's own code asks for the mode too.
    ...(isPreset && { define: { 'import.meta.env.MODE': '"production"' } }),
    // Vite's preloading helper fetches, which the pages' policy refuses.
    build: { modulePreload: false, sourcemap: false },
  }),
});
