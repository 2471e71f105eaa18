import { warn } from './warn.ts';
import type { WizardState } from './host-contract.ts';

/** Under these ids the dashboard's own package `nim-serving` keeps its fields' values. */
const BUNDLED_FIELDS = ['nim-serving/nimImage', 'nim-serving/pvcStorage'];

let hasWarned = false;

/**
 * Tells a developer, once, that the host was built with its own NIM package: both sets of fields are
 * then in the wizard, and no extension can switch the other's off.
 */
export const warnOfBundledPackage = (state: WizardState): void => {
  if (hasWarned || !BUNDLED_FIELDS.some((id) => id in state)) {
    return;
  }
  hasWarned = true;
  warn(
    'this dashboard was built with its bundled package "nim-serving", whose fields stand beside these. Build it without that package; see docs/load-the-plugin.md.',
  );
};
