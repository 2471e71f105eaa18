import { z } from 'zod';
import { type KeyReference, keyReferenceSchema } from '../apiKey/key-reference.ts';
import { NIM_REGISTRY } from '../catalog/image-reference.ts';
import {
  chosenModelSchema,
  imageOfChoice,
  isAsDeployed,
  type ModelFieldValue,
} from '../wizard/model/model-field-value.ts';
import type { PullSubject } from '../wizard/pull-query.ts';
import { type FieldDependencies, resolveDependencies } from './field-dependencies.ts';
import { API_KEY_FIELD, MODEL_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';

/** What the model field needs to know besides: the key and the image that it is to pull. */
export interface ModelDependencies extends FieldDependencies {
  pull?: PullSubject;
}

const fieldsSchema = z.object({
  [MODEL_FIELD]: chosenModelSchema,
  [API_KEY_FIELD]: keyReferenceSchema,
});

/** Reads the dependencies from the wizard. A deployment that is edited is asked about with another version. */
export const resolveModelDependencies = (
  state: WizardState,
  initialData?: unknown,
): ModelDependencies => {
  const dependencies = resolveDependencies(state, initialData);
  const fields = fieldsSchema.safeParse(state);
  const { project } = dependencies;
  if (!fields.success || project === undefined) {
    return dependencies;
  }
  const image = imageToPull(fields.data[MODEL_FIELD]);
  const key = asStored(fields.data[API_KEY_FIELD]);
  return image !== undefined && canBeAskedAbout(key, project)
    ? { ...dependencies, pull: { project, key, image } }
    : dependencies;
};

/** What is deployed was pulled before, and of a mirror NVIDIA knows nothing. */
const imageToPull = (value: ModelFieldValue): string | undefined => {
  if (value.kind !== 'chosen' || isAsDeployed(value)) {
    return undefined;
  }
  const isOfNvidia = value.deployed === undefined || value.deployed.prefix === NIM_REGISTRY;
  return isOfNvidia ? imageOfChoice(value) : undefined;
};

/** The key of a deployment that is edited, where it is one of the project's. */
const asStored = (key: KeyReference): KeyReference =>
  key.kind === 'in-use' && key.source
    ? { kind: 'stored', project: key.project, source: key.source }
    : key;

/** A key that an administrator wants nobody to ask about is not asked about. */
const canBeAskedAbout = (key: KeyReference, project: string): key is PullSubject['key'] =>
  (key.kind === 'entered' && key.project === project && key.verification !== 'switched-off') ||
  (key.kind === 'stored' && key.project === project);
