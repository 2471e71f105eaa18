import { recordWith, storedPair, storedSecrets } from '../../src/apiKey/key-secrets.factory.ts';
import { keySecretNames, OLDER_SECRETS } from '../../src/apiKey/key-secrets.ts';
import { personalKey } from '../../src/apiKey/personal-key.factory.ts';
import { type KeySecretWrite, keyWrites } from '../../src/apiKey/write-key.ts';
import { assembleInferenceService } from '../../src/bundle/assemble-inference-service.ts';
import { assembleServingRuntime } from '../../src/bundle/assemble-serving-runtime.ts';
import { choicesWith, llama, newVolume } from '../../src/bundle/deployment.factory.ts';
import type {
  DeploymentChoices,
  KeyChoice,
  StorageChoice,
} from '../../src/bundle/deployment-choices.ts';
import { applyKey } from '../../src/bundle/key-on-deployment.ts';
import { applyModel, changeVersion } from '../../src/bundle/model-on-deployment.ts';
import type { NimDeployment } from '../../src/bundle/nim-deployment.ts';
import { type ResourceBundle, resourceBundle } from '../../src/bundle/resource-bundle.ts';
import { applyStorage } from '../../src/bundle/storage-on-deployment.ts';
import type { KubernetesObject, ServingRuntime, Template } from '../../src/cluster/kubernetes.ts';
import { olderByDialog } from '../../src/dashboard/deployed-by-others.factory.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { withOperations } from '../embedded/cluster/write/json-patch.ts';

/** A whole deployment by the choices that make it, under the name of its file in `bundles`. */
interface GoldenBundle {
  name: string;
  objects: KubernetesObject[];
}

interface Chosen {
  choices?: Partial<DeploymentChoices>;
  storage?: StorageChoice;
  /** Secrets that the runtime refers to; by default the project's. */
  key?: KeyChoice;
  isKeyEntered?: boolean;
  /** The Secrets are there, with another key and a label of somebody's. */
  isKeyReplaced?: boolean;
  template?: Template;
}

const projectKey = keySecretNames('project', '');
const existing: StorageChoice = { kind: 'existing', name: 'models', subPath: 'meta/llama' };
const counts = { cpu: 4, memory: '32Gi', 'nvidia.com/gpu': 1 };

const gpu: DeploymentChoices['hardware'] = {
  resources: { requests: counts, limits: { ...counts } },
  tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
  nodeSelector: { 'nvidia.com/gpu.present': 'true' },
  profile: { name: 'nvidia-gpu', namespace: 'opendatahub', resourceVersion: '42' },
};

const everything: Partial<DeploymentChoices> = {
  description: 'For the demo',
  replicas: 3,
  hardware: gpu,
  externalRoute: true,
  tokens: [
    { displayName: 'Laptop', name: 'laptop' },
    { displayName: 'Build', name: 'build' },
  ],
  args: ['--verbose', '--max-model-len=8192'],
  env: [{ name: 'NIM_LOG_LEVEL', value: 'INFO' }],
  strategy: 'recreate',
  aiAsset: { useCase: 'Chat' },
};

const templateOf = (name: string): Template =>
  loadManifests().find(
    ({ kind, metadata }) => kind === 'Template' && metadata.name === name,
  ) as Template;

/** As an administrator may have changed it: with a sidecar that reads the cache, and a volume more. */
const templateWithSidecar = (): Template => {
  const template = structuredClone(templateOf('nim-http-template'));
  const [runtime] = template.objects as ServingRuntime[];
  runtime?.spec.containers.push({
    name: 'cache-metrics',
    image: 'cache-metrics:1',
    volumeMounts: [
      { name: 'nim-pvc', mountPath: '/cache' },
      { name: 'certificates', mountPath: '/etc/certificates' },
    ],
  });
  runtime?.spec.volumes?.push({ name: 'certificates', configMap: { name: 'team-certificates' } });
  return template;
};

