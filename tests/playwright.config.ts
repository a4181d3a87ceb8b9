import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: '../.output/e2e',
  workers: 2,
  fullyParallel: true,
  // A test that passes only sometimes is a fault to find, not to try again.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['line'], ['json', { outputFile: '../.output/reports/e2e.json' }]],
});
