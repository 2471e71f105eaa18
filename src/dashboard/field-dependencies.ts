import { z } from 'zod';
import { NIM_LOCATION, type PartialWizardState, type WizardState } from './host-contract.ts';

/** What the plugin's fields need to know of the rest of the wizard. */
export interface FieldDependencies {
  project: string | undefined;
  isEditing: boolean;
  [key: string]: unknown;
}

const initialDataSchema = z.object({ isEditing: z.boolean().optional() });

/**
 * Reads the dependencies from the wizard. On the page of our fields the host does not say whether a
 * deployment is edited; its initial data do.
 */
export const resolveDependencies = (
  state: WizardState,
  initialData?: unknown,
): FieldDependencies => {
  const parsed = initialDataSchema.safeParse(initialData);
  return {
    project: state.project.projectName ?? state.project.initialProjectName ?? undefined,
    isEditing: parsed.success && parsed.data.isEditing === true,
  };
};

/** A model, a key or a volume chosen for one project must not survive a change to another. */
export const isOtherProject = (previous: FieldDependencies, next: FieldDependencies): boolean =>
  previous.project !== next.project;

/** Our fields are there for the model location "NVIDIA NIM" only. */
export const isNimLocation = (state: PartialWizardState): boolean =>
  state.modelLocationData?.data?.type === NIM_LOCATION;
