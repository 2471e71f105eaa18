import type { KeyScope } from '../apiKey/key-secrets.ts';
import { queryClient } from '../wizard/query-client.ts';
import { settingsQuery } from '../wizard/settings-query.ts';

/**
 * The scope of keys by the configuration that the wizard has read. The host's `apply` cannot wait; by
 * the time it runs, the fields have loaded their settings.
 */
export const keyScope = (): KeyScope =>
  queryClient.getQueryData(settingsQuery.queryKey)?.nimConfig.keyScope ?? 'project';
