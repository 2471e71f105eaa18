import type { ReactNode } from 'react';
import type {
  ExternalData,
  ExternalDataMap,
  WizardField,
  WizardState,
} from '../../../../src/dashboard/host-contract.ts';
import type { InitialData } from './initial-data.ts';

/** What a field's value can do to the dashboard's own fields. */
export interface FieldOverrides {
  /** Disabled tokens are also removed. */
  tokenAuthentication?: { isDisabled?: boolean };
}

type Field = WizardField<unknown, unknown, unknown>;

/** A plugin's field, whatever its value is, with what the dashboard knows beyond our own contract. */
export type AnyField = Omit<Field, 'reducerFunctions'> & {
  reducerFunctions: Field['reducerFunctions'] & {
    getFieldOverrides?: (value: unknown, state: WizardState) => FieldOverrides | undefined;
  };
};

/** Where a field's value lives in the wizard's state. */
export const stateKeyOf = (field: AnyField): string => field.stateKey ?? field.id;

export const dependenciesOf = (
  field: AnyField,
  state: WizardState,
  initialData?: InitialData,
): unknown => field.reducerFunctions.resolveDependencies?.(state, initialData) ?? {};

/** The field's value as pages and validation see it; undefined if there is none or it throws. */
export const valueOf = (
  field: AnyField,
  state: WizardState,
  onError: (error: unknown) => void,
): unknown => {
  const stored = state[stateKeyOf(field)];
  if (stored === undefined || stored === null) {
    return undefined;
  }
  try {
    const { getFieldData } = field.reducerFunctions;
    return getFieldData ? getFieldData(stored, state) : stored;
  } catch (error) {
    onError(error);
    return undefined;
  }
};

/** The dashboard disables a field whose value has a boolean member of this name, whatever it says. */
export const isDisabledByValue = (field: AnyField, state: WizardState): boolean => {
  const value = state[stateKeyOf(field)];
  return isRecord(value) && typeof value['isDisabled'] === 'boolean';
};

/** What the fields' values do to the dashboard's own; of several that say something the last counts. */
export const overridesOf = (fields: AnyField[], state: WizardState): FieldOverrides =>
  fields.reduce((overrides, field) => {
    const { getFieldData, getFieldOverrides } = field.reducerFunctions;
    const stored = state[stateKeyOf(field)];
    if (stored === undefined || stored === null) {
      return overrides;
    }
    const value = getFieldData?.(stored, state) ?? stored;
    return { ...overrides, ...getFieldOverrides?.(value, state) };
  }, {});

/** Nothing may be submitted before every active field's data has come, or has failed to. */
export const isExternalDataSettled = (map: ExternalDataMap): boolean =>
  Object.values(map).every(({ loaded, loadError }) => loaded || loadError !== undefined);

export type { ExternalData, ExternalDataMap, ReactNode };

const isFunction = (value: unknown): boolean => typeof value === 'function';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What keeps a resolved value from being a wizard field, or undefined. */
export const fieldFault = (field: unknown): string | undefined => {
  if (!isRecord(field)) {
    return `properties.field resolved to ${field === null ? 'null' : typeof field}.`;
  }
  if (typeof field['id'] !== 'string' || field['id'] === '') {
    return 'It has no "id".';
  }
  if (!isFunction(field['isActive'])) {
    return `${field['id']} has no function "isActive".`;
  }
  const reducerFunctions = field['reducerFunctions'];
  if (!isRecord(reducerFunctions) || !isFunction(reducerFunctions['getInitialFieldData'])) {
    return `${field['id']} has no function "reducerFunctions.getInitialFieldData".`;
  }
  return field['component'] ? undefined : `${field['id']} has no "component".`;
};
