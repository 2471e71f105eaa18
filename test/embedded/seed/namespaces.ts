import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';

/** Where the dashboard itself lives, with Templates, hardware profiles and its configuration. */
export const dashboardNamespace = 'opendatahub';

const projects = [
  { name: 'nim-demo', displayName: 'NIM demo', description: 'Where NIMs are tried out' },
  { name: 'fraud-detection', displayName: 'Fraud detection', description: 'Only for its own team' },
];

const namespace = (name: string, annotations: Record<string, string> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'opendatahub.io/dashboard': 'true' }, annotations },
});

/** Namespaces, and beside those of projects the Project objects through which a dashboard lists them. */
export const namespaces: KubernetesObject[] = [
  namespace(dashboardNamespace),
  ...projects.flatMap(({ name, displayName, description }) => {
    const annotations = {
      'openshift.io/display-name': displayName,
      'openshift.io/description': description,
    };
    const inNamespace = namespace(name, annotations);
    const project = {
      apiVersion: 'project.openshift.io/v1',
      kind: 'Project',
      metadata: inNamespace.metadata,
      status: { phase: 'Active' },
    };
    return [inNamespace, project];
  }),
];
