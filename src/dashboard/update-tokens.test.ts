import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openEmbeddedCluster,
  type SentRequest,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { tokenResources } from '../bundle/token-resources.ts';
import type { InferenceService, KubernetesObject } from '../cluster/kubernetes.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import { olderByWizard } from './deployed-by-others.factory.ts';
import type { Deployment, WizardState } from './host-contract.ts';
import { reopenedForm } from './reopened-form.factory.ts';
import { updateDeployment } from './update-deployment.ts';

type Tokens = NonNullable<WizardState['tokenAuthentication']['data']>;

const laptop = { uuid: '1', displayName: 'Laptop', k8sName: 'laptop-llama-sa' };
const build = { uuid: '2', displayName: 'Build' };

const shared = ['Role/llama-view-role', 'RoleBinding/llama-view', 'ServiceAccount/llama-sa'];

/** The objects of the token "Laptop", and a deployment that asks for it. */
const protectedObjects = (): KubernetesObject[] => {
  const tokens = [{ displayName: 'Laptop', name: 'laptop' }];
  const made = tokenResources({ project: 'nim-demo', deployment: 'llama', tokens });
  return made ? [made.serviceAccount, made.role, made.roleBinding, ...made.secrets] : [];
};

const open = (
  before: Tokens,
  after: Tokens,
  instead?: (request: SentRequest) => Response | undefined,
) => {
  const { model, server } = olderByWizard();
  const isProtected = before.length > 0;
  const annotations = {
    ...model.metadata.annotations,
    'security.opendatahub.io/enable-auth': String(isProtected),
  };
  const { cluster, sent } = openEmbeddedCluster(
    'pat',
    [
      { ...model, metadata: { ...model.metadata, annotations } },
      ...(server ? [server] : []),
      ...(isProtected ? protectedObjects() : []),
    ],
    instead,
  );
  const service = (): InferenceService =>
    cluster.objects().find(({ kind }) => kind === 'InferenceService') as InferenceService;
  const existing: Deployment = { ...olderByWizard(), model: structuredClone(service()) };
  const existingAuthTokens = cluster
    .objects()
    .filter(({ metadata: { name } }) => name === laptop.k8sName);
  const { initialData, ...form } = reopenedForm(
    existing,
    { tokenAuthentication: { data: after } },
    before,
  );
  return {
    sent,
    update: ({ dryRun = false } = {}) =>
      updateDeployment({
        existing,
        dryRun,
        overwrite: false,
        ...form,
        initialData: { ...initialData, existingAuthTokens },
      }),
    isProtected: () =>
      service().metadata.annotations?.['security.opendatahub.io/enable-auth'] === 'true',
    objects: () =>
      cluster
        .objects()
        .filter(({ metadata: { name } }) => name.includes('llama-'))
        .map(({ kind, metadata }) => `${kind}/${metadata.name}`)
        .toSorted(),
    find: (name: string) => cluster.objects().find(({ metadata }) => metadata.name === name),
  };
};

const failureOf = (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => undefined,
    (error: unknown) => error,
  );

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('the tokens of a deployment that is edited', () => {
  it('can be the first ones, with everything that they need', async () => {
    const { update, objects, isProtected, find } = open([], [build]);
    await update({ dryRun: true });
    expect([objects(), isProtected()]).toEqual([[], false]);
    await update();
    expect(objects()).toEqual([...shared.slice(0, 2), 'Secret/build-llama-sa', ...shared.slice(2)]);
    expect(isProtected()).toBe(true);
    expect(find('build-llama-sa')?.metadata.ownerReferences?.[0]).toMatchObject({
      kind: 'InferenceService',
      name: 'llama',
    });
  });

  it('can be added to', async () => {
    const { update, objects } = open([laptop], [laptop, build]);
    await update({ dryRun: true });
    await update();
    expect(objects()).toContain('Secret/build-llama-sa');
    expect(objects()).toContain('Secret/laptop-llama-sa');
  });

  it('can be removed, after which nobody is asked for one', async () => {
    const { update, objects, isProtected } = open([laptop], []);
    await update({ dryRun: true });
    expect(objects()).toContain('Secret/laptop-llama-sa');
    await update();
    expect(objects()).toEqual(shared);
    expect(isProtected()).toBe(false);
  });

  it('can be renamed', async () => {
    const { update, find } = open([laptop], [{ ...laptop, displayName: 'Phone' }]);
    await update({ dryRun: true });
    await update();
    expect(find('laptop-llama-sa')?.metadata.annotations).toHaveProperty(
      ['openshift.io/display-name'],
      'Phone',
    );
  });

  it('are gone again when the deployment cannot be updated', async () => {
    const { update, objects, isProtected } = open([], [build], ({ method, path }) =>
      method === 'PUT' && path.includes('inferenceservices')
        ? statusAnswer(403, 'Forbidden', { message: 'no' })
        : undefined,
    );
    expect(await failureOf(update())).toBeInstanceOf(SubmissionError);
    expect([objects(), isProtected()]).toEqual([[], false]);
  });

  it('are not asked for when one of them cannot be made', async () => {
    const { update, objects, isProtected } = open([], [build], ({ method, path }) =>
      method === 'POST' && path.endsWith('/secrets')
        ? statusAnswer(403, 'Forbidden', { message: 'no' })
        : undefined,
    );
    const error = await failureOf(update());
    expect(String(error)).toContain(
      'Nothing was changed. The secret "build-llama-sa" could not be created: you do not have permission (no).',
    );
    expect([objects(), isProtected()]).toEqual([[], false]);
  });

  it('are refused to somebody who may not remove them, before anything is asked', async () => {
    const { update, sent } = open([laptop], [], ({ path, body }) =>
      path.endsWith('/selfsubjectaccessreviews') && JSON.stringify(body).includes('"delete"')
        ? Response.json({ ...(body as object), status: { allowed: false } })
        : undefined,
    );
    expect(String(await failureOf(update({ dryRun: true })))).toContain(
      'You may not change the tokens of this deployment. You do not have permission to delete secrets.',
    );
    expect(sent.filter(({ method }) => ['PUT', 'DELETE'].includes(method))).toEqual([]);
  });

  it('are refused before anything is written when two of them would be one', async () => {
    const { update, sent } = open([], [build, { ...build, uuid: '3', displayName: 'build!' }]);
    const error = await failureOf(update({ dryRun: true }));
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain(
      'Nothing was changed. The tokens "Build" and "build!" get the same name. ',
    );
    expect(sent.filter(({ method }) => ['PUT', 'DELETE', 'PATCH'].includes(method))).toEqual([]);
  });

  it('are named when they could not be removed', async () => {
    const { update } = open([laptop], [], ({ method }) =>
      method === 'DELETE' ? statusAnswer(403, 'Forbidden', { message: 'no' }) : undefined,
    );
    expect(String(await failureOf(update()))).toContain(
      'The deployment was updated, but not everything about its tokens: the secret "laptop-llama-sa" (no).',
    );
  });
});
