import { usePluginStore } from '@openshift/dynamic-plugin-sdk';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useSession } from '../api/session-context.ts';
import { hostAreas, isAreaOn, type Area } from './areas.ts';
import { useListedExtensions } from './use-resolved-extensions.ts';

const AreasContext = createContext<Record<string, boolean>>({});

/** Whether an area is on, for the dashboard's own pages; extensions have their flags for that. */
export const useIsAreaOn = (id: string): boolean => useContext(AreasContext)[id] === true;

/**
 * Works out which areas are on, from the dashboard's own and those that extensions define, and tells
 * the extension store, whose flags have the areas' ids.
 */
export const AreaFlags = ({ children }: { children: ReactNode }) => {
  const { featureFlags, isAdmin } = useSession();
  const store = usePluginStore();
  const extensions = useListedExtensions('app.area');
  const on = useMemo(() => {
    const areas: Record<string, Area> = { ...hostAreas };
    extensions.forEach(({ properties }) => {
      areas[String(properties['id'])] = properties;
    });
    return Object.fromEntries(
      Object.keys(areas).map((id) => [id, isAreaOn(id, areas, featureFlags)]),
    );
  }, [extensions, featureFlags]);
  useEffect(() => store.setFeatureFlags({ ...on, ADMIN_USER: isAdmin }), [isAdmin, on, store]);
  return <AreasContext.Provider value={on}>{children}</AreasContext.Provider>;
};
