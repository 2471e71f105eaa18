import { init, loadRemote } from '@module-federation/runtime';
import type { ListedExtension } from '../extensions/code-references.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { listExtensions } from './list-extensions.ts';
import { sharedModules } from './shared-modules.ts';

export type FederationInstance = ReturnType<typeof init>;

/** The one remote of this dashboard, as the `federation-config` ConfigMap would name it. */
const remote = { name: 'nimWizard', entry: '/_mf/nimWizard/remoteEntry.js' };

/**
 * Starts module federation as the real dashboard does, without a `type` for the remote, so that its
 * entry is loaded as a classic script. The instance is returned for the checks of its share scope.
 */
export const startFederation = (): FederationInstance =>
  init({ name: 'app', remotes: [remote], shared: sharedModules });

/** The remote's extensions; none, and a warning, if the remote cannot be loaded. */
export const loadExtensions = async (ruleBook: RuleBook): Promise<ListedExtension[]> => {
  let module: unknown;
  try {
    module = await loadRemote(`${remote.name}/extensions`);
  } catch (error) {
    ruleBook.warn(`Failed to load module extensions for ${remote.name}:`, error);
    return [];
  }
  return listExtensions(remote.name, module, ruleBook);
};
