import { assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runtimeWith, servingContainerWith } from '../bundle/deployment.factory.ts';
import { someService, somethingElse } from '../bundle/random-service.factory.ts';
import { assembleUpdate } from './assemble-update.ts';
import { DIGEST, madeByHand, olderByDialog, olderByWizard } from './deployed-by-others.factory.ts';
import { deployedNim } from './deployment.factory.ts';
import { extractModelField, extractStorageField } from './field-data.ts';
import { MODEL_FIELD } from './field-ids.ts';
import { type Deployment, KSERVE_PLATFORM, type WizardState } from './host-contract.ts';
import { reopenedForm } from './reopened-form.factory.ts';

/** Opens the wizard for a deployment and sends it, with nothing changed but what is given. */
const sent = (
  existing: Deployment,
  changed: Partial<WizardState> = {},
  tokens: NonNullable<WizardState['tokenAuthentication']['data']> = [],
): Deployment => assembleUpdate({ existing, ...reopenedForm(existing, changed, tokens) });

const asShown = (deployment: Deployment): Deployment => {
  const { metadata } = deployment.model;
  const labels = { ...metadata.labels, 'opendatahub.io/dashboard': 'true' };
  return { ...deployment, model: { ...deployment.model, metadata: { ...metadata, labels } } };
};

const images = [
  '',
  'nvcr.io/nim/meta/llama:1.8',
  `nvcr.io/nim/meta/llama@${DIGEST}`,
  `mirror.example:5000/ai/nim/meta/llama:1.8@${DIGEST}`,
  'mirror.example/llama:1',
];

const someRuntime = record({
  image: constantFrom(...images),
  mountPath: constantFrom('/mnt/models/cache', '/mnt', '/elsewhere'),
  volume: constantFrom({ persistentVolumeClaim: { claimName: 'models' } }, { emptyDir: {} }),
  env: constantFrom(
    [{ name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' }],
    [
      { name: 'NIM_CACHE_PATH', value: '/elsewhere' },
      { name: 'NGC_API_KEY', valueFrom: { secretKeyRef: { name: 'ngc', key: 'key' } } },
    ],
  ),
  else: somethingElse,
}).map(({ image, mountPath, volume, env, else: others }) =>
  runtimeWith({
    containers: [
      { name: 'proxy', image: 'proxy:1' },
      servingContainerWith({
        image,
        env: [...env],
        volumeMounts: [{ name: 'v', mountPath, subPath: 'a' }],
        ...others,
      }),
    ],
    volumes: [{ name: 'v', ...volume }],
    ...others,
  }),
);

const someDeployment = record({ model: someService, server: someRuntime }).map(
  (objects): Deployment => ({ modelServingPlatformId: KSERVE_PLATFORM, ...objects }),
);

const ofAll: [string, Deployment][] = [
  ['this plugin', deployedNim()],
  ["the older integration's dialog", olderByDialog()],
  ["the older integration's wizard", olderByWizard()],
  ['somebody by hand', madeByHand()],
];

describe('a deployment that was opened and sent', () => {
  it.each(ofAll)('stays to the letter what it was when made by %s', (_by, deployment) => {
    expect(sent(deployment)).toEqual(asShown(deployment));
  });

  it('stays to the letter what it was, whoever made it', () => {
    assert(
      property(someDeployment, (deployment) => {
        expect(sent(deployment)).toEqual(asShown(deployment));
      }),
      { numRuns: 300 },
    );
  });

  it.each(ofAll)('made by %s, changes in what was changed alone', (_by, deployment) => {
    const { model, server } = sent(deployment, { numReplicas: { data: 7 } });
    const before = asShown(deployment);
    const { predictor } = before.model.spec;
    expect(server).toEqual(before.server);
    expect(model).toEqual({
      ...before.model,
      spec: { ...before.model.spec, predictor: { ...predictor, minReplicas: 7, maxReplicas: 7 } },
    });
  });

  it('keeps where it runs when the same profile is to give it more', () => {
    const resources = { requests: { cpu: 9 }, limits: { cpu: 9 } };
    const existing = olderByWizard();
    const { hardwareProfileConfig: shown } = reopenedForm(existing).state;
    const { spec, metadata } = sent(existing, {
      hardwareProfileConfig: { formData: { ...shown.formData, resources } },
    }).model;
    expect(spec.predictor.model?.resources).toEqual(resources);
    expect(spec.predictor.tolerations).toEqual(existing.model.spec.predictor.tolerations);
    expect(metadata.annotations).toEqual(existing.model.metadata.annotations);
  });

  it('keeps its name, whatever the form says', () => {
    const k8sNameDesc = { data: { name: 'New', description: '', k8sName: { value: 'new' } } };
    expect(sent(deployedNim(), { k8sNameDesc }).model.metadata.name).toBe('my-model');
  });

  it('stays the AI asset that it is, which the host shows for no NIM', () => {
    const { metadata } = sent(olderByWizard(), { numReplicas: { data: 7 } }).model;
    expect(metadata.labels).toHaveProperty(['opendatahub.io/genai-asset'], 'true');
    expect(metadata.annotations).toHaveProperty(['opendatahub.io/genai-use-case'], 'Chat');
  });

  it('stays protected, also where nobody has a token', () => {
    expect(sent(olderByDialog(), { numReplicas: { data: 7 } }).model.metadata.annotations).toEqual(
      olderByDialog().model.metadata.annotations,
    );
  });

  it('is another version on both objects when one was chosen, and otherwise the same', () => {
    const deployment = olderByDialog();
    const value = extractModelField(deployment);
    const { model, server } = sent(deployment, { [MODEL_FIELD]: { ...value, tag: '1.15.5' } });
    const image = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5';
    const before = olderByDialog();
    const [container] = before.server?.spec.containers ?? [];
    const [format] = before.server?.spec.supportedModelFormats ?? [];
    expect(server).toEqual({
      ...before.server,
      spec: {
        ...before.server?.spec,
        containers: [{ ...container, image }],
        supportedModelFormats: [{ ...format, version: '1.15.5' }],
      },
    });
    expect(model.spec.predictor).toEqual({
      ...before.model.spec.predictor,
      annotations: { 'nim-wizard.opendatahub.io/image': image },
    });
  });
});

describe('what the form shows of a deployment by others', () => {
  it('is the volume of the older integration, whatever it is called', () => {
    expect([olderByDialog(), olderByWizard()].map(extractStorageField)).toEqual([
      { kind: 'existing', name: 'nim-pvc-x7f3a', subPath: 'llama' },
      { kind: 'existing', name: 'llama-cache', subPath: 'llama' },
    ]);
  });

  it('is the volume of one that was made by hand', () => {
    expect(extractStorageField(madeByHand())).toEqual({
      kind: 'existing',
      name: 'team.models',
      subPath: 'team',
    });
  });

  it('is the version of both forms of the older integration', () => {
    expect([olderByDialog(), olderByWizard()].map(extractModelField)).toEqual([
      expect.objectContaining({ kind: 'chosen', tag: '1.8.0' }),
      expect.objectContaining({ kind: 'chosen', tag: '1.8.0' }),
    ]);
  });
});
