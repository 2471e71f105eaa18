import { stateKeyOf, type AnyField } from './wizard-field.ts';

/** The two values of each field: the one it starts from and, if there is one, the user's. */
export interface FieldValues {
  user: Record<string, unknown>;
  initial: Record<string, unknown>;
}

export type FieldAction =
  | { kind: 'set'; stateKey: string; value: unknown }
  | { kind: 'clear'; stateKey: string }
  | {
      kind: 'initialize';
      field: AnyField;
      existing: unknown;
      externalData: unknown;
      dependencies: unknown;
    };

export const noFieldValues: FieldValues = { user: {}, initial: {} };

const without = (values: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));

/** Setting marks the user's choice; initializing never touches it; clearing forgets both. */
export const reduceFields = (values: FieldValues, action: FieldAction): FieldValues => {
  if (action.kind === 'set') {
    return { ...values, user: { ...values.user, [action.stateKey]: action.value } };
  }
  if (action.kind === 'clear') {
    return {
      user: without(values.user, action.stateKey),
      initial: without(values.initial, action.stateKey),
    };
  }
  const { field, existing, externalData, dependencies } = action;
  const initial = field.reducerFunctions.getInitialFieldData(existing, externalData, dependencies);
  return { ...values, initial: { ...values.initial, [stateKeyOf(field)]: initial } };
};

/** What the wizard's state holds: the user's value, else the initial one. */
export const effectiveValues = ({ user, initial }: FieldValues): Record<string, unknown> => ({
  ...initial,
  ...user,
});
