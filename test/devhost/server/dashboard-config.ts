import { z } from 'zod';

const resourceSchema = z
  .object({
    spec: z
      .object({ dashboardConfig: z.record(z.unknown()).optional() })
      .passthrough()
      .default({}),
  })
  .passthrough();

/** Feature flags that the dashboard's back end adds where the resource leaves them out. */
const defaultFlags = { enablement: true, disableNIMModelServing: false, disableKServe: false };

const emptyResource = {
  apiVersion: 'opendatahub.io/v1alpha',
  kind: 'OdhDashboardConfig',
  metadata: { name: 'odh-dashboard-config' },
  spec: {},
};

/**
 * The dashboard's configuration as the browser gets it: the resource of the cluster (or an empty one)
 * with the defaults filled in, and with another `nimConfig` if one is given.
 */
export const dashboardConfig = (
  resource: unknown,
  nimConfig?: unknown,
): Record<string, unknown> => {
  const { spec, ...rest } = resourceSchema.parse(resource ?? emptyResource);
  return {
    ...rest,
    spec: {
      ...spec,
      dashboardConfig: { ...defaultFlags, ...spec.dashboardConfig },
      ...(nimConfig === undefined ? {} : { nimConfig }),
    },
  };
};
