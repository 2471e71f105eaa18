import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster } from '../../test/factories/dashboard-proxy.factory.ts';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey, storedSecrets } from '../apiKey/key-secrets.factory.ts';
import { emptyVault, keepKey } from '../apiKey/key-vault.ts';
import { personalKey } from '../apiKey/personal-key.factory.ts';
import { llama } from '../bundle/deployment.factory.ts';
import type { KubernetesObject, Secret } from '../cluster/kubernetes.ts';
import { SUBMISSION_LABEL, UNFINISHED_LABEL } from '../submit/plan/submission-label.ts';
import { previewObjects } from '../submit/preview/preview-objects.ts';
import { queryClient } from '../wizard/query-client.ts';
import { proposedVolume } from '../wizard/storage/storage-field-value.ts';
import { deployNim } from './deploy.ts';
import { applyKeyField, applyModelField, applyStorageField } from './field-data.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { ApplyFieldData, WizardState } from './host-contract.ts';
import { reviewedBundle } from './reviewed-bundle.ts';
import { stateWith } from './wizard-state.factory.ts';

const storage = proposedVolume('standard-csi');

const filledIn = (key: KeyReference): WizardState =>
  stateWith({
    tokenAuthentication: { data: [{ uuid: 'a', displayName: 'CI' }] },
    environmentVariables: { data: { enabled: true, variables: [{ name: 'A', value: 'on' }] } },
    [API_KEY_FIELD]: key,
    [STORAGE_FIELD]: storage,
    [MODEL_FIELD]: { kind: 'chosen', ...llama },
  });

/** As the host makes it from our extensions. */
const applyingFieldsOf =
  (state: WizardState, key: KeyReference): ApplyFieldData =>
  (deployment) => {
    const withModel = applyModelField(deployment, { kind: 'chosen', ...llama });
    return applyKeyField(applyStorageField(withModel, storage, state), key, state);
  };

afterEach(() => {
  queryClient.clear();
  emptyVault('nim-demo');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is reviewed', () => {
  const key = enteredKey({ lastFour: 'only' });

  it('is what the submission then sends, but for the content of Secrets', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { sent } = openEmbeddedCluster('pat');
    keepKey('nim-demo', personalKey());
    const state = filledIn(key);
    const reviewed = previewObjects(await reviewedBundle(state)).map(({ object }) => object);
    const none = undefined;
    await deployNim(
      state,
      {},
      'nim-demo',
      none,
      none,
      none,
      none,
      true,
      none,
      false,
      {},
      applyingFieldsOf(state, key),
    );
    const bodies = sent.filter(({ path }) => path.endsWith('?dryRun=All')).map(({ body }) => body);
    expect(comparable(reviewed)).toEqual(comparable(bodies));
    expect(reviewed).toHaveLength(9);
  });

  it('does not ask the vault for the key, which may be empty', async () => {
    openEmbeddedCluster('ada');
    const { keyWrites } = await reviewedBundle(filledIn(key));
    expect(keyWrites.map(({ secret }) => secret.metadata.name)).toEqual([
      'nim-api-key',
      'nim-image-pull',
    ]);
  });

  it("says that a project's key is replaced", async () => {
    openEmbeddedCluster('ada', storedSecrets());
    const replaces = 'id-of-the-key id-of-the-key';
    const { keyWrites } = await reviewedBundle(filledIn({ ...key, replaces }));
    expect(keyWrites.map(({ replacement }) => replacement !== undefined)).toEqual([true, true]);
  });

  it("has no Secrets where the project's own are used", async () => {
    openEmbeddedCluster('ada');
    const stored = { kind: 'stored', project: 'nim-demo', source: 'project' } as const;
    expect((await reviewedBundle(filledIn(stored))).keyWrites).toEqual([]);
  });
});

/** In any order, without the content of Secrets and what says which submission it was. */
const comparable = (objects: readonly unknown[]): unknown[] =>
  objects
    .map((object) => {
      const {
        data: _data,
        stringData: _text,
        ...rest
      } = Object(object) as KubernetesObject & Secret;
      const {
        [SUBMISSION_LABEL]: _id,
        [UNFINISHED_LABEL]: _mark,
        ...labels
      } = rest.metadata.labels ?? {};
      return { ...rest, metadata: { ...rest.metadata, labels } };
    })
    .toSorted((one, other) => titleOf(one).localeCompare(titleOf(other)));

const titleOf = ({ kind, metadata }: KubernetesObject): string => `${kind} ${metadata.name}`;
