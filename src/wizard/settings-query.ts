import { queryOptions } from '@tanstack/react-query';
import { readDashboardSettings } from '../config/dashboard-settings.ts';

/** The dashboard's namespace and the plugin's configuration: read once for a visit of the page. */
export const settingsQuery = queryOptions({
  queryKey: ['nimWizard', 'settings'],
  queryFn: ({ signal }) => readDashboardSettings(signal),
  staleTime: Infinity,
  // No component watches it, and what reads it from the cache at the end must find it.
  gcTime: Infinity,
});
