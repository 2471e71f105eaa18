import { modelId } from '../catalog/catalog-model.ts';
import type { Catalog } from '../catalog/parse-catalog.ts';
import { describePull } from '../apiKey/describe-pull.ts';
import { ModelField } from '../wizard/model/model-field.tsx';
import {
  chosenModelSchema,
  type ChosenModel,
  type DeployedModel,
  imageOfChoice,
  isAsDeployed,
  type ModelFieldValue,
  protocolOf,
} from '../wizard/model/model-field-value.ts';
import { type ModelData, type PullCheck, useModelData } from '../wizard/model/use-model-data.ts';
import * as pages from '../words/pages.ts';
import * as words from '../words/review.ts';
import { isNimLocation, isOtherProject } from './field-dependencies.ts';
import type { ReviewItem, WizardField } from './host-contract.ts';
import { MODEL_FIELD } from './field-ids.ts';
import { type ModelDependencies, resolveModelDependencies } from './model-dependencies.ts';
import { notLoaded } from './not-loaded.ts';

const useExternalModelData = (dependencies?: ModelDependencies) => useModelData(dependencies?.pull);

/** The fields "Model" and "Version". While a deployment is edited its version can be changed. */
export const modelField: WizardField<ModelFieldValue, ModelData, ModelDependencies> = {
  id: MODEL_FIELD,
  type: 'addition',
  step: 'modelSource',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: (existing) => existing ?? { kind: 'none' },
    resolveDependencies: resolveModelDependencies,
    validationSchema: chosenModelSchema,
  },
  shouldResetOnDependencyChange: isOtherProject,
  externalDataHook: useExternalModelData,
  component: ({ value, onChange, externalData, dependencies, isDisabled }) => (
    <ModelField
      project={dependencies?.project}
      value={value ?? { kind: 'none' }}
      onChange={onChange}
      external={externalData ?? notLoaded}
      isEditing={dependencies?.isEditing ?? false}
      isDisabled={isDisabled ?? false}
    />
  ),
  getReviewSections: (value, _state, data) => [
    {
      title: pages.modelDetails,
      items: value.kind === 'none' ? [] : reviewItems(value, data),
    },
    {
      title: pages.modelDeployment,
      // Under this key it takes the place of the host's row, which says "Auto-selected".
      items: [
        {
          key: 'modelServer',
          label: words.runtimeRow,
          value: () => words.runtimes[protocolOf(value)],
        },
      ],
    },
  ],
};

const reviewItems = (value: ChosenModel | DeployedModel, data?: ModelData): ReviewItem[] => [
  {
    key: 'nimModel',
    label: words.modelRow,
    value: () => (value.model ? displayNameOf(value.model, data?.value) : words.asDeployed),
  },
  { key: 'nimVersion', label: words.versionRow, value: () => describeVersion(value) },
  { key: 'nimImage', label: words.imageRow, value: () => imageOfChoice(value) },
  {
    key: 'nimProtocol',
    label: words.protocolRow,
    value: () => words.protocols[protocolOf(value)],
  },
  ...(data?.pull ? [pullItem(data.pull)] : []),
];

const describeVersion = (value: ChosenModel | DeployedModel): string => {
  if (value.kind === 'as-deployed') {
    return words.asDeployed;
  }
  const { tag, deployed } = value;
  return !deployed || isAsDeployed(value) ? tag : words.versionInstead(tag, deployed.tag);
};

const pullItem = (pull: PullCheck): ReviewItem => ({
  key: 'nimPull',
  label: words.pullRow,
  value: () => (pull.status === 'asking' ? words.beingChecked : describePull(pull.answer).title),
});

/** The catalog's name: what was read from a deployment has none, only that of its image. */
const displayNameOf = (model: ChosenModel['model'], catalog?: Catalog): string =>
  catalog?.models.find((one) => modelId(one) === modelId(model))?.displayName ?? model.displayName;
