import {
  Button,
  FormGroup,
  FormSection,
  FormSelect,
  FormSelectOption,
} from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useMemo } from 'react';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import type { Problem } from '../../submit/checks/problem.ts';
import { checkExistingVolume } from '../../submit/checks/volume.ts';
import { tryAgain } from '../../words/again.ts';
import * as words from '../../words/existing-volume.ts';
import { type HelpLine, HelpLines, markedBy } from '../help-lines.tsx';
import { queryClient } from '../query-client.ts';
import type { ExistingVolume } from './storage-field-value.ts';
import { SubPathInput } from './sub-path-input.tsx';
import { useRefusal } from './use-refusal.ts';
import {
  chosenVolume,
  factsOf,
  labelOf,
  proposedChoice,
  type VolumeChoice,
  volumeChoices,
} from './volume-choices.ts';
import { useVolumeSearch, VolumeSearchInput } from './volume-search.tsx';
import { volumeUsersQuery } from './volume-users-query.ts';
import type { ProjectStorage } from './volumes-query.ts';

/** Which of the project's volumes, and where in it. */
export const ExistingVolumeForm = (props: ExistingVolumeFormProps): ReactElement => {
  const { value, onChange, isDisabled } = props;
  const offer = useOffer(props);
  useRefusal(value, isDisabled ? undefined : offer.isRefused, onChange);
  return (
    <FormSection>
      <VolumeSelect {...props} offer={offer} />
      <SubPathInput
        value={value.subPath}
        isDisabled={isDisabled}
        onChange={(subPath) => onChange({ ...value, subPath })}
      />
    </FormSection>
  );
};

export interface ExistingVolumeFormProps {
  /** Without a name until it is known who uses which volume. */
  value: ExistingVolume;
  /** The project's volumes and the cluster's storage classes. */
  storage: ProjectStorage;
  /** Of the chosen model, where the catalog knows them. */
  needs: ModelNeeds;
  /** Shown as it is; who uses the volumes is not asked. */
  isDisabled: boolean;
  /** Told of another volume or folder, and of the volume that is proposed. */
  onChange: (value: ExistingVolume) => void;
}

/** The volumes that can be chosen, and what is known of the chosen one. */
interface Offer {
  choices: VolumeChoice[];
  /** Missing for one that is gone, and where none is chosen. */
  chosen: VolumeChoice | undefined;
  problems: Problem[];
  /** Whether no deployment could ever start with the chosen one. */
  isRefused: boolean;
  isLoading: boolean;
  /** Why it is not known who uses the volumes. */
  usersError: Error | null;
  /** Asks again who uses them. */
  lookAgain: () => void;
}

/** Who uses the volumes is asked when this form is shown; one that nobody uses is proposed then. */
const useOffer = (props: ExistingVolumeFormProps): Offer => {
  const { value, storage, isDisabled, onChange } = props;
  const project = storage.volumes[0]?.project;
  const users = useQuery(
    { ...volumeUsersQuery(project ?? ''), enabled: project !== undefined && !isDisabled },
    queryClient,
  );
  const usersError = isDisabled ? null : users.error;
  const deployments = isDisabled || usersError ? undefined : users.data;
  const choices = useMemo(() => volumeChoices(storage, deployments), [deployments, storage]);
  const isMissing = value.name === '' && !isDisabled && !users.isFetching;
  const proposed = isMissing ? proposedChoice(choices) : undefined;
  useEffect(() => {
    if (proposed) {
      onChange(proposed);
    }
  });
  const chosen = choices.find(({ name }) => name === value.name);
  const problems = chosen && !isDisabled ? problemsOf(chosen, props) : [];
  const isGone = value.name !== '' && !chosen && !isDisabled;
  const isRefused = isGone || problems.some(({ severity }) => severity === 'stops');
  const lookAgain = (): void => void users.refetch();
  const known = { choices, chosen, problems, isRefused };
  return { ...known, isLoading: users.isLoading, usersError, lookAgain };
};

/** Who uses it is said when that is known. */
const problemsOf = (
  volume: VolumeChoice,
  { storage: { classes }, needs }: ExistingVolumeFormProps,
): Problem[] => checkExistingVolume(volume, { users: volume.users ?? [], classes, needs });

type VolumeSelectProps = ExistingVolumeFormProps & { offer: Offer };

const VolumeSelect = (props: VolumeSelectProps): ReactElement => {
  const { value, offer, onChange } = props;
  const { choices, chosen } = offer;
  const id = useId();
  const search = useVolumeSearch(choices);
  const isOffered = chosen !== undefined && search.offered.includes(chosen);
  const unlisted = value.name || (offer.isLoading ? words.lookingForUsers : words.chooseVolume);
  const lines = [...whatIsWrong(props), ...whatIsUnknown(props), ...whatHelps(props)];
  return (
    <FormGroup label={words.volume} fieldId={id} isRequired>
      <VolumeSearchInput search={search} isDisabled={props.isDisabled} />
      <FormSelect
        id={id}
        value={value.name}
        isDisabled={props.isDisabled}
        validated={markedBy(lines)}
        aria-describedby={`${id}-help`}
        onChange={(_event, name) => {
          const volume = choices.find((choice) => choice.name === name);
          if (volume) {
            onChange(chosenVolume(volume));
          }
        }}
      >
        {isOffered ? null : (
          <FormSelectOption value={value.name} label={chosen ? labelOf(chosen) : unlisted} />
        )}
        {search.offered.map((volume) => (
          <FormSelectOption key={volume.name} value={volume.name} label={labelOf(volume)} />
        ))}
      </FormSelect>
      <HelpLines id={`${id}-help`} lines={lines} />
    </FormGroup>
  );
};

const whatIsWrong = ({ value, isDisabled, offer }: VolumeSelectProps): HelpLine[] => {
  if (value.name === '' || offer.chosen) {
    return offer.problems.map(({ severity, title, body }) => ({
      variant: severity === 'stops' ? 'error' : 'warning',
      text: words.problem(title, body),
    }));
  }
  // While a deployment is edited its volume is fixed.
  return isDisabled
    ? [{ variant: 'warning', text: words.volumeGone }]
    : [{ variant: 'error', text: `${words.volumeGone} ${words.chooseAnother}` }];
};

const whatIsUnknown = ({ value, offer }: VolumeSelectProps): HelpLine[] => {
  const { usersError, lookAgain } = offer;
  if (!usersError) {
    return [];
  }
  const tell = value.name === '' ? words.noneIsProposed : words.usersNotKnown;
  return [
    {
      variant: 'warning',
      text: (
        <>
          {tell(usersError.message)}{' '}
          <Button variant="link" isInline onClick={lookAgain}>
            {tryAgain}
          </Button>
        </>
      ),
    },
  ];
};

const whatHelps = ({ value, offer }: VolumeSelectProps): HelpLine[] => {
  if (offer.chosen) {
    // A narrow select cuts off what its options say besides the name.
    return [{ text: words.factsOfChosen(factsOf(offer.chosen)) }];
  }
  return value.name !== '' || offer.isLoading || offer.usersError
    ? []
    : [{ text: words.noneIsFree }];
};
