import { FormGroup, Radio, Stack } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { ExistingVolumeForm } from './existing-volume-form.tsx';
import { FieldAlert } from './field-alert.tsx';
import { NewVolumeForm } from './new-volume-form.tsx';
import {
  proposedVolume,
  type ShownStorage,
  type StorageFieldValue,
} from './storage-field-value.ts';
import type { Loaded, Retry } from './use-external-data.ts';
import type { ProjectStorage } from './volumes-query.ts';
import { WhenLoaded } from './when-loaded.tsx';

export type StorageData = { value?: ProjectStorage } & Retry;

export interface StorageFieldProps {
  value: ShownStorage;
  onChange: (value: StorageFieldValue) => void;
  external: Loaded<StorageData>;
  isEditing: boolean;
  isDisabled: boolean;
}

/** Where the model is kept between starts: a new volume, or one that the project has. */
export const StorageField = (props: StorageFieldProps): ReactElement => (
  <WhenLoaded
    external={props.external}
    label="Model cache"
    loadingText="Loading the project's volumes"
    errorTitle="The project's volumes could not be loaded"
  >
    {(storage) => (
      <FormGroup label="Model cache" role="radiogroup" isRequired>
        <Stack hasGutter>
          {props.isEditing ? <FixedVolume value={props.value} /> : null}
          {props.value.kind === 'elsewhere' ? null : (
            <>
              <NewVolumeChoice {...props} storage={storage} />
              <ExistingVolumeChoice {...props} storage={storage} />
            </>
          )}
        </Stack>
      </FormGroup>
    )}
  </WhenLoaded>
);

type ChoiceProps = StorageFieldProps & { storage: ProjectStorage };

const FixedVolume = ({ value }: { value: ShownStorage }): ReactElement => (
  <FieldAlert variant="info" isPlain title="The volume of a deployment cannot be changed.">
    {value.kind === 'elsewhere'
      ? describeElsewhere(value)
      : 'For another one, deploy the model again.'}
  </FieldAlert>
);

/** A deployment that was made by other means may keep its model anywhere. */
export const describeElsewhere = ({
  source,
}: Extract<ShownStorage, { kind: 'elsewhere' }>): string =>
  source === undefined || source === 'emptyDir'
    ? 'This one has none: the model is downloaded at each start.'
    : `The model is kept on a source of the kind ${source}, not on a volume of the project.`;

const NewVolumeChoice = (props: ChoiceProps): ReactElement => {
  const { value, onChange, storage } = props;
  const id = useId();
  const isDisabled = props.isDisabled || props.isEditing;
  return (
    <Radio
      id={id}
      name="nim-wizard-model-cache"
      label="Create a new volume"
      description="The model is downloaded once and kept, also when the deployment is deleted."
      isChecked={value.kind === 'new'}
      isDisabled={isDisabled}
      onChange={() => onChange(proposedVolume(defaultClass(storage)))}
      body={
        value.kind === 'new' ? (
          <NewVolumeForm
            value={value}
            classes={storage.classes}
            takenNames={storage.volumes.map(({ name }) => name)}
            isDisabled={isDisabled}
            onChange={onChange}
          />
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
      label="Use an existing volume"
      description={
        isEmpty
          ? 'This project has no volume yet.'
          : 'A model that was downloaded to it before starts faster.'
      }
      isChecked={value.kind === 'existing'}
      isDisabled={isDisabled || isEmpty}
      onChange={() => onChange(firstVolume(storage))}
      body={
        value.kind === 'existing' ? (
          <ExistingVolumeForm
            value={value}
            volumes={storage.volumes}
            isDisabled={isDisabled}
            onChange={onChange}
          />
        ) : null
      }
    />
  );
};

/** The class that the cluster would take by itself; where it names none, the first. */
export const defaultClass = ({ classes }: ProjectStorage): string =>
  (classes.find(({ isDefault }) => isDefault) ?? classes[0])?.name ?? '';

const firstVolume = ({ volumes: [first] }: ProjectStorage): StorageFieldValue => ({
  kind: 'existing',
  name: first?.name ?? '',
  subPath: first?.subPath ?? '',
});
