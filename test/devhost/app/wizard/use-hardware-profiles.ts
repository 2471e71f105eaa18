import { useCallback, useMemo, useState } from 'react';
import type { HostHardwareProfile } from '../../../../src/dashboard/host-contract.ts';
import { listResources } from '../api/cluster.ts';
import { HARDWARE_PROFILE } from '../api/resource-kinds.ts';
import { useSession } from '../api/session-context.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { isEnabled, matchProfile, resourcesOf } from './hardware-profile.ts';
import type { ExistingHardware } from './initial-data.ts';
import type { HardwareChoice, HostWizardState } from './wizard-state.ts';

const initialChoice = (
  profiles: HostHardwareProfile[],
  existing: ExistingHardware | undefined,
): HardwareChoice => {
  const [name, resources, tolerations = [], nodeSelector = {}, , , namespace] = existing ?? [];
  if (resources === undefined) {
    const first = profiles.find(isEnabled);
    return first
      ? { selectedProfile: first, useExistingSettings: false, resources: resourcesOf(first) }
      : { useExistingSettings: false };
  }
  const selected =
    name !== undefined && namespace
      ? profiles.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace)
      : matchProfile(profiles, { resources, tolerations, nodeSelector });
  return selected
    ? { selectedProfile: selected, useExistingSettings: false, resources }
    : { useExistingSettings: true, resources };
};

/**
 * The hardware profiles of the dashboard's namespace and what is chosen of them: for a new deployment
 * the first that is enabled, for an existing one its own, or "use existing settings".
 */
export const useHardwareProfiles = (
  existing: ExistingHardware | undefined,
): HostWizardState['hardwareProfileConfig'] => {
  const { dashboardNamespace } = useSession();
  const load = useCallback(
    () => listResources<HostHardwareProfile>(HARDWARE_PROFILE, dashboardNamespace),
    [dashboardNamespace],
  );
  const [loaded] = useLoaded(load);
  const [picked, setPicked] = useState<HardwareChoice | undefined>();
  const initial = useMemo(
    () => (loaded.status === 'loaded' ? initialChoice(loaded.data, existing) : undefined),
    [existing, loaded],
  );
  return useMemo(
    () => ({
      formData: picked ?? initial ?? { useExistingSettings: false },
      setFormData: setPicked,
      profiles: loaded.status === 'loaded' ? loaded.data.filter(isEnabled) : [],
      isLoaded: loaded.status !== 'loading',
      ...(loaded.status === 'failed' ? { loadError: loaded.message } : {}),
    }),
    [initial, loaded, picked],
  );
};
