import { dashboardNamespace } from '../embedded/seed/seed.ts';

/** What the dashboard's own back end answers; nothing for what it hands on to the cluster. */
export const ownAnswer = (path: string, userName: string): Response | undefined => {
  switch (path) {
    case '/api/status':
      return Response.json({ kube: { namespace: dashboardNamespace, userName } });
    case '/api/config':
      return Response.json({ spec: {} });
    default:
      return undefined;
  }
};
