import {
  flag,
  int32,
  int64,
  kept,
  listBy,
  listOf,
  mapOf,
  object,
  quantity,
  text,
} from './schema.ts';
import type { Schema } from './schema.ts';

// Pieces of a pod, as KServe's definitions repeat them in many places. What a NIM deployment sets is described;
// whole subtrees that it never sets are kept as they come, where a real schema would look inside.

const secretKey = object({ key: text, name: text, optional: flag }, ['key']);

export const envSchema: Schema = object(
  {
    name: text,
    value: text,
    valueFrom: object({
      secretKeyRef: secretKey,
      configMapKeyRef: secretKey,
      fieldRef: object({ apiVersion: text, fieldPath: text }, ['fieldPath']),
      // Kept: a container's own resources as a variable; no deployment of ours uses it.
      resourceFieldRef: kept,
    }),
  },
  ['name'],
);

export const resourcesSchema: Schema = object({
  claims: listBy(['name'], object({ name: text, request: text }, ['name'])),
  limits: mapOf(quantity),
  requests: mapOf(quantity),
});

const volumeMountSchema = object(
  {
    mountPath: text,
    mountPropagation: text,
    name: text,
    readOnly: flag,
    recursiveReadOnly: text,
    subPath: text,
    subPathExpr: text,
  },
  ['mountPath', 'name'],
);

const portSchema = object(
  {
    containerPort: int32,
    hostIP: text,
    hostPort: int32,
    name: text,
    protocol: { ...text, default: 'TCP' },
  },
  ['containerPort'],
);

/** The fields of a container; `env` names and mount paths are unique, as KServe's definitions demand. */
export const containerFields: Record<string, Schema> = {
  args: listOf(text),
  command: listOf(text),
  env: listBy(['name'], envSchema),
  envFrom: listOf(kept),
  image: text,
  imagePullPolicy: text,
  // Kept: hooks, probes and security settings are the template's, and pass through as it has them.
  lifecycle: kept,
  livenessProbe: kept,
  readinessProbe: kept,
  startupProbe: kept,
  securityContext: kept,
  name: text,
  ports: listBy(['containerPort', 'protocol'], portSchema),
  resizePolicy: listOf(kept),
  resources: resourcesSchema,
  restartPolicy: text,
  restartPolicyRules: listOf(kept),
  stdin: flag,
  stdinOnce: flag,
  terminationMessagePath: text,
  terminationMessagePolicy: text,
  tty: flag,
  volumeDevices: listOf(kept),
  volumeMounts: listBy(['mountPath'], volumeMountSchema),
  workingDir: text,
};

export const containerSchema: Schema = object(containerFields, ['name']);

export const tolerationSchema: Schema = object({
  effect: text,
  key: text,
  operator: text,
  tolerationSeconds: int64,
  value: text,
});

export const volumeSchema: Schema = {
  ...object(
    {
      name: text,
      emptyDir: object({ medium: text, sizeLimit: quantity }),
      persistentVolumeClaim: object({ claimName: text, readOnly: flag }, ['claimName']),
      secret: object({
        defaultMode: int32,
        items: listOf(kept),
        optional: flag,
        secretName: text,
      }),
      // Kept: files made of the pod's own fields, projections and inline drivers. The in-tree drivers of single
      // clouds are left out, so the real schema knows a few more sources than this one.
      configMap: kept,
      csi: kept,
      downwardAPI: kept,
      ephemeral: kept,
      hostPath: kept,
      nfs: kept,
      projected: kept,
    },
    ['name'],
  ),
};

export const pullSecretSchema: Schema = object({ name: text });
