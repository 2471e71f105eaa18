import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answerAsDashboard,
  type SentRequest,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { StatusError } from '../../test/devhost/app/api/status-error.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import { deployedNim } from './deployment.factory.ts';
import { applyModelField, extractModelField } from './field-data.ts';
import type { Deployment } from './host-contract.ts';
import { updateDeployment } from './update-deployment.ts';
import { stateWith } from './wizard-state.factory.ts';

/** A deployment as it stands in the cluster; `version` is that of its resource. */
const existingWith = (
  given: { version?: string; timeout?: number; format?: object } = {},
): Deployment => {
  const deployed = deployedNim();
  const { metadata, spec } = deployed.model;
  return {
    ...deployed,
    model: {
      ...deployed.model,
      metadata: { ...metadata, uid: 'uid-1', resourceVersion: given.version ?? '1' },
      spec: {
        ...spec,
        predictor: {
          ...spec.predictor,
          ...(given.timeout === undefined ? {} : { timeout: given.timeout }),
          model: {
            ...spec.predictor.model,
            ...(given.format ? { modelFormat: given.format } : {}),
          },
        },
      },
    } as InferenceService,
  };
};

const PATH =
  '/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices/my-model';

const update = (given: Partial<Parameters<typeof updateDeployment>[0]> = {}): Promise<Deployment> =>
  updateDeployment({
    state: stateWith({ numReplicas: { data: 2 } }),
    existing: existingWith(),
    dryRun: false,
    overwrite: false,
    initialData: undefined,
    applyFieldData: (deployment) => deployment,
    ...given,
  });

const echo = ({ body }: SentRequest): Response => Response.json(body);

const failureOf = (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => undefined,
    (error: unknown) => error,
  );

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('updating a deployment', () => {
  it('replaces the InferenceService, and nothing else', async () => {
    const sent = answerAsDashboard(echo);
    await update();
    expect(sent.map(({ method, path }) => [method, path])).toEqual([['PUT', PATH]]);
    expect(sent[0]?.body).toMatchObject({
      metadata: { uid: 'uid-1', resourceVersion: '1' },
      spec: { predictor: { minReplicas: 2, maxReplicas: 2 } },
    });
  });

  it('changes nothing in a dry run', async () => {
    const sent = answerAsDashboard(echo);
    await update({ dryRun: true });
    const writes = sent.filter(({ method }) => method !== 'GET' && method !== 'POST');
    expect(writes.map(({ method, path }) => [method, path])).toEqual([
      ['PUT', `${PATH}?dryRun=All`],
    ]);
    const posted = sent.filter(({ method }) => method === 'POST');
    expect(posted.filter(({ path }) => !path.endsWith('/selfsubjectaccessreviews'))).toEqual([]);
  });

  it('answers with what the cluster has, and the runtime as it was', async () => {
    answerAsDashboard(({ body }) =>
      Response.json({
        ...(body as InferenceService),
        metadata: { name: 'my-model', resourceVersion: '2' },
      }),
    );
    const updated = await update();
    expect(updated.model.metadata.resourceVersion).toBe('2');
    expect(updated.server).toEqual(existingWith().server);
  });

  it('keeps its name, whatever the form says', async () => {
    const sent = answerAsDashboard(echo);
    const k8sNameDesc = { data: { name: 'New', description: '', k8sName: { value: 'new' } } };
    await update({ state: stateWith({ k8sNameDesc }) });
    expect(sent[0]).toMatchObject({ path: PATH, body: { metadata: { name: 'my-model' } } });
  });

  it('keeps the format by which KServe binds it to its runtime, which stays', async () => {
    const sent = answerAsDashboard(echo);
    const format = { name: 'a-name-of-its-own', version: '1.8' };
    const existing = existingWith({ format });
    const value = extractModelField(existing) ?? { kind: 'none' };
    await update({
      existing,
      applyFieldData: (deployment) => applyModelField(deployment, value),
    });
    expect(sent[0]?.body).toHaveProperty('spec.predictor.model.modelFormat', format);
  });

  it('writes what the fields of others apply', async () => {
    const sent = answerAsDashboard(echo);
    const labels = { 'another-plugin': 'true' };
    await update({
      applyFieldData: (deployment) => ({
        ...deployment,
        model: { ...deployment.model, metadata: { ...deployment.model.metadata, labels } },
      }),
    });
    expect(sent[0]?.body).toHaveProperty('metadata.labels', labels);
  });
});

const withTokens = (...tokens: { uuid: string; displayName: string; k8sName?: string }[]) =>
  stateWith({ tokenAuthentication: { data: tokens } });

describe('tokens of a deployment that is edited', () => {
  const existing = { uuid: '1', displayName: 'Laptop', k8sName: 'laptop-my-model-sa' };
  const initialData = { tokenAuthentication: [existing] };

  it('may stay as they were', async () => {
    const sent = answerAsDashboard(echo);
    await update({ state: withTokens(existing), initialData });
    expect(sent[0]?.body).toHaveProperty(
      ['metadata', 'annotations', 'security.opendatahub.io/enable-auth'],
      'true',
    );
  });

  it('may be left over from before token authentication was switched off', async () => {
    const sent = answerAsDashboard(echo);
    const left = { tokenAuthentication: [], existingAuthTokens: [{ kind: 'Secret' }] };
    await update({ state: withTokens(), initialData: left });
    expect(sent).toHaveLength(1);
  });
});

describe('an update that is forced', () => {
  it('is of the newest version in the cluster, and keeps what was changed there', async () => {
    const newest = existingWith({ version: '9', timeout: 600 }).model;
    const sent = answerAsDashboard((request) =>
      request.method === 'GET' ? Response.json(newest) : echo(request),
    );
    await update({ overwrite: true });
    expect(sent.map(({ method, path }) => [method, path])).toEqual([
      ['GET', PATH],
      ['PUT', PATH],
    ]);
    expect(sent[1]?.body).toMatchObject({
      metadata: { resourceVersion: '9' },
      spec: { predictor: { timeout: 600, minReplicas: 2 } },
    });
  });

  it('tells the person when the deployment is gone', async () => {
    answerAsDashboard(() => statusAnswer(404, 'NotFound', { message: 'not found' }));
    await expect(update({ overwrite: true })).rejects.toThrow(
      'Nothing was changed. The deployment "my-model" could not be updated: somebody has removed it meanwhile.',
    );
  });
});

describe('an update that is refused', () => {
  it("hands the host's own error on for a conflict, from which it offers to force it", async () => {
    const details = { name: 'my-model', kind: 'inferenceservices' };
    answerAsDashboard(() => statusAnswer(409, 'Conflict', { message: 'was modified', details }));
    const error = await failureOf(update());
    expect(error).toBeInstanceOf(StatusError);
    expect(error).toHaveProperty('statusObject', expect.objectContaining({ code: 409, details }));
  });

  it("hands the host's own error on for a conflict in a dry run", async () => {
    answerAsDashboard(() => statusAnswer(409, 'Conflict', { message: 'was modified' }));
    expect(await failureOf(update({ dryRun: true }))).toBeInstanceOf(StatusError);
  });

  it.each([
    [403, 'Forbidden', 'you do not have permission (no). Ask an administrator of the project.'],
    [422, 'Invalid', 'no.'],
  ])('tells the person why for %i %s', async (code, reason, why) => {
    answerAsDashboard(() => statusAnswer(code, reason, { message: 'no' }));
    const error = await failureOf(update());
    expect(error).toBeInstanceOf(SubmissionError);
    expect(error).toHaveProperty(
      'message',
      `Nothing was changed. The deployment "my-model" could not be updated: ${why}`,
    );
  });
});
