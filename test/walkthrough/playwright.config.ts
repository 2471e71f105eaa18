import { defineConfig } from '@playwright/test';
import config from '../../playwright.config.ts';

/** The ways of docs/walkthrough.md, walked one after the other: their pictures and figures are for people. */
export default defineConfig({
  ...config,
  testDir: '.',
  outputDir: '../../build/walkthrough',
  fullyParallel: false,
  workers: 1,
});
