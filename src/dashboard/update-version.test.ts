import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openEmbeddedCluster,
  type SentRequest,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { StatusError } from '../../test/devhost/app/api/status-error.ts';
import type { InferenceService, KubernetesObject, ServingRuntime } from '../cluster/kubernetes.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { olderByDialog } from './deployed-by-others.factory.ts';
import { extractModelField } from './field-data.ts';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/review/seen-project-query.ts';
import { MODEL_FIELD } from './field-ids.ts';
import type { Deployment } from './host-contract.ts';
import { reopenedForm } from './reopened-form.factory.ts';
import { updateDeployment } from './update-deployment.ts';

const RUNTIME = 'servingruntimes/llama';
const SERVICE = 'inferenceservices/llama';

/** A cluster with a NIM in it, and the wizard opened for that and set to another version. */
const open = (
  instead?: (request: SentRequest) => Response | undefined,
  others: KubernetesObject[] = [],
) => {
  const { model, server } = olderByDialog();
  const objects: KubernetesObject[] = server ? [model, server] : [model];
  const { cluster, sent } = openEmbeddedCluster('ada', [...objects, ...others], instead);
  const find = (kind: string): KubernetesObject | undefined =>
    cluster.objects().find(({ kind: one, metadata }) => one === kind && metadata.name === 'llama');
  const existing: Deployment = {
    ...olderByDialog(),
    model: structuredClone(find('InferenceService')) as InferenceService,
    server: structuredClone(find('ServingRuntime')) as ServingRuntime,
  };
  const value = { ...extractModelField(existing), tag: '1.15.5' };
  return {
    existing,
    image: () => (find('ServingRuntime') as ServingRuntime).spec.containers[0]?.image,
    service: () => find('InferenceService') as InferenceService,
    runtime: () => find('ServingRuntime') as ServingRuntime,
    writes: () =>
      sent
        .filter(({ method, path }) => method !== 'GET' && !path.includes('selfsubject'))
        .map(({ method, path }) => `${method} ${path.split('/').slice(-2).join('/')}`),
    update: ({ dryRun = false, overwrite = false } = {}) =>
      updateDeployment({
        existing,
        dryRun,
        overwrite,
        ...reopenedForm(existing, { [MODEL_FIELD]: value }),
      }),
  };
};

const OLD = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.0';
const NEW = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5';

const failureOf = (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => undefined,
    (error: unknown) => error,
  );

