import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './test/chromium.ts';

/** End-to-end tests: Chromium, on the production builds, which are made beforehand. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'build/e2e/results',
  fullyParallel: true,
  workers: 2,
  // A test takes seconds; on a busy machine it may take its time.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: chromiumLaunch,
  },
});
