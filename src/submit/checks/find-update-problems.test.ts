import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import type { DeploymentChoices } from '../../bundle/deployment-choices.ts';
import { choicesWith, runtimeWith } from '../../bundle/deployment.factory.ts';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import type { LimitRange, ResourceQuota } from '../../cluster/kubernetes.ts';
import { type EditedToken, planTokenChange } from '../edit/token-change.ts';
import { findUpdateProblems } from './find-update-problems.ts';
import type { Problem } from './problem.ts';
import type { AccessAnswer, SeenProject } from './seen-project.ts';

const server = runtimeWith({
  containers: [{ name: 'kserve-container', args: ['--port=8000'] }],
});

interface Edit {
  before?: Partial<DeploymentChoices>;
  after?: Partial<DeploymentChoices>;
  seen?: Partial<SeenProject>;
  isRuntimeChanged?: boolean;
  needs?: ModelNeeds;
  tokens?: { before: EditedToken[]; after: EditedToken[] };
}

const problemsOf = ({
  before = {},
  after = {},
  seen = {},
  isRuntimeChanged = false,
  needs = {},
  tokens,
}: Edit): Problem[] => {
  const [was, is] = [before, { ...before, ...after }].map((choices) =>
    assembleInferenceService(choicesWith(choices)),
  );
  if (!was || !is) {
    throw new Error('There are two.');
  }
  return findUpdateProblems({
    before: { model: was, server },
    after: { model: is, server },
    update: {
      updates: [
        ...(isRuntimeChanged ? [{ before: server, after: server }] : []),
        { before: was, after: is },
      ],
      tokens:
        tokens &&
        planTokenChange({
          service: was,
          ...tokens,
          nameOf: ({ displayName }) => ({ displayName, name: displayName }),
        }),
    },
    tokens: tokens?.after ?? [],
    seen: { access: [], ...seen },
    needs,
  });
};

const found = (edit: Edit): string[] =>
  problemsOf(edit).map(({ severity, title }) => `${severity}: ${title}`);

const cpu = (count: number) => ({ hardware: { resources: { requests: { cpu: count } } } });

const quota = (hard: string, used: string): Partial<SeenProject> => ({
  quotas: [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'compute' },
      spec: { hard: { 'requests.cpu': hard } },
      status: { hard: { 'requests.cpu': hard }, used: { 'requests.cpu': used } },
    } as ResourceQuota,
  ],
});

const atMost = (most: string): Partial<SeenProject> => ({
  limitRanges: [
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'sizes' },
      spec: { limits: [{ type: 'Container', max: { cpu: most } }] },
    } as LimitRange,
  ],
});

const pythonPath = { name: 'PYTHONPATH', value: '/lib' };

describe('what is known to be wrong with an update', () => {
  it('is nothing where nothing could be seen', () => {
    expect(found({ after: { replicas: 2, args: ['--other'] } })).toEqual([]);
  });

  it('is a variable that KServe refuses, two of one name, and an argument of the runtime', () => {
    const twice = { name: 'LOG', value: '1' };
    expect(found({ after: { env: [pythonPath, twice, twice], args: ['--port=1'] } })).toEqual([
      'stops: The environment variable PYTHONPATH cannot be set',
      'stops: The environment variable LOG is there twice',
      'warns: The argument --port is set by the serving runtime already',
    ]);
  });

  it('is said, and stops nobody, where it was so before', () => {
    const [problem, ...others] = problemsOf({
      before: { env: [pythonPath] },
      after: { replicas: 2 },
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: 'warns',
      title: 'The environment variable PYTHONPATH cannot be set',
      body: 'KServe refuses it. Remove it. It was so before this change.',
    });
  });

  it('is advice still where that was good to know before', () => {
    const hardware = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
    const needs = { gpus: { count: 1, memoryGb: 80 } };
    expect(problemsOf({ before: { hardware }, needs })).toMatchObject([
      { severity: 'advises', body: expect.not.stringContaining('before this change') },
    ]);
  });

  it('is no volume, and no name that is taken: they are its own', () => {
    const taken = assembleInferenceService(choicesWith());
    const seen = { services: [taken], runtimes: [server], claims: [], secrets: [] };
    expect(found({ after: { replicas: 2 }, seen })).toEqual([]);
  });
});

