import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { dashboardNamespace } from './namespaces.ts';

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

const group = 'rbac.authorization.k8s.io';
const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const everything = [...read, ...write];

const rule = (apiGroup: string, resources: string[], verbs: string[]): Rule => ({
  apiGroups: [apiGroup],
  resources,
  verbs,
});

const workloads = ['configmaps', 'persistentvolumeclaims', 'serviceaccounts', 'services'];
const limits = ['limitranges', 'resourcequotas'];
const kserve = ['inferenceservices', 'servingruntimes'];

// What a project's members really may do on a cluster with the dashboard: Kubernetes' own `view`, `edit` and `admin`
// with what KServe and the dashboard's operator aggregate into them, for the kinds that are in use here.
const viewRules = [
  rule('', [...workloads, ...limits, 'namespaces'], read),
  rule('apps', ['deployments'], read),
  rule('route.openshift.io', ['routes'], read),
  rule('serving.kserve.io', kserve, read),
  rule('infrastructure.opendatahub.io', ['hardwareprofiles'], read),
];
const editRules = [
  rule('', [...workloads, 'secrets'], everything),
  rule('', [...limits, 'namespaces'], read),
  rule('apps', ['deployments'], everything),
  rule('route.openshift.io', ['routes'], everything),
  rule('serving.kserve.io', kserve, everything),
  rule('infrastructure.opendatahub.io', ['hardwareprofiles'], read),
];
const adminRules = [
  ...editRules,
  rule(group, ['roles', 'rolebindings'], everything),
  rule('infrastructure.opendatahub.io', ['hardwareprofiles'], everything),
];

const clusterRole = (name: string, rules: Rule[]) => ({
  apiVersion: `${group}/v1`,
  kind: 'ClusterRole',
  metadata: { name },
  rules,
});

const binding = (
  name: string,
  where: { namespace?: string },
  roleRef: { kind: 'Role' | 'ClusterRole'; name: string },
  subject: { kind: 'User' | 'Group'; name: string },
) => ({
  apiVersion: `${group}/v1`,
  kind: where.namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
  metadata: { name, ...where },
  roleRef: { apiGroup: group, ...roleRef },
  subjects: [{ apiGroup: group, ...subject }],
});

const member = (user: string, role: 'view' | 'edit' | 'admin') =>
  binding(
    `${user}-${role}`,
    { namespace: 'nim-demo' },
    { kind: 'ClusterRole', name: role },
    { kind: 'User', name: user },
  );

const everybody = { kind: 'Group', name: 'system:authenticated' } as const;

/** Roles and bindings: what members of a project may do, and what every signed-in user may read. */
export const permissions: KubernetesObject[] = [
  clusterRole('view', viewRules),
  clusterRole('edit', editRules),
  clusterRole('admin', adminRules),
  member('vic', 'view'),
  member('ada', 'edit'),
  member('pat', 'admin'),
  clusterRole('dashboard-users', [
    rule('project.openshift.io', ['projects'], read),
    rule('storage.k8s.io', ['storageclasses'], read),
  ]),
  binding('dashboard-users', {}, { kind: 'ClusterRole', name: 'dashboard-users' }, everybody),
  {
    apiVersion: `${group}/v1`,
    kind: 'Role',
    metadata: { name: 'dashboard-readers', namespace: dashboardNamespace },
    rules: [
      rule('template.openshift.io', ['templates'], read),
      rule('opendatahub.io', ['odhdashboardconfigs'], read),
      rule('infrastructure.opendatahub.io', ['hardwareprofiles'], read),
    ],
  } as KubernetesObject,
  binding(
    'dashboard-readers',
    { namespace: dashboardNamespace },
    { kind: 'Role', name: 'dashboard-readers' },
    everybody,
  ),
];
