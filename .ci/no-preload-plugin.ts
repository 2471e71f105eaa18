import type { Plugin } from 'vite';

/**
 * Vite wraps every dynamic import in 1 kB of code that loads style sheets and preloads modules. The plugin
 * has no style sheets and preloads nothing.
 */
export const noPreload = (): Plugin => ({
  name: 'no-preload',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
});
