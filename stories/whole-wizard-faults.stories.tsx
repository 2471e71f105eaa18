import { expect } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { impatience } from './host/impatience.ts';
import { see } from './host/page-queries.ts';
import { deploy, goToReview, type Person, press } from './host/play-wizard.ts';
import { StoryDashboard } from './host/story-dashboard.tsx';
import { namesNow } from './network/project-keys.ts';

/**
 * The whole wizard, up to a "Deploy model" that meets one of the toolbar's faults. The third write is that of the volume, after the two Secrets.
 */
const meta = preview.meta({
  title: 'Wizard/Faults of the cluster',
  component: StoryDashboard,
  args: { path: '/projects/nim-demo/deploy' },
  parameters: { layout: 'fullscreen' },
});

/** Deploys, is told why it could not be done, and nothing is left behind. */
const isToldAndLeavesNothing = async (person: Person, told: string): Promise<void> => {
  await goToReview(person);
  await press(person, 'Deploy model');
  await see(told);
  await expect(await namesNow()).toEqual([]);
};

const UNDONE = 'Removed again: the secret "nim-image-pull", the secret "nim-api-key".';

const forbidden = (resource: string): string =>
  `you do not have permission (${resource} is forbidden: User "ada" cannot create resource "${resource}" in API group "" in the namespace "nim-demo"). Ask an administrator of the project.`;

export const ForbiddenAtTheThirdWrite = meta.story({
  globals: { fault: '403', faultAt: '3' },
  play: ({ userEvent }) =>
    isToldAndLeavesNothing(
      userEvent,
      `The volume "nim-my-llama" could not be created: ${forbidden('persistentvolumeclaims')} ${UNDONE}`,
    ),
});

/** The name was taken, and is free when the plugin looks: it tries again, and nobody need be told. */
export const ConflictAtTheThirdWrite = meta.story({
  globals: { fault: '409', faultAt: '3' },
  play: async ({ userEvent }) => {
    await goToReview(userEvent);
    await deploy(userEvent);
  },
});

export const BrokenAtTheThirdWrite = meta.story({
  globals: { fault: '500', faultAt: '3' },
  play: ({ userEvent }) =>
    isToldAndLeavesNothing(
      userEvent,
      `The volume "nim-my-llama" could not be created: etcdserver: request timed out. Try again in a moment. ${UNDONE}`,
    ),
});

export const NoAnswerAtTheThirdWrite = meta.story({
  globals: { fault: 'no-answer', faultAt: '3' },
  beforeEach: impatience,
  play: ({ userEvent }) =>
    isToldAndLeavesNothing(
      userEvent,
      `The volume "nim-my-llama" could not be created: the cluster did not answer (no answer within 30 seconds). Try again. ${UNDONE}`,
    ),
});

export const NoConnectionAtTheThirdWrite = meta.story({
  globals: { fault: 'no-connection', faultAt: '3' },
  play: ({ userEvent }) =>
    isToldAndLeavesNothing(
      userEvent,
      `The volume "nim-my-llama" could not be created: the cluster did not answer (Failed to fetch). Try again. ${UNDONE}`,
    ),
});

/** Nothing was created, so there is nothing to remove, and nothing is said of it. */
export const EveryWriteForbidden = meta.story({
  globals: { fault: '403', faultAt: 'every' },
  play: ({ userEvent }) =>
    isToldAndLeavesNothing(
      userEvent,
      [
        `The secret "nim-api-key" could not be created: ${forbidden('secrets')}`,
        `The secret "nim-image-pull" could not be created: ${forbidden('secrets')}`,
        `The volume "nim-my-llama" could not be created: ${forbidden('persistentvolumeclaims')}`,
        'Nothing was left behind.',
      ].join(' '),
    ),
});

/** Whose name stays taken, although nobody can be found to have it, is given up in the end. */
export const EveryWriteConflicts = meta.story({
  globals: { fault: '409', faultAt: 'every' },
  play: ({ userEvent }) =>
    isToldAndLeavesNothing(
      userEvent,
      [
        'The secret "nim-api-key" exists already: the project has a key. Go back to "Model details" to use that one.',
        'The volume "nim-my-llama" exists already. Choose another name.',
        'Nothing was left behind.',
      ].join(' '),
    ),
});
