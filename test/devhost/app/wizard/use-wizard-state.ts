import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { ExternalDataMap } from '../../../../src/dashboard/host-contract.ts';
import { fieldActions, type Moment } from './field-life-cycle.ts';
import { effectiveValues, noFieldValues, reduceFields } from './field-reducer.ts';
import type { InitialData } from './initial-data.ts';
import {
  useCanCreateRoleBindings,
  useDeploymentStrategy,
  useExternalRoute,
  useModelAvailability,
  useModelLocation,
  useModelType,
  useNameDescription,
  useProject,
  useTokenAuthentication,
  useValue,
} from './use-base-fields.ts';
import { useHardwareProfiles } from './use-hardware-profiles.ts';
import { useActiveFields, useOverrides, useWizardFields } from './wizard-extensions.ts';
import { dependenciesOf, overridesOf, stateKeyOf, type AnyField } from './wizard-field.ts';
import type { HostWizardState } from './wizard-state.ts';

/** What the wizard's pages work with. */
export interface Wizard {
  state: HostWizardState;
  /** Plugins' fields that are active in this state, in the order of their registration. */
  fields: AnyField[];
  initialData: InitialData | undefined;
  setField: (field: AnyField, value: unknown) => void;
  /** Computes the field's initial value again, now that its external data has come. */
  onExternalData: (field: AnyField, data: unknown) => void;
}

const useBaseState = (
  initial: InitialData | undefined,
  initialProjectName: string | undefined,
): HostWizardState => {
  const overrides = useOverrides();
  const project = useProject(initialProjectName);
  const canCreateRoleBindings = useCanCreateRoleBindings(project.projectName);
  const modelLocationData = useModelLocation(initial?.modelLocationData);
  const modelType = useModelType(initial?.modelTypeField, modelLocationData.data, overrides);
  const k8sNameDesc = useNameDescription(initial?.k8sNameDesc);
  const hardwareProfileConfig = useHardwareProfiles(initial?.hardwareProfile);
  const numReplicas = useValue(initial?.numReplicas || 1);
  const runtimeArgs = useValue(initial?.runtimeArgs ?? { enabled: false, args: [] });
  const environmentVariables = useValue(
    initial?.environmentVariables ?? { enabled: false, variables: [] },
  );
  const modelAvailability = useModelAvailability(initial?.modelAvailability, modelType.data);
  // Overrides of these three fields see the model type alone: not the location, not other fields.
  const typeOnly = useMemo(() => ({ modelType: { data: modelType.data } }), [modelType.data]);
  const externalRoute = useExternalRoute(initial?.externalRoute, overrides, typeOnly);
  const tokenAuthentication = useTokenAuthentication(
    initial?.tokenAuthentication,
    overrides,
    typeOnly,
    canCreateRoleBindings,
  );
  const deploymentStrategy = useDeploymentStrategy(
    initial?.deploymentStrategy,
    overrides,
    typeOnly,
  );
  return useMemo(
    () => ({
      project,
      modelType,
      k8sNameDesc,
      hardwareProfileConfig,
      modelLocationData,
      externalRoute,
      tokenAuthentication,
      numReplicas,
      runtimeArgs,
      environmentVariables,
      modelAvailability,
      deploymentStrategy,
      canCreateRoleBindings,
    }),
    [
      project,
      modelType,
      k8sNameDesc,
      hardwareProfileConfig,
      modelLocationData,
      externalRoute,
      tokenAuthentication,
      numReplicas,
      runtimeArgs,
      environmentVariables,
      modelAvailability,
      deploymentStrategy,
      canCreateRoleBindings,
    ],
  );
};

/** A plugin's field can switch token authentication off. */
const withOverrides = (state: HostWizardState, fields: AnyField[]): HostWizardState => {
  const isDisabled = overridesOf(fields, state).tokenAuthentication?.isDisabled === true;
  const { tokenAuthentication } = state;
  return isDisabled
    ? { ...state, tokenAuthentication: { ...tokenAuthentication, data: [], isDisabled } }
    : state;
};

/** The wizard's whole state: the dashboard's own fields, and over them those of plugins. */
export const useWizardState = (
  initialData: InitialData | undefined,
  initialProjectName: string | undefined,
  externalData: ExternalDataMap,
): Wizard => {
  const base = useBaseState(initialData, initialProjectName);
  const [values, dispatch] = useReducer(reduceFields, noFieldValues);
  const state = useMemo(
    (): HostWizardState => ({ ...base, ...effectiveValues(values) }),
    [base, values],
  );
  const [allFields] = useWizardFields();
  const fields = useActiveFields(allFields, state);

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
  const shownState = useMemo(() => withOverrides(state, fields), [fields, state]);
  return useMemo(
    () => ({ state: shownState, fields, initialData, setField, onExternalData }),
    [fields, initialData, onExternalData, setField, shownState],
  );
};
