import { z } from 'zod';
import { type KeyReference, keyReferenceSchema } from '../apiKey/key-reference.ts';
import { formatImage, imageOf } from '../catalog/image-reference.ts';
import { chosenModelSchema } from '../wizard/model-field-value.ts';
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

/** Reads the dependencies from the wizard. A deployment that is edited pulls what it did before. */
export const resolveModelDependencies = (
  state: WizardState,
  initialData?: unknown,
): ModelDependencies => {
  const dependencies = resolveDependencies(state, initialData);
  const fields = fieldsSchema.safeParse(state);
  const { project, isEditing } = dependencies;
  if (!fields.success || project === undefined || isEditing) {
    return dependencies;
  }
  const model = fields.data[MODEL_FIELD];
  const key = fields.data[API_KEY_FIELD];
  return model.kind === 'chosen' && canBeAskedAbout(key, project)
    ? {
        ...dependencies,
        pull: { project, key, image: formatImage(imageOf(model.model, model.tag)) },
      }
    : dependencies;
};

/** A key that an administrator wants nobody to ask about is not asked about. */
const canBeAskedAbout = (key: KeyReference, project: string): key is PullSubject['key'] =>
  (key.kind === 'entered' && key.project === project && key.verification !== 'switched-off') ||
  (key.kind === 'stored' && key.project === project);
