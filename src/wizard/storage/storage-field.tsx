import { FormGroup, Radio, Skeleton, Stack } from '@patternfly/react-core';
import { type ReactElement, Suspense, useEffect, useId } from 'react';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import { recommendedSize } from '../../catalog/recommended-size.ts';
import * as words from '../../words/storage.ts';
import type { ExistingVolumeFormProps } from './existing-volume-form.tsx';
import { FieldHelp } from '../field-help.tsx';
import type { NewVolumeFormProps } from './new-volume-form.tsx';
import {
  proposedVolume,
  type ShownStorage,
  type StorageFieldValue,
} from './storage-field-value.ts';
import { lazyOr } from '../lazy-or.ts';
import { NewVolumePlaceholder, StoragePlaceholder } from './storage-placeholder.tsx';
import type { Loaded, Retry } from '../use-external-data.ts';
import type { ProjectStorage } from './volumes-query.ts';
import { WhenLoaded } from '../when-loaded.tsx';

/** What the project and the cluster have, once it is there, with a way to ask again. */
export type StorageData = { value?: ProjectStorage } & Retry;

export interface StorageFieldProps {
  /** A new volume, one that the project has, or where a deployment keeps its model otherwise. */
  value: ShownStorage;
  /** Told of every other choice, and of each change of a new volume. */
  onChange: (value: StorageFieldValue) => void;
  /** The project's volumes and the cluster's storage classes. */
  external: Loaded<StorageData>;
  /** Of the chosen model, where the catalog knows it. */
  needs: ModelNeeds;
  /** The volume of a deployment that is edited stays. */
  isEditing: boolean;
  /** Shown as it is, with nothing to choose. */
  isDisabled: boolean;
}

/** Where the model is kept between starts: a new volume, or one that the project has. */
export const StorageField = (props: StorageFieldProps): ReactElement => {
  // Beside the volumes, not after them.
  useEffect(() => void loadNewVolumeForm().catch(() => undefined), []);
  return (
    <WhenLoaded
      external={props.external}
      label={words.modelCache}
      loadingText={words.loadingVolumes}
      errorTitle={words.volumesNotLoaded}
      placeholder={<StoragePlaceholder />}
    >
      {(storage) =>
        props.value.kind === 'elsewhere' ? (
          <CacheElsewhere value={props.value} />
        ) : (
          <FormGroup label={words.modelCache} role="radiogroup" isRequired>
            <Stack hasGutter>
              {props.isEditing ? <FieldHelp>{words.cacheStays}</FieldHelp> : null}
              <NewVolumeChoice {...props} storage={storage} />
              <ExistingVolumeChoice {...props} storage={storage} />
            </Stack>
          </FormGroup>
        )
      }
    </WhenLoaded>
  );
};

type ChoiceProps = StorageFieldProps & { storage: ProjectStorage };
type Elsewhere = Extract<ShownStorage, { kind: 'elsewhere' }>;

/** A deployment that was made by other means may keep its model anywhere. */
const CacheElsewhere = ({ value }: { value: Elsewhere }): ReactElement => (
  <FormGroup label={words.modelCache} role="group">
    <div>{describeElsewhere(value)}</div>
    <FieldHelp>{words.cacheStays}</FieldHelp>
  </FormGroup>
);

export const describeElsewhere = ({ source }: Elsewhere): string =>
  source === undefined || source === 'emptyDir' ? words.noVolume : words.otherSource(source);

const NewVolumeChoice = (props: ChoiceProps): ReactElement => {
  const { value, onChange, storage } = props;
  const id = useId();
  const isDisabled = props.isDisabled || props.isEditing;
  const recommended = recommendedSize(props.needs);
  return (
    <Radio
      id={id}
      name="nim-wizard-model-cache"
      label={words.createVolume}
      description={words.whyNewVolume}
      isChecked={value.kind === 'new'}
      isDisabled={isDisabled}
      onChange={() => onChange(proposedVolume(defaultClass(storage), recommended?.gi))}
      body={
        value.kind === 'new' ? (
          <Suspense fallback={<NewVolumePlaceholder />}>
            <NewVolumeForm
              value={value}
              recommended={recommended}
              classes={storage.classes}
              takenNames={storage.volumes.map(({ name }) => name)}
              isDisabled={isDisabled}
              onChange={onChange}
            />
          </Suspense>
        ) : null
      }
    />
  );
};

const ExistingVolumeChoice = (props: ChoiceProps): ReactElement => {
  const { value, onChange, storage } = props;
  const id = useId();
  const isEmpty = storage.volumes.length === 0;
  const isDisabled = props.isDisabled || props.isEditing;
  return (
    <Radio
      id={id}
      name="nim-wizard-model-cache"
      label={words.reuseVolume}
      description={isEmpty ? words.noVolumeYet : words.whyExistingVolume}
      isChecked={value.kind === 'existing'}
      isDisabled={isDisabled || isEmpty}
      onChange={() => onChange(NOT_CHOSEN)}
      body={
        value.kind === 'existing' ? (
          <Suspense fallback={<Skeleton screenreaderText={words.loading} />}>
            <ExistingVolumeForm
              value={value}
              storage={storage}
              needs={props.needs}
              isDisabled={isDisabled}
              onChange={onChange}
            />
          </Suspense>
        ) : null
      }
    />
  );
};

const loadNewVolumeForm = () => import('./new-volume-form.tsx');

/** What is proposed can be created all the same. */
const FormNotLoaded = (_props: NewVolumeFormProps): ReactElement => (
  <FieldHelp variant="error">{words.formNotLoaded}</FieldHelp>
);

const NewVolumeForm = lazyOr<NewVolumeFormProps>(
  async () => (await loadNewVolumeForm()).NewVolumeForm,
  FormNotLoaded,
);

const ListNotLoaded = ({ value }: ExistingVolumeFormProps): ReactElement => (
  <FieldHelp variant="error">
    {value.name === '' ? '' : words.chosenIs(value.name)} {words.listNotLoaded}
  </FieldHelp>
);

/** Loaded when an existing volume is chosen. */
const ExistingVolumeForm = lazyOr<ExistingVolumeFormProps>(
  async () => (await import('./existing-volume-form.tsx')).ExistingVolumeForm,
  ListNotLoaded,
);

/** The class that the cluster would take by itself; where it names none, the first. */
export const defaultClass = ({ classes }: ProjectStorage): string =>
  (classes.find(({ isDefault }) => isDefault) ?? classes[0])?.name ?? '';

/** Which one is proposed when it is known who uses them; until then the wizard does not go on. */
const NOT_CHOSEN: StorageFieldValue = { kind: 'existing', name: '', subPath: '' };