const before = (): ReturnType<typeof storedPair> => {
  const { apiKey, imagePull } = storedPair(recordWith({ id: 'id-of-the-key-before' }));
  return {
    apiKey: { ...apiKey, labels: { ...apiKey.labels, team: 'blue' } },
    imagePull: { ...imagePull, labels: { ...imagePull.labels, team: 'blue' } },
  };
};

const bundleOf = (chosen: Chosen): ResourceBundle => {
  const choices = choicesWith({ hardware: gpu, ...chosen.choices });
  const { project, name } = choices;
  const key = 'key' in chosen ? chosen.key : projectKey;
  const storage = chosen.storage ?? newVolume();
  const runtime = assembleServingRuntime({
    template: chosen.template ?? templateOf('nim-http-template'),
    project,
    name,
  });
  if (runtime.status === 'failed') {
    throw new Error(runtime.message);
  }
  const bare = { model: assembleInferenceService(choices), server: runtime.runtime };
  return resourceBundle({
    choices,
    storage,
    keyWrites:
      chosen.isKeyEntered && key
        ? keyWrites({
            project,
            names: key,
            stored: { key: personalKey(), record: recordWith() },
            existing: chosen.isKeyReplaced ? before() : {},
          })
        : [],
    deployment: applyKey(applyStorage(applyModel(bare, llama), storage), key),
  });
};

/** What the Secret is in the end: the new one, or the one before with the key replaced. */
const secretAfter = ({ secret, replacement }: KeySecretWrite): KubernetesObject => {
  if (!replacement) {
    return secret;
  }
  const { uid: _uid, resourceVersion: _version, ...metadata } = replacement.before;
  const stored = storedSecrets().find((one) => one.metadata.name === metadata.name);
  return withOperations({ ...stored, metadata }, [
    ...replacement.apply,
    ...(replacement.tidy ?? []),
  ]) as KubernetesObject;
};

const objectsOf = (bundle: ResourceBundle): KubernetesObject[] => [
  ...bundle.keyWrites.map(secretAfter),
  ...(bundle.volume ? [bundle.volume] : []),
  bundle.runtime,
  bundle.inferenceService,
  ...(bundle.tokens
    ? [
        bundle.tokens.serviceAccount,
        bundle.tokens.role,
        bundle.tokens.roleBinding,
        ...bundle.tokens.secrets,
      ]
    : []),
];

const chosen: Readonly<Record<string, Chosen>> = {
  'first-in-a-project': { isKeyEntered: true },
  'project-key-and-existing-volume': { storage: existing },
  'key-of-its-own': { key: keySecretNames('deployment', 'my-model'), isKeyEntered: true },
  'key-of-its-own-with-tokens': {
    choices: { tokens: [{ displayName: 'Laptop', name: 'laptop' }] },
    key: keySecretNames('deployment', 'my-model'),
    isKeyEntered: true,
  },
  'replaced-key': { isKeyEntered: true, isKeyReplaced: true },
  'several-replicas-rolling': { choices: { replicas: 3, strategy: 'rolling' } },
  'template-with-sidecar': { template: templateWithSidecar(), storage: existing },
  'secrets-of-the-older-integration': { key: OLDER_SECRETS },
  disconnected: { key: undefined },
  'without-hardware-profile': { choices: { hardware: {} } },
  'everything-switched-on': {
    choices: everything,
    isKeyEntered: true,
    storage: newVolume({ name: 'team-models', size: '2Ti', subPath: 'meta/llama' }),
  },
  grpc: { template: templateOf('nim-grpc-template') },
};

/** A deployment that is there, with another version of its model. */
const edited = (deployment: NimDeployment): KubernetesObject[] => {
  const image = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5';
  const { model, server } = changeVersion(deployment, { image, tag: '1.15.5' });
  return [...(server ? [server] : []), model].map(({ metadata, ...object }) => {
    const { uid: _uid, ...rest } = metadata;
    return { ...object, metadata: rest };
  });
};

/** One deployment for each combination that makes its objects look different. */
export const goldenBundles: GoldenBundle[] = [
  ...Object.entries(chosen).map(([name, choice]) => ({
    name,
    objects: objectsOf(bundleOf(choice)),
  })),
  { name: 'older-with-another-version', objects: edited(olderByDialog()) },
];
