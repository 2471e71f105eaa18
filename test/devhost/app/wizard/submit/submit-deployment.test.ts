import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../../src/dashboard/host-contract.ts';
import { stateWith } from '../field.factory.ts';
import type { DeployExtension, DeploymentFunctionsExtension } from '../wizard-extensions.ts';
import { submitDeployment, type Submission } from './submit-deployment.ts';

const deployed: Deployment = {
  modelServingPlatformId: 'kserve',
  model: {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: 'llama', uid: 'made' },
    spec: { predictor: {} },
  },
};

const applyFieldData = (deployment: Deployment) => deployment;

/** A submission whose parts write down when they are called, and fail where they are told to. */
const submission = (given: Partial<Submission> = {}, failing: string[] = []) => {
  const calls: string[] = [];
  const call = async (name: string, dryRun: boolean | undefined) => {
    const what = `${name}${dryRun ? ' dry' : ''}`;
    calls.push(what);
    await Promise.resolve();
    calls.push(`${what} done`);
    if (failing.includes(what)) {
      throw new Error(`${what} failed`);
    }
  };
  const functions = (fieldId: string): DeploymentFunctionsExtension => ({
    fieldId,
    platform: 'nim',
    preDeploy: async (...args) => {
      await call(`pre ${fieldId}`, args[4]);
      return args[2];
    },
    postDeploy: async (...args) => call(`post ${fieldId}`, args[3]),
  });
  const method: DeployExtension = {
    platform: 'nim',
    isActive: true,
    priority: 0,
    deploy: async (...args) => {
      await call('deploy', args[7]);
      return deployed;
    },
  };
  const postErrors: unknown[] = [];
  const whole: Submission = {
    state: stateWith(),
    externalData: {},
    method,
    functions: [functions('a'), functions('b')],
    applyFieldData,
    overwrite: false,
    onPostDeployError: (error) => postErrors.push(error),
    ...given,
  };
  return { run: () => submitDeployment(whole), calls, postErrors, method };
};

describe('submitDeployment', () => {
  it('does every dry run before anything real, and the real runs one after the other', async () => {
    const { run, calls } = submission();
    await expect(run()).resolves.toBe(deployed);
    const firstReal = calls.findIndex((call) => !call.includes('dry'));
    expect(calls.slice(0, firstReal)).toHaveLength(10);
    expect(calls.slice(firstReal)).toEqual(
      ['pre a', 'pre b', 'deploy', 'post a', 'post b'].flatMap((what) => [what, `${what} done`]),
    );
  });

  it('starts the dry runs at once', async () => {
    const { run, calls } = submission();
    await run();
    expect(calls.slice(0, 3)).toEqual(['pre a dry', 'deploy dry', 'post a dry']);
  });

  it.each(['pre b dry', 'deploy dry', 'post a dry'])(
    'does nothing real when "%s" rejects, and passes its error on',
    async (failing) => {
      const { run, calls } = submission({}, [failing]);
      await expect(run()).rejects.toThrow(`${failing} failed`);
      expect(calls.filter((call) => !call.includes('dry'))).toEqual([]);
    },
  );

  it('stops at the first real run that rejects', async () => {
    const { run, calls } = submission({}, ['pre b']);
    await expect(run()).rejects.toThrow('pre b failed');
    expect(calls).not.toContain('deploy');
  });

  it('ends well though a real postDeploy rejects, and runs the next one', async () => {
    const { run, calls, postErrors } = submission({}, ['post a']);
    await expect(run()).resolves.toBe(deployed);
    expect(calls).toContain('post b done');
    expect(postErrors).toEqual([new Error('post a failed')]);
  });

  it('overwrites without a dry run of the deployment itself', async () => {
    const { run, calls } = submission({ overwrite: true });
    await run();
    expect(calls).not.toContain('deploy dry');
    expect(calls).toContain('pre a dry');
    expect(calls).toContain('deploy');
  });

  it('gives deploy its twelve arguments in the order of the contract', async () => {
    const seen: unknown[][] = [];
    const { method } = submission();
    const state = stateWith();
    const { run } = submission({
      state,
      externalData: { a: { data: 1, loaded: true } },
      existing: deployed,
      initialData: { isEditing: true },
      applyFieldData,
      functions: [],
      method: {
        ...method,
        deploy: (...args) => {
          seen.push(args);
          return Promise.resolve(deployed);
        },
      },
    });
    await run();
    const expected = (dryRun: boolean) => [
      state,
      { a: { data: 1, loaded: true } },
      'nim-demo',
      deployed,
      undefined,
      undefined,
      undefined,
      dryRun,
      undefined,
      undefined,
      { isEditing: true },
      applyFieldData,
    ];
    expect(seen).toEqual([expected(true), expected(false)]);
  });

  it('refuses to go on without a project or a deploy extension', async () => {
    const state = stateWith({ project: { setProjectName: () => undefined } });
    await expect(submission({ state }).run()).rejects.toThrow('Project is required');
    await expect(submission({ method: undefined }).run()).rejects.toThrow(
      'Deploy method is required',
    );
  });
});
