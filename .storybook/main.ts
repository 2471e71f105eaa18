import { defineMain } from '@storybook/react-vite/node';
import { msw } from 'msw/vite';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    // The plugin serves msw's worker from its package: no copy of it is kept here.
    plugins: [...(config.plugins ?? []), msw({ mode: 'worker-only' })],
    // A build beside a running Storybook must not load its page again.
    server: { ...config.server, watch: { ignored: ['**/build/**', '**/dist/**'] } },
  }),
});
