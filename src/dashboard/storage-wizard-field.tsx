import type { ModelNeeds } from '../catalog/model-needs.ts';
import { recommendedSize } from '../catalog/recommended-size.ts';
import {
  defaultClass,
  describeElsewhere,
  type StorageData,
  StorageField,
} from '../wizard/storage/storage-field.tsx';
import {
  defaultVolumeName,
  proposedVolume,
  type ShownStorage,
  usableStorageSchema,
} from '../wizard/storage/storage-field-value.ts';
import { useStorageData } from '../wizard/storage/use-storage-data.ts';
import * as pages from '../words/pages.ts';
import * as words from '../words/review.ts';
import {
  type FieldDependencies,
  isNimLocation,
  isOtherProject,
  resolveDependencies,
} from './field-dependencies.ts';
import type { ReviewItem, WizardField, WizardState } from './host-contract.ts';
import { STORAGE_FIELD } from './field-ids.ts';
import { needsOfChosen } from './needs-of-chosen.ts';
import { notLoaded } from './not-loaded.ts';

/** What the storage field needs to know besides: of the chosen model, what the catalog knows. */
interface StorageDependencies extends FieldDependencies {
  needs?: ModelNeeds;
}

const resolveStorageDependencies = (
  state: WizardState,
  initialData?: unknown,
): StorageDependencies => ({
  ...resolveDependencies(state, initialData),
  needs: needsOfChosen(state),
});

const useExternalStorageData = (dependencies?: FieldDependencies) =>
  useStorageData(dependencies?.project);

/** The field "Model cache". The volume of an existing deployment is shown and cannot be changed. */
export const storageField: WizardField<ShownStorage, StorageData, StorageDependencies> = {
  id: STORAGE_FIELD,
  type: 'addition',
  step: 'modelSource',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: (existing, data, dependencies) =>
      existing ??
      proposedVolume(
        data?.value ? defaultClass(data.value) : '',
        recommendedSize(dependencies?.needs ?? {})?.gi,
      ),
    resolveDependencies: resolveStorageDependencies,
    validationSchema: usableStorageSchema,
  },
  shouldResetOnDependencyChange: isOtherProject,
  externalDataHook: useExternalStorageData,
  component: ({ value, onChange, externalData, dependencies, isDisabled }) => (
    <StorageField
      value={value ?? proposedVolume('')}
      onChange={onChange}
      external={externalData ?? notLoaded}
      needs={dependencies?.needs ?? {}}
      isEditing={dependencies?.isEditing ?? false}
      isDisabled={isDisabled ?? false}
    />
  ),
  getReviewSections: (value, state) => [
    { title: pages.modelDetails, items: reviewItems(value, state) },
  ],
};

const reviewItems = (value: ShownStorage, state: WizardState): ReviewItem[] => {
  if (value.kind === 'elsewhere') {
    return [{ key: 'nimVolume', label: words.cacheRow, value: () => describeElsewhere(value) }];
  }
  const subPath: ReviewItem = {
    key: 'nimSubPath',
    label: words.subPathRow,
    value: () => value.subPath,
    optional: true,
  };
  if (value.kind === 'existing') {
    return [
      { key: 'nimVolume', label: words.cacheRow, value: () => words.existingVolume(value.name) },
      subPath,
    ];
  }
  const name = value.name || defaultVolumeName(state.k8sNameDesc.data.k8sName.value);
  return [
    { key: 'nimVolume', label: words.cacheRow, value: () => words.newVolume(name) },
    {
      key: 'nimVolumeSize',
      label: words.sizeRow,
      value: () => words.sizeWithUnit(value.size, value.unit),
    },
    {
      key: 'nimStorageClass',
      label: words.classRow,
      value: () => value.storageClass,
      optional: true,
    },
    subPath,
  ];
};
