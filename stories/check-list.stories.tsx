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
    await expect(screen.queryByText(/could be checked/)).not.toBeInTheDocument();
  },
});

const problems = [
  stops('name', 'The deployment "llama" exists already', 'Choose another name.'),
  stops('key', "The project's key is not there any more", 'Go back to "Model details".'),
  warns('hardware', 'The model needs 4 GPUs', 'Choose another hardware profile.'),
];

export const Problems = meta.story({
  args: { found: found({ problems }) },
  play: async ({ args, userEvent }) => {
    await see('The deployment "llama" exists already.');
    await see('Choose another name. This can be changed on "Model deployment".');
    await see('Go back to "Model details".');
    await see('Choose another hardware profile. This can be changed on "Model deployment".');
    await expect(screen.queryByText('No problem was found.')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await expect(args.onCheckAgain).toHaveBeenCalledOnce();
  },
});

/** Advice is no problem; above it, that none was found would read as if it were not there. */
export const OnlyAdvice = meta.story({
  args: {
    found: found({
      problems: [
        advises(
          'hardware',
          'The model needs a GPU with 80 GB of memory or more',
          'NVIDIA has tested it on an H100. Look whether the hardware profile brings such a GPU.',
        ),
      ],
    }),
  },
  play: async () => {
    await expect(screen.queryByText('No problem was found.')).toBeNull();
    await see('The model needs a GPU with 80 GB of memory or more.');
    await see(/^Info alert/);
  },
});

/** What was not looked at may be wrong: this is no all-clear. */
export const NotAllSeen = meta.story({
  args: { found: found({ notSeen: ['secrets', 'quotas'] }) },
  play: async () => {
    await see('No problem was found in what could be checked.');
    await see(/^Not checked: secrets and quotas\. You may not have permission/);
    await expect(screen.queryByText('No problem was found.')).toBeNull();
  },
});

export const ProblemsAndNotAllSeen = meta.story({
  args: { found: found({ problems, notSeen: ['quotas'] }) },
  play: async () => {
    await see('The model needs 4 GPUs.');
    await see('Not everything could be checked.');
  },
});

const LONG = 'nim'.repeat(60);

/** Nothing in it can be wrapped but by force, and some of it runs from right to left. */
export const LongAndRightToLeft = meta.story({
  args: {
    found: found({
      problems: [
        stops('name', `The deployment "${LONG}" exists already`, 'Choose another name.'),
        warns('storage', 'The volume "مخزن-النماذج" is used already', 'Choose another volume.'),
        warns('environment', `The variable ${LONG.toUpperCase()} is set twice`, 'Remove one.'),
      ],
    }),
  },
  globals: { viewport: { value: 'phone' } },
  play: async () => {
    await see('The volume "مخزن-النماذج" is used already.');
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});

const many = Array.from({ length: 40 }, (_, index) =>
  warns('environment', `The variable NIM_OPTION_${index + 1} is set twice`, 'Remove one of them.'),
);

export const Many = meta.story({
  args: { found: found({ problems: many }) },
  play: async () => {
    await see('The variable NIM_OPTION_40 is set twice.');
    await expect(screen.getAllByText(/is set twice\./)).toHaveLength(40);
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
