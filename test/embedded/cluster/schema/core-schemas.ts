import { base64, flag, int64, kept, listOf, mapOf, object, quantity, text } from './schema.ts';
import type { Schema } from './schema.ts';

// The kinds that the API server knows itself. Unknown fields are dropped; a wrong type does not decode (400).

export const metadataSchema: Schema = object({
  name: text,
  generateName: text,
  namespace: text,
  selfLink: text,
  uid: text,
  resourceVersion: text,
  generation: int64,
  creationTimestamp: { ...text, nullable: true },
  deletionTimestamp: { ...text, nullable: true },
  deletionGracePeriodSeconds: int64,
  labels: mapOf(text),
  annotations: mapOf(text),
  ownerReferences: listOf(
    object({
      apiVersion: text,
      kind: text,
      name: text,
      uid: text,
      controller: flag,
      blockOwnerDeletion: flag,
    }),
  ),
  finalizers: listOf(text),
  // Who set which field: the embedded cluster does not track it, so it lets go of what it is sent.
});

/** A kind's own fields beside `apiVersion`, `kind` and `metadata`. */
const kind = (properties: Record<string, Schema>): Schema => object(properties);

const policyRules = listOf(
  object({
    apiGroups: listOf(text),
    resources: listOf(text),
    resourceNames: listOf(text),
    nonResourceURLs: listOf(text),
    verbs: listOf(text),
  }),
);

const roleRef = object({ apiGroup: text, kind: text, name: text });
const subjects = listOf(object({ kind: text, apiGroup: text, name: text, namespace: text }));

const labelSelector = object({
  matchLabels: mapOf(text),
  matchExpressions: listOf(object({ key: text, operator: text, values: listOf(text) })),
});

export const coreSchemas = {
  Namespace: kind({ spec: object({ finalizers: listOf(text) }), status: object({ phase: text }) }),
  Secret: kind({ type: text, data: mapOf(base64), stringData: mapOf(text), immutable: flag }),
  ConfigMap: kind({ data: mapOf(text), binaryData: mapOf(base64), immutable: flag }),
  ServiceAccount: kind({
    secrets: listOf(object({ name: text, namespace: text, kind: text, uid: text })),
    imagePullSecrets: listOf(object({ name: text })),
    automountServiceAccountToken: flag,
  }),
  PersistentVolumeClaim: kind({
    spec: object({
      accessModes: listOf(text),
      selector: labelSelector,
      resources: object({ requests: mapOf(quantity), limits: mapOf(quantity) }),
      volumeName: text,
      // An empty class is a choice of its own: no class at all.
      storageClassName: { ...text, nullable: true },
      volumeMode: text,
      dataSource: object({ apiGroup: text, kind: text, name: text }),
    }),
    status: object({ phase: text, accessModes: listOf(text), capacity: mapOf(quantity) }),
  }),
  ResourceQuota: kind({
    spec: object({
      hard: mapOf(quantity),
      scopes: listOf(text),
      scopeSelector: object({
        matchExpressions: listOf(object({ scopeName: text, operator: text, values: listOf(text) })),
      }),
    }),
    status: object({ hard: mapOf(quantity), used: mapOf(quantity) }),
  }),
  LimitRange: kind({
    spec: object({
      limits: listOf(
        object({
          type: text,
          max: mapOf(quantity),
          min: mapOf(quantity),
          default: mapOf(quantity),
          defaultRequest: mapOf(quantity),
          maxLimitRequestRatio: mapOf(quantity),
        }),
      ),
    }),
  }),
  Service: kind({ spec: kept, status: kept }),
  Deployment: kind({ spec: kept, status: kept }),
  Role: kind({ rules: policyRules }),
  ClusterRole: kind({
    rules: policyRules,
    aggregationRule: object({ clusterRoleSelectors: listOf(labelSelector) }),
  }),
  RoleBinding: kind({ subjects, roleRef }),
  ClusterRoleBinding: kind({ subjects, roleRef }),
  StorageClass: kind({
    provisioner: text,
    parameters: mapOf(text),
    reclaimPolicy: text,
    mountOptions: listOf(text),
    allowVolumeExpansion: flag,
    volumeBindingMode: text,
    // Topology terms matter to a provisioner only, and there is none.
    allowedTopologies: listOf(kept),
  }),
  SelfSubjectAccessReview: kind({
    spec: object({
      resourceAttributes: object({
        namespace: text,
        verb: text,
        group: text,
        version: text,
        resource: text,
        subresource: text,
        name: text,
      }),
      nonResourceAttributes: object({ path: text, verb: text }),
    }),
  }),
  SelfSubjectRulesReview: kind({ spec: object({ namespace: text }) }),
  SelfSubjectReview: kind({}),
} satisfies Record<string, Schema>;