describe('the Secrets of a deployment that is edited', () => {
  it('are looked for where they could be seen', () => {
    const laptop = { displayName: 'Laptop', secretName: 'laptop-my-model-sa' };
    const tokens = { before: [laptop], after: [laptop] };
    expect(found({ tokens, seen: { secrets: [] } })).toEqual([
      'warns: The token "Laptop" is not there any more',
    ]);
    expect(found({ tokens })).toEqual([]);
  });
});

describe('the quota of a deployment that is edited', () => {
  it('has room for what it has already', () => {
    const [seen, strategy] = [quota('8', '8'), 'recreate' as const];
    expect(found({ before: cpu(8), after: { displayName: 'Other', strategy }, seen })).toEqual([]);
    expect(found({ before: cpu(8), after: { ...cpu(6), strategy }, seen })).toEqual([]);
  });

  it('has no room for a pod besides, and that is said of what would fit in the end', () => {
    const seen = quota('8', '8');
    expect(found({ before: cpu(8), after: cpu(6), seen })).toEqual([
      "warns: The project's quota has no room for an old and a new pod at once",
    ]);
    expect(found({ before: cpu(8), after: cpu(9), seen })).toEqual([
      "stops: The project's quota does not allow so much of requests.cpu",
    ]);
  });

  it('need only have room for what is asked for besides', () => {
    const after = { ...cpu(6), strategy: 'recreate' as const };
    expect(found({ before: cpu(4), after, seen: quota('8', '6') })).toEqual([]);
  });

  it('warns when others use that up, with what the deployment has had', () => {
    expect(problemsOf({ before: cpu(4), after: cpu(6), seen: quota('8', '7') })).toMatchObject([
      {
        severity: 'warns',
        body: 'The quota "compute" allows 8 of requests.cpu, 7 of it in use; this deployment asks for 6 instead of 4. It starts when other pods of the project have stopped.',
      },
    ]);
  });

  it('stops what can never fit, whatever is in use', () => {
    expect(
      found({ before: cpu(4), after: { ...cpu(4), replicas: 3 }, seen: quota('8', '0') }),
    ).toEqual(["stops: The project's quota does not allow so much of requests.cpu"]);
  });
});

describe('the limit range of a deployment that is edited', () => {
  it('stops what is asked for now', () => {
    expect(found({ before: cpu(4), after: cpu(6), seen: atMost('5') })).toEqual([
      'stops: The project does not allow so much cpu for one container',
    ]);
  });

  it('is only spoken of where nothing was changed about it', () => {
    expect(found({ before: cpu(6), after: { displayName: 'Other' }, seen: atMost('5') })).toEqual([
      'warns: The project does not allow so much cpu for one container',
    ]);
  });
});

const refused = (verb: AccessAnswer['verb'], kind: string): AccessAnswer => ({
  verb,
  kind,
  isAllowed: false,
});

describe('the permissions for an update', () => {
  const laptop = { displayName: 'laptop', secretName: 'laptop-my-model-sa' };
  const fresh = { displayName: 'build' };

  it('are named by what is missing', () => {
    const seen = { access: [refused('update', 'InferenceService')] };
    expect(problemsOf({ seen })).toEqual([
      {
        field: 'permissions',
        severity: 'stops',
        title: 'You may not change this deployment',
        body: 'You do not have permission to change inferenceservices. Ask an administrator of the project.',
      },
    ]);
  });

  it('of the runtime matter where another version is written', () => {
    const seen = { access: [refused('update', 'ServingRuntime')] };
    expect(found({ seen })).toEqual([]);
    expect(found({ seen, isRuntimeChanged: true })).toEqual([
      'stops: You may not change this deployment',
    ]);
  });

  it.each([
    ['added', { before: [], after: [fresh] }, refused('create', 'Role')],
    ['removed', { before: [laptop], after: [] }, refused('delete', 'Secret')],
    [
      'renamed',
      { before: [laptop], after: [{ ...laptop, displayName: 'Phone' }] },
      refused('patch', 'Secret'),
    ],
  ] as const)('of tokens matter where one is %s', (_how, { before, after }, answer) => {
    const seen = { access: [answer] };
    expect(found({ seen })).toEqual([]);
    expect(found({ seen, tokens: { before: [...before], after: [...after] } })).toEqual([
      'stops: You may not change the tokens of this deployment',
    ]);
  });

  it('to create the deployment or its volume do not matter', () => {
    const access = ['InferenceService', 'ServingRuntime', 'PersistentVolumeClaim'].map((kind) =>
      refused('create', kind),
    );
    expect(found({ seen: { access }, isRuntimeChanged: true })).toEqual([]);
  });
});
