import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { nameObject } from '../../src/submit/describe/name-object.ts';
import type { SentRequest } from '../factories/dashboard-proxy.factory.ts';
import { contentOf, essenceOf, markedIn, titleOf, untidyIn } from './comparable.ts';
import {
  type Aftermath,
  allWell,
  type Fault,
  faults,
  lostAnswer,
  neverAnswers,
  refused,
  troubles,
} from './faults.ts';
import { createMatrix } from './matrix.ts';
import { commandsIn, isMeant, openProject, type ProjectCluster } from './project-cluster.ts';
import type { Ending } from './press.ts';
import { type Scenario, scenarios, wholeScenarios } from './scenarios.ts';

const matrix = createMatrix();

afterEach(() => vi.unstubAllGlobals());
afterAll(() => {
  process.stdout.write(matrix.text());
});

/** A request by what it asks for, and which of the same it is. */
interface Place {
  address: string;
  turn: number;
}

const nameOf = (request: SentRequest): string => {
  const { body } = request;
  const metadata = (body as { metadata?: { name?: string } } | undefined)?.metadata;
  return `${request.method} ${request.path} ${request.method === 'POST' ? metadata?.name : ''}`;
};

/** Every request of a submission in which nothing goes wrong, and how its project looks then. */
const rehearse = async (scenario: Scenario): Promise<{ places: Place[]; after: string[] }> => {
  const places: Place[] = [];
  const project = openProject(scenario, (request, act) => {
    const address = nameOf(request);
    const turn = places.filter((place) => place.address === address).length;
    places.push({ address, turn });
    return act();
  });
  expect(await project.press()).toEqual({ status: 'done', untidy: [] });
  expect([untidyIn(project.objects()), markedIn(project.objects())]).toEqual([[], []]);
  return { places, after: essenceOf(project.objects()) };
};

/** One press in which one request goes wrong, and then everything after it as given. */
const pressWith = async (
  scenario: Scenario,
  { address, turn }: Place,
  fault: Fault,
  aftermath: Aftermath,
): Promise<{ project: ProjectCluster; before: KubernetesObject[]; ending: Ending }> => {
  let state: 'before' | 'after' | 'over' = 'before';
  let turns = 0;
  const project = openProject(scenario, (request, act) => {
    if (state === 'before' && nameOf(request) === address && turns++ === turn) {
      state = 'after';
      return fault.answer(act);
    }
    const later = state === 'after' ? aftermath.faultOf(request.method) : undefined;
    return later ? later.answer(act) : act();
  });
  const before = project.objects();
  const answer = fault.isSilent ? 30 : 10_000;
  const ending = await project.press({ answer, pauses: [0, 0], undo: 10_000 });
  expect(state, `${address} was never asked`).toBe('after');
  state = 'over';
  return { project, before, ending };
};

/** What is wrong with how it ended; nothing, if all is well. */
const problemsOf = async (
  { project, before, ending }: Awaited<ReturnType<typeof pressWith>>,
  after: string[],
): Promise<string[]> => {
  if (ending.status === 'done') {
    return problemsOfDone(project.objects(), ending, after);
  }
  const problems = problemsOfLeft(project.objects(), before, ending);
  if (project.writes() === 0 && !/^Nothing was (created|changed)\. /.test(ending.message)) {
    problems.push(`nothing was written, and yet it says: ${ending.message}`);
  }
  await project.follow(commandsIn(ending.message));
  const isPutBack = sameAsBefore(project.objects(), before);
  if (!isPutBack && !/Enter the project's key again/.test(ending.message)) {
    problems.push('after the commands, the project is not as it was');
  }
  const second = await project.press();
  const isThere = same(essenceOf(project.objects()), after);
  if (second.status !== 'done' || !isThere) {
    problems.push(`pressed again: ${JSON.stringify(second)}`);
  }
  return problems;
};

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

const sameAsBefore = (now: KubernetesObject[], before: KubernetesObject[]): boolean =>
  same(contentOf(now), contentOf(before));

