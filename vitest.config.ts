import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './test/chromium.ts';

/** Tests that start processes or a browser: they take seconds each. */
const systemTests = [
  'test/devhost/browser/**/*.test.ts',
  'test/start/start.test.ts',
  'test/storybook/sub-path.test.ts',
];

/** For one project: Vitest writes the project's name into it. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: chromiumLaunch }),
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  test: {
    // By itself Vitest leaves one core to others: on two that halves its pace.
    maxWorkers: '100%',
    attachmentsDir: 'build/pictures-that-differ',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'test/{embedded,devhost,golden,start,run,submission,words}/**/*.test.ts',
            'test/storybook/shrink-picture.test.ts',
          ],
          exclude: systemTests,
        },
      },
      {
        test: {
          name: 'system',
          environment: 'node',
          include: systemTests,
          fileParallelism: false,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'test/devhost/**/*.test.tsx'],
          setupFiles: ['test/component-setup.ts'],
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'story',
          // One page for all, as in Storybook itself: a story has to begin from nothing anyway.
          isolate: false,
          setupFiles: ['test/storybook/compare-picture.ts'],
          browser: {
            ...inChromium(),
            expect: {
              toMatchScreenshot: {
                resolveScreenshotPath: ({ root, arg, ext }) =>
                  `${root}/test/storybook/pictures/${arg}${ext}`,
              },
            },
          },
        },
      },
      {
        test: {
          name: 'picture',
          include: ['test/storybook/pictures.test.ts'],
          browser: inChromium(),
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['test/contract/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
