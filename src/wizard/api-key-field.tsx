import { AlertActionLink } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { forgetKey } from '../apiKey/key-vault.ts';
import { EnteredKey } from './entered-key.tsx';
import { FieldAlert } from './field-alert.tsx';
import { KeyForm } from './key-form.tsx';
import type { KeyData, ProjectKey } from './use-key-data.ts';
import type { Loaded } from './use-external-data.ts';
import { WhenLoaded } from './when-loaded.tsx';

export interface ApiKeyFieldProps {
  project: string | undefined;
  value: KeyReference;
  onChange: (value: KeyReference) => void;
  external: Loaded<KeyData>;
  /** The key of a deployment that is edited stays. */
  isEditing: boolean;
  isDisabled: boolean;
}

/** The project's NVIDIA API key: one that is there already, one to enter, or none at all. */
export const ApiKeyField = (props: ApiKeyFieldProps): ReactElement => {
  const { external, project } = props;
  if (project === undefined) {
    return (
      <FieldAlert variant="info" isPlain title="Choose a project to enter its NVIDIA API key." />
    );
  }
  return (
    <WhenLoaded
      external={external}
      label="NVIDIA API key"
      loadingText="Looking for the project's NVIDIA API key"
      errorTitle="The project's NVIDIA API key could not be looked up"
    >
      {(projectKey) => (
        <KeyOfProject
          {...props}
          project={project}
          projectKey={projectKey}
          onRetry={external.data.retry}
        />
      )}
    </WhenLoaded>
  );
};

type KeyOfProjectProps = Omit<ApiKeyFieldProps, 'project' | 'external'> & {
  project: string;
  projectKey: ProjectKey;
  onRetry: () => void;
};

const KeyOfProject = (props: KeyOfProjectProps): ReactElement => {
  const { value, projectKey } = props;
  const [isInUse, change] = useChange(props);
  if (projectKey.kind === 'incomplete' && value.kind === 'none') {
    return <IncompleteKey onRetry={props.onRetry} />;
  }
  switch (value.kind) {
    case 'none':
      return (
        <KeyForm
          key={props.project}
          project={props.project}
          isVerified={!projectKey.skipsVerification}
          isDisabled={props.isDisabled}
          keepsFocus={isInUse}
          onEntered={change}
        />
      );
    case 'entered':
      return (
        <EnteredKey
          lastFour={value.lastFour}
          isVerified={value.verifiedAt !== undefined}
          isDisabled={props.isDisabled}
          keepsFocus={isInUse}
          onUseAnother={() => change({ kind: 'none' })}
        />
      );
    case 'stored':
      return props.isEditing ? <KeyInUse /> : <StoredKey />;
    case 'not-needed':
      return <NoKeyNeeded />;
  }
};

/** Changes the reference, and knows from then on that a person is at work in this field. */
const useChange = (props: KeyOfProjectProps): [boolean, (next: KeyReference) => void] => {
  const [isInUse, setInUse] = useState(false);
  const change = (next: KeyReference): void => {
    if (next.kind === 'none') {
      forgetKey(props.project);
    }
    setInUse(true);
    props.onChange(next);
  };
  return [isInUse, change];
};

const StoredKey = (): ReactElement => (
  <FieldAlert variant="success" isPlain title="This project has an NVIDIA API key">
    It is used for this deployment, too. To use another one, remove the Secrets nim-api-key and
    nim-image-pull from the project first.
  </FieldAlert>
);

/** Says nothing of the project: the deployment's Secrets may be its own, or may be gone. */
const KeyInUse = (): ReactElement => (
  <FieldAlert
    variant="info"
    isPlain
    title="The NVIDIA API key of a deployment cannot be changed here."
  />
);

const NoKeyNeeded = (): ReactElement => (
  <FieldAlert variant="info" isPlain title="No NVIDIA API key is needed">
    This cluster pulls NVIDIA&apos;s images with its own credentials.
  </FieldAlert>
);

const IncompleteKey = ({ onRetry }: { onRetry: () => void }): ReactElement => (
  <FieldAlert
    variant="danger"
    title="This project's NVIDIA API key is incomplete"
    actionLinks={<AlertActionLink onClick={onRetry}>Try again</AlertActionLink>}
  >
    One of the Secrets nim-api-key and nim-image-pull is missing. Remove the other one, then try
    again and enter the key.
  </FieldAlert>
);
