import { modelId } from '../catalog/catalog-model.ts';
import { formatImage, imageOf } from '../catalog/image-reference.ts';
import type { Catalog } from '../catalog/parse-catalog.ts';
import { type CatalogData, ModelField } from '../wizard/model-field.tsx';
import {
  chosenModelSchema,
  type ChosenModel,
  type ModelFieldValue,
} from '../wizard/model-field-value.ts';
import { useCatalogData } from '../wizard/use-catalog-data.ts';
import {
  type FieldDependencies,
  isNimLocation,
  isOtherProject,
  resolveDependencies,
} from './field-dependencies.ts';
import type { ReviewItem, WizardField } from './host-contract.ts';
import { MODEL_FIELD } from './field-ids.ts';
import { notLoaded } from './not-loaded.ts';

/** The fields "Model" and "Version". While a deployment is edited they show what it runs. */
export const modelField: WizardField<ModelFieldValue, CatalogData, FieldDependencies> = {
  id: MODEL_FIELD,
  type: 'addition',
  step: 'modelSource',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: (existing) => existing ?? { kind: 'none' },
    resolveDependencies,
    validationSchema: chosenModelSchema,
  },
  shouldResetOnDependencyChange: isOtherProject,
  externalDataHook: useCatalogData,
  component: ({ value, onChange, externalData, dependencies, isDisabled }) => (
    <ModelField
      value={value ?? { kind: 'none' }}
      onChange={onChange}
      external={externalData ?? notLoaded}
      isEditing={dependencies?.isEditing ?? false}
      isDisabled={isDisabled ?? false}
    />
  ),
  getReviewSections: (value, _state, data) => [
    {
      title: 'Model details',
      items: value.kind === 'chosen' ? reviewItems(value, data?.value) : [],
    },
    {
      title: 'Model deployment',
      // Under this key it takes the place of the host's row, which says "Auto-selected".
      items: [{ key: 'modelServer', label: 'Serving runtime', value: () => 'NVIDIA NIM' }],
    },
  ],
};

const reviewItems = ({ model, tag }: ChosenModel, catalog?: Catalog): ReviewItem[] => [
  { key: 'nimModel', label: 'Model', value: () => displayNameOf(model, catalog) },
  { key: 'nimVersion', label: 'Version', value: () => tag },
  { key: 'nimImage', label: 'Image', value: () => formatImage(imageOf(model, tag)) },
];

/** The catalog's name: what was read from a deployment has none, only that of its image. */
const displayNameOf = (model: ChosenModel['model'], catalog?: Catalog): string =>
  catalog?.models.find((one) => modelId(one) === modelId(model))?.displayName ?? model.displayName;
