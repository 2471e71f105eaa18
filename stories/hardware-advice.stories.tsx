import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { HardwareAdvice } from '../src/wizard/hardware/hardware-advice.tsx';
import { see } from './host/page-queries.ts';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';

/** On the page "Model deployment", below the hardware profile: whether that has the GPUs that the model needs. */
const meta = preview.meta({
  title: 'Fields/Hardware advice',
  component: HardwareAdvice,
  args: {
    resources: { limits: { cpu: 4, memory: '32Gi', 'nvidia.com/gpu': 1 } },
    needs: { gpus: { count: 4, memoryGb: 80 } },
  },
});

export const TooFewGpus = meta.story({
  play: async () => {
    await see('The model needs 4 GPUs.');
    await expect(screen.getByRole('status')).toHaveTextContent(
      /each with 80 GB of memory or more; the hardware profile gives it 1\. Choose another/,
    );
  },
});

export const NoGpu = meta.story({
  args: { resources: { limits: { cpu: 2, memory: '8Gi' } } },
  play: async () => {
    await see(/the hardware profile gives it none\. Choose another hardware profile\.$/);
  },
});

export const EnoughGpus = meta.story({
  args: { needs: { gpus: { count: 1, memoryGb: 24 } } },
  play: async () => {
    await see('The model needs a GPU with 24 GB of memory or more.');
  },
});

export const ManyParameters = meta.story({
  args: { needs: { parameters: 70e9 } },
  play: async () => {
    await see('The model may need more than one GPU.');
  },
});

export const NothingToSay = meta.story({
  args: { needs: {} },
  play: async () => {
    await expect(screen.getByRole('status')).toBeEmptyDOMElement();
  },
});

export const NoProfileYet = meta.story({
  args: { resources: undefined },
  play: async () => {
    await expect(screen.getByRole('status')).toBeEmptyDOMElement();
  },
});

export const OnAPhoneInTheDark = meta.story(onAPhoneInTheDark(TooFewGpus.input));
