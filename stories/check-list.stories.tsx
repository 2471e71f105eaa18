import { expect, fn, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { advises, stops, warns } from '../src/submit/checks/problem.ts';
import { CheckList, type Findings } from '../src/wizard/review/check-list.tsx';
import { see } from './host/page-queries.ts';

const found = (some: Partial<Findings> = {}): Findings => ({ problems: [], notSeen: [], ...some });

/** On the review page: what is known to be wrong before anything is created. */
const meta = preview.meta({
  title: 'Review/Checks',
  component: CheckList,
  args: { found: found(), onCheckAgain: fn() },
});

export const NothingFound = meta.story({
  play: async () => {
    await see('No problem was found.');
    await expect(screen.queryByText(/^Not checked/)).not.toBeInTheDocument();
  },
});

const problems = [
  stops('name', 'The deployment "llama" exists already', 'Choose another name.'),
  stops('key', "The project's key is not there any more", 'Go back to "Model details".'),
  warns('hardware', 'The model needs 4 GPUs', 'Choose another hardware profile.'),
];

export const Problems = meta.story({
  args: { found: found({ problems }) },
  play: async () => {
    await see('The deployment "llama" exists already.');
    await see('Choose another name. This can be changed on "Model deployment".');
    await see('Go back to "Model details".');
    await see('Choose another hardware profile. This can be changed on "Model deployment".');
    await expect(screen.queryByText('No problem was found.')).not.toBeInTheDocument();
  },
});

/** Advice is no problem; above it, that none was found would read as if it were not there. */
export const OnlyAdvice = meta.story({
  args: {
    found: found({
      problems: [
        advises('hardware', 'The model needs a GPU with 80 GB of memory or more', 'Look.'),
      ],
    }),
  },
  play: async () => {
    await expect(screen.queryByText('No problem was found.')).toBeNull();
    await see('The model needs a GPU with 80 GB of memory or more.');
    await see(/^Info alert/);
  },
});

export const NotAllSeen = meta.story({
  args: { found: found({ notSeen: ['secrets', 'quotas'] }) },
  play: async () => {
    await see('No problem was found.');
    await see(/^Not checked, .* secrets and quotas\.$/);
  },
});

export const CheckedAgain = meta.story({
  args: { found: found({ problems }) },
  play: async ({ args, userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Check again' }));
    await expect(args.onCheckAgain).toHaveBeenCalledOnce();
  },
});

/** Who has pressed the button is still on it. */
export const Looking = meta.story({
  args: { found: undefined },
  play: async ({ args, userEvent }) => {
    await see('Checking');
    const button = screen.getByRole('button', { name: 'Check again' });
    await userEvent.click(button);
    await expect(button).toHaveFocus();
    await expect(args.onCheckAgain).not.toHaveBeenCalled();
  },
});

export const OnAPhoneInTheDark = meta.story({
  args: { found: found({ problems, notSeen: ['secrets'] }) },
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async () => {
    await see('The model needs 4 GPUs.');
  },
});
