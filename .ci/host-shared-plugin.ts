import { createRequire, registerHooks } from 'node:module';
import type { Plugin } from 'vite';
import { sharedByHost } from '../src/dashboard/shared-modules.ts';

const PREFIX = '\0host-shared:';

/**
 * Replaces every import of a module that the host shares by what the plugin's entry took from the
 * host's share scope, so that there is one copy of React and PatternFly in the page.
 *
 * @module-federation/vite does the same with 22 kB gzip of run time in the page, which is more than
 * the budget of the code behind the fields has room for.
 */
export const hostShared = (): Plugin => ({
  name: 'host-shared',
  enforce: 'pre',
  resolveId: (id) =>
    id in sharedByHost ? { id: `${PREFIX}${id}`, moduleSideEffects: false } : undefined,
  load: (id) => (id.startsWith(PREFIX) ? sharedModule(id.slice(PREFIX.length)) : undefined),
});

const require = createRequire(import.meta.url);

// PatternFly's modules require their style sheets, of which Node knows nothing; only names are wanted.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.css')
      ? { format: 'commonjs', source: '', shortCircuit: true }
      : next(url, context),
});

const sharedModule = (name: string): string => {
  const exported = Object.keys(require(name) as object).filter((key) => key !== 'default');
  return [
    `const shared = globalThis[Symbol.for('nimWizard.shared')][${JSON.stringify(name)}];`,
    'export default shared;',
    ...exported.map((key) => `export const ${key} = shared.${key};`),
  ].join('\n');
};
