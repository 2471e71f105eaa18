import type { WizardState } from '../../../../../src/dashboard/host-contract.ts';
import type { DeployExtension } from '../wizard-extensions.ts';

/** The deploy extension that is active in this state and has the highest priority. */
export const chooseDeployMethod = (
  extensions: DeployExtension[],
  state: WizardState,
): DeployExtension | undefined =>
  extensions
    .filter(({ isActive }) => (typeof isActive === 'function' ? isActive(state, {}) : isActive))
    .toSorted((a, b) => b.priority - a.priority)[0];
