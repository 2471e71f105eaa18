import { useEffect, useMemo, useState } from 'react';
import type { PartialWizardState } from '../../../../src/dashboard/host-contract.ts';
import { mayI } from '../api/cluster.ts';
import type { InitialData, ModelLocation } from './initial-data.ts';
import { activeOverrides, type FieldOverride } from './overrides.ts';
import { resourceNameOf } from './resource-name.ts';
import type {
  HostWizardState,
  ModelAvailability,
  NameDescription,
  Tokens,
} from './wizard-state.ts';

type Overrides = { uid: string; field: FieldOverride }[];

/** The project: fixed when the wizard was opened in one, else chosen on the first page. */
export const useProject = (initialProjectName: string | undefined): HostWizardState['project'] => {
  const [projectName, setProjectName] = useState(initialProjectName);
  return useMemo(
    () => ({
      ...(initialProjectName === undefined ? {} : { initialProjectName }),
      ...(projectName === undefined ? {} : { projectName }),
      setProjectName,
    }),
    [initialProjectName, projectName],
  );
};

/** Whether the user may create RoleBindings in the project: what tokens and routes need. */
export const useCanCreateRoleBindings = (projectName: string | null | undefined): boolean => {
  const [allowedIn, setAllowedIn] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (namespace: string) => {
      const group = 'rbac.authorization.k8s.io';
      const isAllowed = await mayI({ verb: 'create', group, resource: 'rolebindings', namespace });
      if (isCurrent && isAllowed) {
        setAllowedIn(namespace);
      }
    };
    if (projectName) {
      // No answer counts as no: the page then offers neither a route nor tokens.
      ask(projectName).catch(() => undefined);
    }
    return () => {
      isCurrent = false;
    };
  }, [projectName]);
  return Boolean(projectName) && allowedIn === projectName;
};

export const useModelLocation = (initial?: ModelLocation): HostWizardState['modelLocationData'] => {
  const [data, setData] = useState(initial);
  return useMemo(() => ({ ...(data === undefined ? {} : { data }), setData }), [data]);
};

/** The model type: the user's choice unless an override forces one. */
export const useModelType = (
  initial: { type: string } | undefined,
  location: ModelLocation | undefined,
  overrides: Overrides,
): HostWizardState['modelType'] => {
  const [chosen, setData] = useState(initial);
  return useMemo(() => {
    const state: PartialWizardState = {
      modelLocationData: location === undefined ? {} : { data: location },
    };
    const active = activeOverrides(overrides, 'modelType', state);
    const forced = active.find((override) => override.forced)?.extraOption;
    const data = forced ? { type: forced.key } : chosen;
    return {
      ...(data === undefined ? {} : { data }),
      setData,
      extraOptions: active.flatMap(({ extraOption }) => extraOption ?? []),
      isForced: forced !== undefined,
    };
  }, [chosen, location, overrides]);
};

const initialNames = (initial: InitialData['k8sNameDesc']): NameDescription => ({
  name: initial?.name ?? '',
  description: initial?.description ?? '',
  k8sName: {
    value: initial?.resourceName ?? '',
    state: { immutable: initial !== undefined, touched: false },
  },
});

/** The resource name follows the name until it has been edited itself. */
export const useNameDescription = (
  initial: InitialData['k8sNameDesc'],
): HostWizardState['k8sNameDesc'] => {
  const [data, setData] = useState<NameDescription>(() => initialNames(initial));
  return useMemo(
    () => ({
      data,
      setName: (name: string) =>
        setData((current) => {
          const { immutable, touched } = current.k8sName.state;
          const value = immutable || touched ? current.k8sName.value : resourceNameOf(name);
          return { ...current, name, k8sName: { ...current.k8sName, value } };
        }),
      setDescription: (description: string) => setData((current) => ({ ...current, description })),
      setResourceName: (value: string) =>
        setData((current) => ({
          ...current,
          k8sName: { value, state: { ...current.k8sName.state, touched: true } },
        })),
    }),
    [data],
  );
};

/** Any value that the page sets and nothing else changes. */
export const useValue = <Value>(
  initial: Value,
): { data: Value; setData: (value: Value) => void } => {
  const [data, setData] = useState(initial);
  return useMemo(() => ({ data, setData: (value: Value) => setData(() => value) }), [data]);
};

/** A route can be hidden by an override, and is then switched off. */
export const useExternalRoute = (
  initial: boolean | undefined,
  overrides: Overrides,
  state: PartialWizardState,
): HostWizardState['externalRoute'] => {
  const { data, setData } = useValue(initial ?? false);
  const isVisible = useMemo(() => {
    const active = activeOverrides(overrides, 'externalRoute', state);
    return active.length === 0 || active.some((override) => override.isVisible);
  }, [overrides, state]);
  return useMemo(
    () => ({ data: data && isVisible, setData, isVisible }),
    [data, isVisible, setData],
  );
};

/** Tokens; an override can ask for one from the start, if the user may create RoleBindings. */
export const useTokenAuthentication = (
  initial: Tokens | undefined,
  overrides: Overrides,
  state: PartialWizardState,
  canCreateRoleBindings: boolean,
): HostWizardState['tokenAuthentication'] => {
  const { data, setData } = useValue(initial ?? []);
  const wantsToken =
    initial === undefined &&
    canCreateRoleBindings &&
    activeOverrides(overrides, 'tokenAuth', state).some((override) => override.initialValue);
  useEffect(() => {
    if (wantsToken) {
      setData([{ uuid: crypto.randomUUID(), displayName: 'default-name', error: '' }]);
    }
  }, [setData, wantsToken]);
  return useMemo(() => ({ data, setData }), [data, setData]);
};

/** The strategy is shown only where an override says so; until then it is "rolling". */
export const useDeploymentStrategy = (
  initial: 'rolling' | 'recreate' | undefined,
  overrides: Overrides,
  state: PartialWizardState,
): HostWizardState['deploymentStrategy'] => {
  const { data, setData } = useValue(initial ?? 'rolling');
  return useMemo(() => {
    const active = activeOverrides(overrides, 'deploymentStrategy', state);
    return { data, setData, isVisible: active.some((override) => override.isVisible) };
  }, [data, overrides, setData, state]);
};

const NO_ASSET: ModelAvailability = { saveAsAiAsset: false, useCase: '' };

/** Only a generative model can be offered as an AI asset: for any other type the answer is no. */
export const useModelAvailability = (
  initial: ModelAvailability | undefined,
  modelType: { type: string } | undefined,
): HostWizardState['modelAvailability'] => {
  const { data, setData } = useValue(initial ?? NO_ASSET);
  const isVisible = modelType?.type === 'generative';
  return useMemo(
    () => ({ data: modelType && !isVisible ? NO_ASSET : data, setData, isVisible }),
    [data, isVisible, modelType, setData],
  );
};
