import { expect, screen } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { PlanGraph } from './plan-graph.tsx';
import { planOf } from './plan-of-a-deployment.ts';

const meta = preview.meta({
  title: 'Components/Plan of a submission',
  component: PlanGraph,
  args: { usedKey: 'project' as const, hasNewVolume: true, tokens: ['laptop'] },
});

export const Everything = meta.story({
  play: async ({ canvasElement, args }) => {
    await expect(screen.getByRole('img')).toHaveAccessibleName('12 steps in 5 waves');
    const { steps } = planOf(args);
    const lines = canvasElement.querySelectorAll('[data-line]');
    await expect(lines).toHaveLength(steps.flatMap(({ dependsOn }) => dependsOn).length);
    await expect(screen.getAllByRole('listitem')).toHaveLength(steps.length);
    await expect(screen.getAllByText('Mark taken off')).toHaveLength(3);
  },
});

/** Its Secrets go with the deployment: two more steps make them its own. Arrows lead to these from the service alone. */
export const KeyOfTheDeployment = meta.story({
  args: { usedKey: 'deployment', tokens: [] },
  play: async ({ canvasElement }) => {
    await expect(screen.getByText('owner of Secret/nim-api-key-my-llama')).toBeVisible();
    await expect(canvasElement.querySelectorAll('[data-line]')).toHaveLength(8);
  },
});

export const TheLeast = meta.story({
  args: { usedKey: 'stored', hasNewVolume: false, tokens: [] },
  play: async () => {
    await expect(screen.getByRole('img')).toHaveAccessibleName('2 steps in 2 waves');
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async () => {
    await expect(screen.getByRole('img')).toBeVisible();
  },
});