const isReal =
  (method: string, path: string) =>
  (request: SentRequest): boolean =>
    request.method === method && request.path.endsWith(path);

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('another version of a deployment that is edited', () => {
  it('is asked for on both objects in the dry run, which changes nothing', async () => {
    const { update, writes, image } = open();
    await update({ dryRun: true });
    expect(writes()).toEqual([`PUT ${RUNTIME}?dryRun=All`, `PUT ${SERVICE}?dryRun=All`]);
    expect(image()).toBe(OLD);
  });

  it('is written on the runtime and then on the InferenceService', async () => {
    const { update, writes, image, service } = open();
    const updated = await update();
    expect(writes()).toEqual([`PUT ${RUNTIME}`, `PUT ${SERVICE}`]);
    expect(image()).toBe(NEW);
    expect(service().spec.predictor.annotations).toEqual({
      'nim-wizard.opendatahub.io/image': NEW,
    });
    expect(updated.model.metadata.resourceVersion).toBe(service().metadata.resourceVersion);
  });

  it('is taken back on the runtime when the InferenceService is refused', async () => {
    const refuse = isReal('PUT', SERVICE);
    const { update, runtime, existing } = open((request) =>
      refuse(request) ? statusAnswer(403, 'Forbidden', { message: 'no' }) : undefined,
    );
    const error = await failureOf(update());
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain(
      'Nothing was changed. The deployment "llama" could not be updated: you do not have permission (no). Ask an administrator of the project. Put back as it was: the serving runtime "llama".',
    );
    expect(runtime().spec).toEqual(existing.server?.spec);
  });

  it.each([[{ dryRun: true }], [{ dryRun: false }]])(
    "hands the host's own error on when somebody has changed the InferenceService: %o",
    async (options) => {
      const { update, image } = open((request) =>
        request.method === 'PUT' && request.path.includes(SERVICE)
          ? statusAnswer(409, 'Conflict', { message: 'was modified' })
          : undefined,
      );
      const error = await failureOf(update(options));
      expect(error).toBeInstanceOf(StatusError);
      expect(error).toHaveProperty('statusObject', expect.objectContaining({ code: 409 }));
      expect(image()).toBe(OLD);
    },
  );

  it('does not offer to force it while the runtime has the version that was taken back', async () => {
    let isTaken = false;
    const { update } = open((request) => {
      if (isReal('PUT', SERVICE)(request)) {
        isTaken = true;
        return statusAnswer(409, 'Conflict', { message: 'was modified' });
      }
      return isTaken && isReal('PUT', RUNTIME)(request)
        ? statusAnswer(403, 'Forbidden', { message: 'no' })
        : undefined;
    });
    const error = await failureOf(update());
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain(
      'The deployment "llama" could not be updated: somebody has changed it meanwhile. Look at it again. The serving runtime "llama" was changed already and could not be put back (no)',
    );
  });

  it('is told in words, not as a conflict to force, when the answer is lost and somebody was faster', async () => {
    const theirs = olderByDialog().model;
    const { update, image } = open((request) => {
      if (isReal('PUT', SERVICE)(request)) {
        throw new TypeError('connection reset');
      }
      return isReal('GET', SERVICE)(request)
        ? Response.json({ ...theirs, metadata: { ...theirs.metadata, resourceVersion: '999' } })
        : undefined;
    });
    const error = await failureOf(update());
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain(
      'Nothing was changed. The deployment "llama" could not be updated: somebody has changed it meanwhile. Look at it again. Put back as it was: the serving runtime "llama".',
    );
    expect(image()).toBe(OLD);
  });

  it('is forced on what others made of both objects, and keeps that', async () => {
    const { update, existing, runtime, service } = open();
    const theirs = await updateByOthers(existing);
    await update({ overwrite: true });
    expect(runtime().spec.containers[0]?.image).toBe(NEW);
    expect(runtime().metadata.labels).toEqual(theirs.server?.metadata.labels);
    expect(service().spec.predictor).toMatchObject({ timeout: 600 });
  });

  it('is refused where nobody can tell which deployments the runtime serves', async () => {
    const { update, image } = open(({ method, path }) =>
      method === 'GET' && path.endsWith('/inferenceservices')
        ? statusAnswer(403, 'Forbidden', { message: 'no list' })
        : undefined,
    );
    const error = await failureOf(update({ dryRun: true }));
    expect(String(error)).toContain(
      'Which other deployments use the serving runtime is not known: no list',
    );
    expect(image()).toBe(OLD);
  });

  it('is refused where the runtime serves another deployment, too', async () => {
    const other = olderByDialog().model;
    const { update, image } = open(undefined, [
      { ...other, metadata: { name: 'twin', namespace: 'nim-demo' } },
    ]);
    const error = await failureOf(update({ dryRun: true }));
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain('The serving runtime "llama" also serves "twin"');
    expect(image()).toBe(OLD);
  });

  it('is refused where the runtime serves another deployment since the review', async () => {
    const other = olderByDialog().model;
    const { update, image } = open(undefined, [
      { ...other, metadata: { name: 'twin', namespace: 'nim-demo' } },
    ]);
    const { queryKey } = seenProjectQuery('nim-demo', 'update');
    queryClient.setQueryData(queryKey, { seen: { access: [], services: [] }, notSeen: [] });
    const error = await failureOf(update({ dryRun: true }));
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain('The serving runtime "llama" also serves "twin"');
    expect(image()).toBe(OLD);
  });
});

/** Somebody else changes both objects beside the wizard's fields. */
const updateByOthers = async (existing: Deployment): Promise<Deployment> => {
  const { model, server } = existing;
  const theirs = {
    ...existing,
    model: { ...model, spec: { predictor: { ...model.spec.predictor, timeout: 600 } } },
    ...(server
      ? { server: { ...server, metadata: { ...server.metadata, labels: { team: 'search' } } } }
      : {}),
  };
  for (const [path, object] of [
    [`v1beta1/namespaces/nim-demo/${SERVICE}`, theirs.model],
    [`v1alpha1/namespaces/nim-demo/${RUNTIME}`, theirs.server],
  ] as const) {
    await fetch(`/api/k8s/apis/serving.kserve.io/${path}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(object),
    });
  }
  return theirs;
};
