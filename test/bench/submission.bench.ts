import { setTimeout as sleep } from 'node:timers/promises';
import { QueryObserver } from '@tanstack/react-query';
import { storedSecrets } from '../../src/apiKey/key-secrets.factory.ts';
import { keepKey } from '../../src/apiKey/key-vault.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { existingVolume } from '../../src/dashboard/existing-volume.factory.ts';
import { deploy, type FilledIn, filledIn } from '../../src/dashboard/filled-in.factory.ts';
import { reviewedBundle } from '../../src/dashboard/reviewed-bundle.ts';
import { sightPurpose } from '../../src/dashboard/sight-purpose.ts';
import { planSubmission, wavesOf } from '../../src/submit/plan/submit-plan.ts';
import { projectKeyQuery } from '../../src/wizard/key/project-key-query.ts';
import { queryClient } from '../../src/wizard/query-client.ts';
import { seenProjectQuery } from '../../src/wizard/review/seen-project-query.ts';
import { setUpSdkUtils } from '../devhost/app/api/app-fetch.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import { ownAnswer } from '../factories/own-answer.ts';
import type { Bench, Figure } from './bench.ts';

const PROJECT = 'nim-demo';

const ANSWER_MS = 50;

/** For a machine that is busy, and timers that are late. */
const ALLOWANCE = 1.2;

/**
 * What the dashboard's older integration asks for at Submit, without tokens, counted in its public code
 * (opendatahub-io/odh-dashboard, August 2026): `submit` of
 * frontend/src/pages/modelServing/screens/projects/nim/NIMServiceModal/ManageNIMServingModal.tsx, with
 * `getSubmitServingRuntimeResourcesFn`, `getSubmitInferenceServiceResourceFn`, `isSecretNeeded` and
 * `createNIMSecret` of ../../utils.ts.
 *
 * First: the namespace, runtime and InferenceService as a dry run (3, at once) and for real (3), a look
 * for each of two Secrets (2, one after the other), for each the key from its back end and then the
 * Secret (4), the volume (1). The longest chain: dry run, look, look, key, Secret.
 * Again: runtime and InferenceService as a dry run (2) and for real (2), both looks (2).
 */
const OLDER = {
  first: { requests: 13, roundTrips: 5 },
  again: { requests: 6, roundTrips: 3 },
};

interface Use {
  /** All, also those that nobody waits for. */
  requests: number;
  /** How often was waited until it was reported as done: for what is asked at once, once. */
  roundTrips: number;
  /** Until it was reported as done. */
  milliseconds: number;
  /** The longest chain of real requests. */
  chain: number;
}

/** What is in the project before, and what is chosen in the wizard. */
interface Press {
  objects: KubernetesObject[];
  wizard: FilledIn;
}

/**
 * One press of "Deploy model" in a project of its own, by the function that the host calls: the dry run,
 * then the real one. Before it, the wizard has read what it reads to be filled in, and its review page.
 */
const press = async ({ objects, wizard }: Press): Promise<Use> => {
  const network = networkOf(objects);
  queryClient.clear();
  keepKey(PROJECT, 'nvapi-bench');
  const leave = new QueryObserver(queryClient, projectKeyQuery(PROJECT)).subscribe(() => {});
  const [bundle] = await Promise.all([
    reviewedBundle(wizard.state),
    queryClient.fetchQuery(seenProjectQuery(PROJECT, sightPurpose(wizard.state))),
  ]);
  await network.quiet();
  const reviewed = network.asked();
  const before = performance.now();
  await deploy(wizard, { dryRun: true });
  await deploy(wizard);
  const milliseconds = performance.now() - before;
  const { roundTrips } = network.asked();
  await network.quiet();
  leave();
  return {
    requests: network.asked().requests - reviewed.requests,
    roundTrips: roundTrips - reviewed.roundTrips,
    milliseconds,
    chain: wavesOf(planSubmission(bundle, 'bench')).length,
  };
};

/** The dashboard with a cluster behind it; each answer takes its time. */
const networkOf = (objects: KubernetesObject[]) => {
  const cluster = createEmbeddedCluster({
    objects: [...seedObjects(loadManifests()), ...objects],
    users: seedUsers,
  });
  const asked = { requests: 0, roundTrips: 0, underWay: 0 };
  globalThis.fetch = async (address, init = {}) => {
    const path = String(address);
    asked.requests += 1;
    asked.underWay += 1;
    const headers = new Headers(init.headers);
    headers.set('Authorization', 'Bearer pat-token');
    const url = new URL(path.replace('/api/k8s', ''), 'http://cluster.example');
    const [answer] = await Promise.all([
      ownAnswer(path, 'pat') ?? cluster.fetch(new Request(url, { ...init, headers })),
      sleep(ANSWER_MS),
    ]);
    asked.underWay -= 1;
    asked.roundTrips += asked.underWay === 0 ? 1 : 0;
    return answer;
  };
  return {
    asked: () => ({ ...asked }),
    quiet: async (): Promise<void> => {
      do {
        await sleep(ANSWER_MS / 2);
      } while (asked.underWay > 0);
    },
  };
};

const figuresOf = (what: string, use: Use, older?: typeof OLDER.first): Figure[] => {
  // One wave of dry runs, and then the chain.
  const waves = use.chain + 1;
  return [
    {
      what: `${what}: requests, dry and real`,
      value: use.requests,
      unit: '',
      ...(older ? { atMost: older.requests } : {}),
    },
    { what: `${what}: round trips`, value: use.roundTrips, unit: '', atMost: waves },
    ...(older
      ? [
          { what: `${what}, older integration: requests`, value: older.requests, unit: '' },
          { what: `${what}, older integration: round trips`, value: older.roundTrips, unit: '' },
        ]
      : []),
    {
      what: `${what}: time`,
      value: use.milliseconds,
      unit: 'ms',
      atMost: waves * ANSWER_MS * ALLOWANCE,
    },
  ];
};

const tokens = { data: ['Default', 'CI'].map((name) => ({ uuid: name, displayName: name })) };

const first: Press = { objects: [], wizard: filledIn() };

const withTokens: Press = {
  objects: [],
  wizard: filledIn({ state: { tokenAuthentication: tokens } }),
};

const again: Press = {
  objects: [...storedSecrets(), existingVolume],
  wizard: filledIn({
    key: { kind: 'stored', project: PROJECT, source: 'project' },
    storage: { kind: 'existing', name: existingVolume.metadata.name, subPath: '' },
  }),
};

/** Of three: it is the waiting that is measured, and not what else the machine does. */
const fastest = async (what: Press): Promise<Use> => {
  const uses = [await press(what), await press(what), await press(what)];
  return uses.reduce((one, other) => (other.milliseconds < one.milliseconds ? other : one));
};

const run = async (): Promise<Figure[]> => {
  setUpSdkUtils();
  // The first of all loads and compiles what the others find.
  await press(withTokens);
  return [
    ...figuresOf('first submission', await fastest(first), OLDER.first),
    ...figuresOf('key and volume used again', await fastest(again), OLDER.again),
    ...figuresOf('first submission, two tokens', await fastest(withTokens)),
  ];
};

export const bench: Bench = {
  name: 'submission',
  about: `what "Deploy model" asks of the cluster, at ${ANSWER_MS} ms an answer`,
  run,
};
