import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelFacts } from '../src/wizard/model/picker/model-facts.tsx';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { chooseModel } from './model-input.ts';
import { network } from './network/network.ts';
import { catalogOf, entry } from './network/objects.ts';

/** A name and a description in a language that is read from right to left, chosen among words that are not. */
const meta = preview.meta({
  title: 'Fields/Model/Chosen from right to left',
  component: StoryHost,
  subcomponents: { ModelFacts },
  args: { fields: [modelField], project: 'nim-demo', hasReview: true },
});

const NAME = 'نموذج اللغة (8B)';

const catalogWithName = (displayName: string) =>
  network({
    objects: catalogOf({
      rtl: entry('rtl', {
        displayName,
        shortDescription: 'نموذج للغة العربية، يجيب عن الأسئلة.',
        tags: ['1.1.0', '1.0.0', 'latest'],
      }),
    }),
  });

export const Chosen = meta.story({
  beforeEach: catalogWithName(NAME),
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'نموذج', /نموذج/);
    await expect(await screen.findByText(`${NAME} is chosen`)).toHaveAttribute('role', 'status');
    await expect(screen.getByLabelText('About the model')).toHaveTextContent(NAME);
    // Its own end is where it is read to, whatever stands around it.
    await expect(screen.getByText(NAME, { selector: 'bdi' })).toBeVisible();
    await expect(screen.getByText(/الأسئلة\.$/, { selector: 'bdi' })).toBeVisible();
    await expect(review()).toHaveTextContent(NAME);
    await see('Image: nvcr.io/nim/story/rtl:1.1.0');
    await expect(nextButton()).toBeEnabled();
  },
});

/** Nothing of it is cut off, and nothing makes the page wider than the phone. */
export const LongNameOnAPhone = meta.story({
  beforeEach: catalogWithName(`${'نموذج اللغة العربية الكبير '.repeat(8)}(8B)`),
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'نموذج', /نموذج/);
    await expect(review()).toHaveTextContent(/^.*نموذج.*\(8B\)/);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
