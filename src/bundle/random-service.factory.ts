import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  oneof,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import type { InferenceService } from '../cluster/kubernetes.ts';

const name = constantFrom('a', 'b', 'example.com/c');

/** Anything that no field of the wizard knows, under names of its own. */
export const somethingElse = dictionary(constantFrom('xOther', 'xMore'), jsonValue(), {
  noNullPrototype: true,
});

const text = string({ maxLength: 8 });

/** Optional members of a record, some of them there. */
const some = <T extends object>(members: { [Member in keyof T]: Arbitrary<T[Member]> }) =>
  record(members, { requiredKeys: [], noNullPrototype: true });

const metadata = record({
  name: constant('my-model'),
  namespace: constant('nim-demo'),
  labels: some({
    'networking.kserve.io/visibility': constantFrom('exposed', 'cluster-local'),
    'opendatahub.io/dashboard': constant('true'),
    'opendatahub.io/genai-asset': constantFrom('true', 'false'),
    team: text,
  }),
  annotations: some({
    'openshift.io/display-name': text,
    'openshift.io/description': text,
    'security.opendatahub.io/enable-auth': constantFrom('true', 'false'),
    'opendatahub.io/genai-use-case': text,
    'opendatahub.io/hardware-profile-name': text,
    'opendatahub.io/hardware-profile-namespace': text,
    'opendatahub.io/hardware-profile-resource-version': text,
    'example.com/note': text,
  }),
});

const variable = oneof(
  record({ name: constantFrom('A', 'B', 'C', 'HF_TOKEN'), value: text }),
  record({
    name: constantFrom('A', 'B', 'HF_TOKEN'),
    valueFrom: record({ secretKeyRef: record({ name, key: name }) }),
  }),
  record({ name: constantFrom('A', 'EMPTY') }),
);

const model = some({
  runtime: constantFrom('my-model', 'another'),
  modelFormat: record({ name: constantFrom('llama', 'other') }),
  resources: some({ requests: dictionary(name, integer()), limits: dictionary(name, text) }),
  args: array(constantFrom('--a', '--b=1', '', '# c', ' '), { maxLength: 4 }),
  env: uniqueArray(variable, { selector: (one) => one.name, maxLength: 4 }),
  xOther: jsonValue(),
});

const predictor = some({
  minReplicas: integer({ min: 0, max: 9 }),
  maxReplicas: integer({ min: 1, max: 9 }),
  deploymentStrategy: some({
    type: constantFrom('RollingUpdate', 'Recreate'),
    rollingUpdate: constant({ maxSurge: 0 }),
  }),
  tolerations: array(record({ key: name }), { maxLength: 2 }),
  nodeSelector: dictionary(name, text),
  annotations: dictionary(name, text),
  model,
  xOther: jsonValue(),
});

/** An InferenceService as anybody may have made it. */
export const someService = record({
  apiVersion: constant('serving.kserve.io/v1beta1'),
  kind: constant('InferenceService'),
  metadata,
  spec: record({ predictor, transformer: somethingElse }),
}) as Arbitrary<InferenceService>;
