import type { ApplyFieldData, WizardState } from '../../../../../src/dashboard/host-contract.ts';
import type { AnyField } from '../wizard-field.ts';
import type { ApplyExtension } from '../wizard-extensions.ts';

/**
 * One function that runs the `apply` of every active field, in the order of their registration, each
 * on the result of the one before. The platform that an extension names is not looked at (the real
 * dashboard does not either); a field without a value is left out. The value is looked up under the
 * field's id, not under its `stateKey`.
 */
export const applyFieldDataOf =
  (extensions: ApplyExtension[], fields: AnyField[], state: WizardState): ApplyFieldData =>
  (deployment) =>
    extensions.reduce((current, { fieldId, apply }) => {
      const field = fields.find(({ id }) => id === fieldId);
      if (!field) {
        return current;
      }
      const stored = state[fieldId];
      const { getFieldData } = field.reducerFunctions;
      const data = getFieldData ? getFieldData(stored, state) : stored;
      return data === undefined ? current : apply(current, data, state);
    }, deployment);
