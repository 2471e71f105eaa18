import { setTimeout as sleep } from 'node:timers/promises';
import type { ResourceBundle } from '../../src/bundle/resource-bundle.ts';
import { dashboardCluster } from '../../src/cluster/dashboard-cluster.ts';
import { fullBundle, leastBundle } from '../../src/submit/bundle.factory.ts';
import { checkDeployment, createDeployment } from '../../src/submit/create-deployment.ts';
import { planSubmission, wavesOf } from '../../src/submit/plan/submit-plan.ts';
import { setUpSdkUtils } from '../devhost/app/api/app-fetch.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import type { Bench, Figure } from './bench.ts';

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
  requests: number;
  /** How often was begun to wait: what is asked at once is waited for once. */
  roundTrips: number;
  milliseconds: number;
}

/** One press of "Deploy model" in a project of its own: the dry runs, then the real requests. */
const press = async (bundle: ResourceBundle): Promise<Use> => {
  const cluster = createEmbeddedCluster({ objects: seedObjects([]), users: seedUsers });
  const use = { requests: 0, roundTrips: 0, milliseconds: 0 };
  let underWay = 0;
  globalThis.fetch = async (path, init = {}) => {
    use.requests += 1;
    use.roundTrips += underWay === 0 ? 1 : 0;
    underWay += 1;
    const headers = new Headers(init.headers);
    headers.set('Authorization', 'Bearer pat-token');
    const url = new URL(String(path).replace('/api/k8s', ''), 'http://cluster.example');
    const [answer] = await Promise.all([
      cluster.fetch(new Request(url, { ...init, headers })),
      sleep(ANSWER_MS),
    ]);
    underWay -= 1;
    return answer;
  };
  const before = performance.now();
  await checkDeployment(bundle, dashboardCluster);
  await createDeployment(bundle, dashboardCluster);
  return { ...use, milliseconds: performance.now() - before };
};

/** The longest chain, the last wave in which labels are taken off if there is one, and the dry run. */
const chainOf = (bundle: ResourceBundle): number => {
  const plan = planSubmission(bundle, 'bench');
  const tidies = plan.steps.some(({ tidy }) => tidy !== undefined);
  return wavesOf(plan).length + (tidies ? 1 : 0) + 1;
};

const figuresOf = (
  what: string,
  use: Use,
  chain: number,
  older?: { requests: number; roundTrips: number },
): Figure[] => [
  { what: `${what}: requests, dry and real`, value: use.requests, unit: '' },
  { what: `${what}: round trips`, value: use.roundTrips, unit: '', atMost: chain },
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
    atMost: chain * ANSWER_MS * ALLOWANCE,
  },
];

const run = async (): Promise<Figure[]> => {
  setUpSdkUtils();
  const { tokens, ...first } = fullBundle();
  const bundles = {
    first,
    again: leastBundle(),
    withTokens: { ...first, ...(tokens ? { tokens } : {}) },
  };
  // The first of all loads and compiles what the others find.
  await press(bundles.withTokens);
  const figures: Figure[][] = [];
  for (const [what, name] of [
    ['first submission', 'first'],
    ['key and volume used again', 'again'],
  ] as const) {
    const use = await press(bundles[name]);
    figures.push(figuresOf(what, use, chainOf(bundles[name]), OLDER[name]));
  }
  const use = await press(bundles.withTokens);
  figures.push(figuresOf('first submission, two tokens', use, chainOf(bundles.withTokens)));
  return figures.flat();
};

export const bench: Bench = {
  name: 'submission',
  about: `what "Deploy model" asks of the cluster, at ${ANSWER_MS} ms an answer`,
  run,
};
