import { Stack } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import type { ResourceRequirements } from '../../cluster/kubernetes.ts';
import { checkAccelerators } from '../../submit/checks/accelerators.ts';
import { ProblemAlert } from '../problem-alert.tsx';

export interface HardwareAdviceProps {
  /** What the chosen hardware profile gives a pod; undefined until one is chosen. */
  resources: ResourceRequirements | undefined;
  /** What the catalog knows of the chosen model. */
  needs: ModelNeeds;
}

/**
 * Whether the hardware profile has the GPUs that the model needs: said where the profile is chosen, at
 * once to who cannot see it, too, and in nobody's way.
 */
export const HardwareAdvice = ({ resources, needs }: HardwareAdviceProps): ReactElement => (
  <Stack hasGutter role="status">
    {checkAccelerators(resources, needs).map((problem) => (
      <ProblemAlert key={problem.title} problem={problem} />
    ))}
  </Stack>
);
