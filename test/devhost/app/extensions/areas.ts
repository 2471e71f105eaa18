/** What an `app.area` extension says about when the area is on. */
export interface Area {
  featureFlags?: string[];
  reliantAreas?: string[];
}

export type FeatureFlags = Record<string, unknown>;

/** The areas of the dashboard's own that this project meets. */
export const hostAreas: Record<string, Area> = {
  kserve: { featureFlags: ['disableKServe'] },
  'nim-model': { featureFlags: ['disableNIMModelServing'], reliantAreas: ['kserve'] },
};

const isFlagOn = (flag: string, flags: FeatureFlags): boolean => {
  const value = flags[flag];
  if (value === undefined) {
    return false;
  }
  return flag.startsWith('disable') ? !value : Boolean(value);
};

/**
 * Whether an area is on: all of its feature flags are, and, if it relies on others, at least one of
 * them is (the real dashboard asks for one, not for all). A flag that the configuration does not have
 * counts as off, also one whose name begins with `disable`.
 */
export const isAreaOn = (id: string, areas: Record<string, Area>, flags: FeatureFlags): boolean => {
  const area = areas[id];
  if (!area) {
    return false;
  }
  const reliant = area.reliantAreas ?? [];
  return (
    (area.featureFlags ?? []).every((flag) => isFlagOn(flag, flags)) &&
    (reliant.length === 0 || reliant.some((other) => other !== id && isAreaOn(other, areas, flags)))
  );
};
