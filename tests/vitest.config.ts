import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchArgs, lookFor } from './browsers.ts';
import { sharedPages } from './crm/shared-pages.ts';

// Days and times in tests are written in UTC, wherever they run.
process.env.TZ = 'UTC';

const root = fileURLToPath(new URL('..', import.meta.url));
const componentSetup = 'tests/components/setup.ts';
const chromium = lookFor('chromium').path;

/** Real Chromium, without a window. */
const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: launchArgs(),
    },
  }),
  instances: [{ browser: 'chromium' as const }],
  commands: { sharedPages: () => sharedPages(root) },
};

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/[\\/]$/, '') } },
  test: {
    // Two cores that also build and browse: a slow machine is no fault.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{lib,repo,crm,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts'],
          setupFiles: ['tests/fake-extension.ts'],
        },
      },
      {
        extends: true,
        plugins: [preact()],
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/{components,state}/**/*.test.tsx'],
          setupFiles: [
            'tests/fake-extension.ts',
            ...(existsSync(root + componentSetup) ? [componentSetup] : []),
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          browser,
        },
      },
      {
        // Measures for the bench; `npm test` does not run it.
        extends: true,
        test: { name: 'bench', include: ['tests/bench/**/*.measure.ts'], testTimeout: 300_000, browser },
      },
    ],
  },
});
