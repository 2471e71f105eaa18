import { Suspense } from 'react';
import type { HardwareAdviceProps } from '../wizard/hardware/hardware-advice.tsx';
import { lazyOr } from '../wizard/lazy-or.ts';
import { isNimLocation } from './field-dependencies.ts';
import { HARDWARE_FIELD } from './field-ids.ts';
import type { WizardField } from './host-contract.ts';
import { needsOfChosen } from './needs-of-chosen.ts';

interface HardwareDependencies extends HardwareAdviceProps {
  [key: string]: unknown;
}

/**
 * A field that nobody fills in: advice about the hardware profile, below the host's own fields of that page.
 * The review says the same once more.
 */
export const hardwareField: WizardField<null, undefined, HardwareDependencies> = {
  id: HARDWARE_FIELD,
  type: 'addition',
  step: 'modelDeployment',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: () => null,
    resolveDependencies: (state) => ({
      resources: state.hardwareProfileConfig.formData.resources,
      needs: needsOfChosen(state),
    }),
  },
  component: ({ dependencies }) =>
    dependencies ? (
      <Suspense>
        <HardwareAdvice {...dependencies} />
      </Suspense>
    ) : null,
};

/** Advice that cannot be loaded is missing here, and on the review all the same. */
const Nothing = (): null => null;

const HardwareAdvice = lazyOr<HardwareAdviceProps>(
  async () => (await import('../wizard/hardware/hardware-advice.tsx')).HardwareAdvice,
  Nothing,
);
