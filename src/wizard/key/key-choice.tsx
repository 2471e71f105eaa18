import { useQuery } from '@tanstack/react-query';
import { FormGroup, HelperText, HelperTextItem, Radio, Stack } from '@patternfly/react-core';
import { type ReactElement, type ReactNode, useId } from 'react';
import { describeRecord } from '../../apiKey/describe-stored-key.ts';
import type { KeyReference } from '../../apiKey/key-reference.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import * as words from '../../words/key.ts';
import { describeUsers } from './describe-users.ts';
import { keyUsersQuery } from './key-users-query.ts';
import { type ProjectKeyData, type SeenKey, stateOfSeen } from './project-key-query.ts';
import { queryClient } from '../query-client.ts';

type StoredKey = Extract<SeenKey, { kind: 'stored' | 'unseen' }>;

interface KeyChoiceProps {
  /** What is known of the project, which has a key. */
  data: ProjectKeyData & { key: StoredKey };
  /** The stored key, one that was entered, or none yet. */
  value: KeyReference;
  /** Shown as it is, with nothing to choose. */
  isDisabled: boolean;
  /** Told which of the two is chosen. */
  onChange: (value: KeyReference) => void;
  /** Where another key is entered. */
  children: ReactNode;
}

/** The key that a project has, or another one: the project's from now on, or this deployment's alone. */
export const KeyChoice = (props: KeyChoiceProps): ReactElement => {
  const { data, value, isDisabled } = props;
  const id = useId();
  const use: KeyReference = { kind: 'stored', project: data.project, source: sourceOf(data.key) };
  return (
    <FormGroup label={words.apiKey} role="radiogroup" isRequired>
      <Stack hasGutter>
        <HelperText id={id}>
          <HelperTextItem variant={isRejected(data.key) ? 'warning' : 'default'}>
            {describeStored(data.key)}
          </HelperTextItem>
        </HelperText>
        <Radio
          id={`${id}-stored`}
          name={id}
          label={words.takeIt}
          aria-describedby={id}
          isChecked={value.kind === 'stored'}
          isDisabled={isDisabled}
          onChange={() => props.onChange(use)}
        />
        <AnotherKey {...props} id={id} />
      </Stack>
    </FormGroup>
  );
};

/** A key that nobody here can see cannot be replaced by them either. */
const AnotherKey = (props: KeyChoiceProps & { id: string }): ReactElement => {
  const { data, id, value } = props;
  const isUnseen = data.key.kind === 'unseen';
  const replaces = stateOfSeen(data.key);
  const isOutdated = value.kind === 'entered' && value.replaces !== replaces;
  const isChosen = value.kind !== 'stored' && !isUnseen && !isOutdated;
  // A key that was entered before the project got the one that is there now is not entered again.
  const another: KeyReference = isOutdated ? { ...value, replaces } : { kind: 'none' };
  return (
    <Radio
      id={`${id}-another`}
      name={id}
      label={words.anotherKey[data.scope]}
      description={<WhatAnotherDoes data={data} />}
      isChecked={isChosen}
      isDisabled={props.isDisabled || isUnseen}
      onChange={() => props.onChange(another)}
      body={isChosen ? props.children : undefined}
    />
  );
};

/** It can be used all the same: it may be valid again, and a model that is cached needs no pull. */
const isRejected = (key: StoredKey): boolean =>
  key.kind === 'stored' && key.record?.verification === 'rejected';

const sourceOf = (key: StoredKey): 'project' | 'older' =>
  key.kind === 'stored' ? key.source : 'project';

const describeStored = (key: StoredKey): string => {
  if (key.kind === 'unseen') {
    return words.unseenKey;
  }
  const record = describeRecord(key.record);
  return key.source === 'older'
    ? words.olderKey(record, key.names.apiKey, key.names.imagePull)
    : words.storedKey(record);
};

const WhatAnotherDoes = ({ data }: { data: ProjectKeyData & { key: StoredKey } }): ReactElement => {
  const { key, scope } = data;
  if (scope === 'deployment') {
    return <>{words.forThisDeployment}</>;
  }
  if (key.kind === 'unseen') {
    return <>{words.unseenStays}</>;
  }
  return key.source === 'older' ? (
    <>{words.besideOlder}</>
  ) : (
    <WhoseKeyIsReplaced project={data.project} />
  );
};

const WhoseKeyIsReplaced = ({ project }: { project: string }): ReactElement => {
  const users = useQuery(keyUsersQuery(project, keySecretNames('project', '')), queryClient);
  return (
    <>
      {words.replacesIt} {describeUsers(users)}
    </>
  );
};
