import { screen } from 'storybook/test';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { marked } from '../src/submit/plan/submission-label.ts';
import { see } from './host/page-queries.ts';
import { deployedWith, storedSecrets, volume } from './network/objects.ts';

/** As a submission leaves an object that did not come to its end. */
export const left = (object: KubernetesObject): KubernetesObject => marked(object, 'some-id');

export const anHourAgo = (): Date => new Date(Date.now() - 60 * 60 * 1000);

export const [chatRuntime] = deployedWith('chat', 'Chat');

/** All that a submission can leave. */
export const leftOvers = [volume('nim-chat', '50Gi'), ...storedSecrets, chatRuntime].map(left);

export const TITLE = 'An earlier deployment in this project was not finished';
export const REMOVED = 'What the earlier deployment left behind was removed';

export const removeButton = (name = 'Remove them'): Promise<HTMLElement> =>
  screen.findByRole('button', { name });

/** Says yes to what is asked first. */
export const removeForGood = async (
  person: { click: (element: Element) => Promise<void> },
  name?: string,
): Promise<void> => {
  await person.click(await removeButton(name));
  await see('Remove what the earlier deployment left behind?');
  await person.click(await removeButton(name));
};
