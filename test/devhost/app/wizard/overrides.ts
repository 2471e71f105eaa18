import type { PartialWizardState } from '../../../../src/dashboard/host-contract.ts';

/** What changes one of the dashboard's own fields. */
export interface FieldOverride {
  id: string;
  type: string;
  isActive: (state: PartialWizardState) => boolean;
  forced?: boolean;
  extraOption?: { key: string; label: string };
  isVisible?: boolean;
  initialValue?: boolean;
}

/**
 * The overrides of one field that count in this state: all active ones in the order of their
 * identities, or, if any of them is forced, the first of those alone.
 */
export const activeOverrides = (
  overrides: { uid: string; field: FieldOverride }[],
  fieldId: string,
  state: PartialWizardState,
): FieldOverride[] => {
  const active = overrides
    .filter(({ field }) => field.id === fieldId && field.isActive(state))
    .toSorted((a, b) => a.uid.localeCompare(b.uid))
    .map(({ field }) => field);
  const forced = active.find((field) => field.forced === true);
  return forced ? [forced] : active;
};
