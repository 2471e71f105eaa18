import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { dashboardNamespace } from './namespaces.ts';

const storageClass = (name: string, isDefault: boolean, provisioner: string) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name,
    annotations: { 'storageclass.kubernetes.io/is-default-class': String(isDefault) },
  },
  provisioner,
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
});

/** The dashboard's configuration, as an operator makes it, and the storage classes of the cluster. */
export const dashboardConfig: KubernetesObject[] = [
  {
    apiVersion: 'opendatahub.io/v1alpha',
    kind: 'OdhDashboardConfig',
    metadata: { name: 'odh-dashboard-config', namespace: dashboardNamespace },
    spec: {
      dashboardConfig: { disableNIMModelServing: false, disableKServe: false },
      templateOrder: [],
    },
  } as KubernetesObject,
  storageClass('standard-csi', true, 'csi.example.com'),
  storageClass('fast-nvme', false, 'nvme.csi.example.com'),
];