const problemsOfDone = (
  objects: KubernetesObject[],
  { untidy }: Extract<Ending, { status: 'done' }>,
  after: string[],
): string[] => [
  ...(same(essenceOf(objects), after) ? [] : ['done, and yet not everything is there']),
  // Where nobody may look, a Secret whose answer was lost may be tidy already.
  ...untidyIn(objects)
    .filter((name) => !untidy.includes(name))
    .map((name) => `untidy and not said: ${name}`),
];

/** What is left is named, exactly; what was there before is as it was, or it is said what to do. */
const problemsOfLeft = (
  now: KubernetesObject[],
  before: KubernetesObject[],
  ending: Exclude<Ending, { status: 'done' }>,
): string[] => {
  const { message } = ending;
  const known = new Map(before.map((object) => [object.metadata.uid, object]));
  const left = now.filter(({ metadata }) => !known.has(metadata.uid));
  const commands = commandsIn(message);
  const unnamed = left.filter((object) => !commands.some((command) => isMeant(command, object)));
  const gone = commands.filter((command) => !left.some((object) => isMeant(command, object)));
  const kept = now.filter(({ metadata }) => known.has(metadata.uid));
  const changed = kept.filter((object) => {
    const original = known.get(object.metadata.uid);
    return !original || !sameAsBefore([object], [original]);
  });
  const unsaid = changed.filter((object) => !message.includes(nameObject(object)));
  return [
    ...(ending.status === 'refused' && !same(contentOf(now), contentOf(before))
      ? ['a dry run changed something']
      : []),
    ...unnamed.map((object) => `left and not named: ${titleOf(object)}`),
    ...(message.includes('May be there')
      ? []
      : gone.map(({ name }) => `named and not there: ${name}`)),
    ...(kept.length === before.length ? [] : ['something that was there is gone']),
    ...unsaid.map((object) => `not as it was, and not said: ${titleOf(object)}`),
  ];
};

const countOf = (ending: Ending, left: number): 'there' | 'nothing' | 'named' => {
  if (ending.status === 'done') {
    return 'there';
  }
  return left === 0 ? 'nothing' : 'named';
};

/** What a deployment that is there has left marked, though one fault alone cannot keep it from going off. */
const staleIn = ({ project, ending }: Awaited<ReturnType<typeof pressWith>>): string[] =>
  ending.status === 'done' ? markedIn(project.objects()).map((title) => `stale: ${title}`) : [];

const runColumn = async (
  scenario: Scenario,
  aftermath: Aftermath,
  column: readonly Fault[],
): Promise<string[]> => {
  const { places, after } = await rehearse(scenario);
  const problems: string[] = [];
  for (const place of places.filter(({ address }) => isInReach(address, aftermath))) {
    for (const fault of column) {
      const pressed = await pressWith(scenario, place, fault, aftermath);
      const { ending, project, before } = pressed;
      const isAsBefore = sameAsBefore(project.objects(), before);
      matrix.count(aftermath.name, fault.name, countOf(ending, isAsBefore ? 0 : 1));
      const found = await problemsOf(pressed, after);
      found.push(...(aftermath === allWell ? staleIn(pressed) : []));
      problems.push(
        ...found.map((problem) => `${place.address} (${place.turn}), ${fault.name}: ${problem}`),
      );
    }
  }
  return problems;
};

/** A dry run that goes wrong is followed by nothing. */
const isInReach = (address: string, aftermath: Aftermath): boolean =>
  aftermath === allWell || !address.includes('dryRun=All');

describe.each([...scenarios, ...wholeScenarios])(
  'when one request goes wrong: $name',
  (scenario) => {
    it.each(faults)(
      'by "$name", all is there or nothing is, and a second press works',
      async (fault) => {
        expect(await runColumn(scenario, allWell, [fault])).toEqual([]);
      },
      60_000,
    );
  },
);

describe.each(scenarios)('when one request goes wrong, and the undo besides: $name', (scenario) => {
  it.each(troubles)(
    '$name: the message names exactly what is left',
    async (aftermath) => {
      expect(await runColumn(scenario, aftermath, [refused, lostAnswer, neverAnswers])).toEqual([]);
    },
    60_000,
  );
});
