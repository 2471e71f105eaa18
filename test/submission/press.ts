import { setTimeout as sleep } from 'node:timers/promises';
import type { ResourceBundle } from '../../src/bundle/resource-bundle.ts';
import { dashboardCluster } from '../../src/cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { deploy, type FilledIn } from '../../src/dashboard/filled-in.factory.ts';
import { checkDeployment, createDeployment } from '../../src/submit/create-deployment.ts';
import type { Patience } from '../../src/submit/run/patience.ts';
import { SubmissionError } from '../../src/submit/submission-error.ts';

/** How a press of "Deploy model" ended, and what the person was told. */
export type Ending =
  | { status: 'done'; untidy: string[] }
  | { status: 'refused'; message: string }
  | { status: 'failed'; message: string };

/** What a press meets. */
export interface Pressing {
  /** What is in the project. */
  now: readonly KubernetesObject[];
  /** How many requests there were so far. */
  asked: () => number;
  patience: Patience;
}

/** One press of "Deploy model", until nothing more is asked. */
export type Press = (pressing: Pressing) => Promise<Ending>;

/** Of a bundle alone, by the plan and the machine that runs it. */
export const pressPlan =
  (bundleOf: (now: readonly KubernetesObject[]) => ResourceBundle): Press =>
  ({ now, patience }) => {
    const bundle = bundleOf(now);
    return endingOf({
      dryRun: () => checkDeployment(bundle, dashboardCluster, patience),
      run: async () => {
        const { untidy } = await createDeployment(bundle, dashboardCluster, patience);
        return untidy.map(({ written }) => written.object.metadata.name);
      },
    });
  };

/** Of a wizard, by the function that the host calls: with all that it reads besides. */
export const pressWizard =
  (wizard: FilledIn): Press =>
  async ({ asked, patience }) => {
    const atUsualPace = globalThis.setTimeout;
    globalThis.setTimeout = inHurry(patience);
    try {
      return await endingOf({
        dryRun: () => deploy(wizard, { dryRun: true }),
        run: async () => {
          // The host draws its page in between: what nobody watches is forgotten.
          await sleep(2);
          await deploy(wizard);
          await untilQuiet(asked, patience);
          return [];
        },
      });
    } finally {
      globalThis.setTimeout = atUsualPace;
    }
  };

/** No pauses, and no more waiting for one answer than is given; what is kept for longer is kept. */
const inHurry = ({ answer }: Patience): typeof setTimeout => {
  const original = globalThis.setTimeout;
  const limitOf = (milliseconds: number): number => {
    if (milliseconds > 60_000) {
      return milliseconds;
    }
    return milliseconds < 5_000 ? 0 : Math.min(milliseconds, answer);
  };
  return Object.assign(
    (act: () => void, milliseconds = 0) => original(act, limitOf(milliseconds)),
    original,
  );
};

/** Labels are taken off when the deployment is reported as done already. */
const untilQuiet = async (asked: () => number, { answer }: Patience): Promise<void> => {
  let before: number;
  do {
    before = asked();
    await sleep(answer < 100 ? answer * 2 : 4);
  } while (asked() > before);
};

const endingOf = async (press: {
  dryRun: () => Promise<unknown>;
  run: () => Promise<string[]>;
}): Promise<Ending> => {
  try {
    await press.dryRun();
  } catch (error) {
    return { status: 'refused', message: messageOf(error) };
  }
  try {
    return { status: 'done', untidy: await press.run() };
  } catch (error) {
    return { status: 'failed', message: messageOf(error) };
  }
};

const messageOf = (error: unknown): string => {
  if (error instanceof SubmissionError) {
    return error.message;
  }
  throw error;
};
