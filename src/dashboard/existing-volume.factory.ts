import type { PersistentVolumeClaim } from '../cluster/kubernetes.ts';

/** A volume of nim-demo that a model can be kept on. */
export const existingVolume: PersistentVolumeClaim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'models', namespace: 'nim-demo' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '100Gi' } } },
};
