import { describe, expect, it } from 'vitest';
import { dashboardConfig } from './dashboard-config.ts';

describe('dashboardConfig', () => {
  it('fills in the flags that the resource leaves out, and no others', () => {
    const resource = {
      metadata: { name: 'odh-dashboard-config' },
      spec: { dashboardConfig: { disableNIMModelServing: true }, templateOrder: [] },
    };
    expect(dashboardConfig(resource)).toEqual({
      metadata: { name: 'odh-dashboard-config' },
      spec: {
        dashboardConfig: { enablement: true, disableKServe: false, disableNIMModelServing: true },
        templateOrder: [],
      },
    });
  });

  it('answers with defaults where there is no resource', () => {
    expect(dashboardConfig(undefined)).toMatchObject({
      spec: { dashboardConfig: { disableNIMModelServing: false } },
    });
  });

  it('takes the nimConfig that it is given in the place of the resource’s', () => {
    const resource = { spec: { nimConfig: { keyScope: 'project' } } };
    expect(dashboardConfig(resource)).toMatchObject({
      spec: { nimConfig: { keyScope: 'project' } },
    });
    expect(dashboardConfig(resource, { keyScope: 'deployment' })).toMatchObject({
      spec: { nimConfig: { keyScope: 'deployment' } },
    });
  });
});
