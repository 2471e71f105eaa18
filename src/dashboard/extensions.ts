import { extensionList } from './extension-list.ts';

/**
 * The plugin's extensions for a dashboard that bundles them at build time
 * (`odh-nim-wizard/extensions`); its bundler makes the chunks.
 */
const extensions = extensionList({
  fields: () => import('./fields.ts'),
  deployment: () => import('./deployment.ts'),
  settings: () => import('./settings.ts'),
});

export default extensions;
