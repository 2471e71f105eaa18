import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { ExternalDataMap } from '../../src/dashboard/host-contract.ts';
import { fieldActions, type Moment } from '../../test/devhost/app/wizard/field-life-cycle.ts';
import {
  effectiveValues,
  noFieldValues,
  reduceFields,
} from '../../test/devhost/app/wizard/field-reducer.ts';
import { stateWith } from '../../test/devhost/app/wizard/field.factory.ts';
import type { InitialData } from '../../test/devhost/app/wizard/initial-data.ts';
import type { Wizard } from '../../test/devhost/app/wizard/use-wizard-state.ts';
import {
  type AnyField,
  dependenciesOf,
  stateKeyOf,
} from '../../test/devhost/app/wizard/wizard-field.ts';

const keepProject = (): void => undefined;

/**
 * The state of a wizard that has nothing to fill in but the given fields. Their life cycle is the
 * development dashboard's own, so that a story sees what a dashboard would do to a field.
 */
export const useStoryWizard = (options: {
  fields: AnyField[];
  projectName: string | null;
  initialData: InitialData | undefined;
  externalData: ExternalDataMap;
}): Wizard => {
  const { fields, projectName, initialData, externalData } = options;
  const [values, dispatch] = useReducer(reduceFields, noFieldValues);
  const base = useMemo(
    () => stateWith({ project: { projectName, setProjectName: keepProject } }),
    [projectName],
  );
  const state = useMemo(() => ({ ...base, ...effectiveValues(values) }), [base, values]);

  const latest = useRef(state);
  useLayoutEffect(() => {
    latest.current = state;
  }, [state]);
  const before = useRef<Moment>({ fields: [], state });
  useEffect(() => {
    fieldActions(before.current, { fields, state }, externalData, initialData).forEach(dispatch);
    before.current = { fields, state };
  }, [externalData, fields, initialData, state]);

  const setField = useCallback(
    (field: AnyField, value: unknown) =>
      dispatch({ kind: 'set', stateKey: stateKeyOf(field), value }),
    [],
  );
  const onExternalData = useCallback(
    (field: AnyField, data: unknown) =>
      dispatch({
        kind: 'initialize',
        field,
        existing: initialData?.[stateKeyOf(field)],
        externalData: data,
        dependencies: dependenciesOf(field, latest.current, initialData),
      }),
    [initialData],
  );
  return useMemo(
    () => ({ state, fields, initialData, setField, onExternalData }),
    [fields, initialData, onExternalData, setField, state],
  );
};
