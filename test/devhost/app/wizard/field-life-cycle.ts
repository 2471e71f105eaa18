import type { ExternalDataMap, WizardState } from '../../../../src/dashboard/host-contract.ts';
import { deepEqual } from '../deep-equal.ts';
import type { FieldAction } from './field-reducer.ts';
import type { InitialData } from './initial-data.ts';
import { dependenciesOf, stateKeyOf, type AnyField } from './wizard-field.ts';

/** The fields that were active, and the state they were active in. */
export interface Moment {
  fields: AnyField[];
  state: WizardState;
}

/**
 * What has to happen to the fields' values between two renders of the wizard: one that has become
 * inactive is cleared; one that has become active, or whose dependencies have changed in content, is
 * initialized, and first cleared if it asks for that.
 */
export const fieldActions = (
  before: Moment,
  now: Moment,
  externalData: ExternalDataMap,
  initialData?: InitialData,
): FieldAction[] => {
  const isGone = (field: AnyField) => !now.fields.some(({ id }) => id === field.id);
  const cleared = before.fields
    .filter(isGone)
    .map((field): FieldAction => ({ kind: 'clear', stateKey: stateKeyOf(field) }));
  const initialized = now.fields.flatMap((field): FieldAction[] => {
    const isNew = !before.fields.some(({ id }) => id === field.id);
    const previous = dependenciesOf(field, before.state, initialData);
    const dependencies = dependenciesOf(field, now.state, initialData);
    const isChanged = !deepEqual(previous, dependencies);
    if (!isNew && !isChanged) {
      return [];
    }
    const initialize: FieldAction = {
      kind: 'initialize',
      field,
      existing: initialData?.[stateKeyOf(field)],
      externalData: externalData[field.id]?.data,
      dependencies,
    };
    return isChanged && field.shouldResetOnDependencyChange?.(previous, dependencies)
      ? [{ kind: 'clear', stateKey: stateKeyOf(field) }, initialize]
      : [initialize];
  });
  return [...cleared, ...initialized];
};
