import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { type KeyReference, replacesProjectKey } from '../../apiKey/key-reference.ts';
import { letKeyGo } from '../../apiKey/key-vault.ts';
import * as words from '../../words/key.ts';
import { BrokenKey } from './broken-key.tsx';
import { FieldAlert } from '../field-alert.tsx';
import { KeyChoice } from './key-choice.tsx';
import { KeyFormPlaceholder } from './key-form-placeholder.tsx';
import { KeyEntry } from './key-entry.tsx';
import { ReplacedKeyUsers } from './lazy-replaced-key-users.tsx';
import { mayAddKeyQuery } from './may-add-key-query.ts';
import { type ProjectKeyData, stateOfSeen } from './project-key-query.ts';
import { queryClient } from '../query-client.ts';
import type { Loaded } from '../use-external-data.ts';
import type { KeyData } from './use-key-data.ts';
import { WhenLoaded } from '../when-loaded.tsx';

export interface ApiKeyFieldProps {
  /** Undefined until one is chosen. */
  project: string | undefined;
  /** Which key the deployment uses; a reference, never the key itself. */
  value: KeyReference;
  /** Told of every other choice, and of a key that was entered and judged. */
  onChange: (value: KeyReference) => void;
  /** What the project's Secrets say, or that it is still looked for. */
  external: Loaded<KeyData>;
  /** Shown as it is, with nothing to choose or to enter. */
  isDisabled: boolean;
}

/** The project's NVIDIA API key: one that is there already, one to enter, or none at all. */
export const ApiKeyField = (props: ApiKeyFieldProps): ReactElement => {
  const { external, project, value } = props;
  if (project === undefined) {
    return <Note title={words.chooseProject} />;
  }
  if (value.kind === 'in-use') {
    // Nothing is said of the project: the deployment's Secrets may be its own, or may be gone.
    return <Note title={words.keyStays} />;
  }
  return (
    <WhenLoaded
      external={external}
      label={words.apiKey}
      loadingText={words.lookingForKey}
      placeholder={<KeyFormPlaceholder />}
      errorTitle={words.keyNotLookedUp}
    >
      {(data) => <KeyOfProject {...props} project={project} data={data} />}
    </WhenLoaded>
  );
};

interface KeyOfProjectProps {
  project: string;
  value: KeyReference;
  data: ProjectKeyData;
  isDisabled: boolean;
  onChange: (value: KeyReference) => void;
}

const KeyOfProject = (props: KeyOfProjectProps): ReactElement => {
  const { value, data, project, isDisabled } = props;
  const { key } = data;
  const onChange = (next: KeyReference): void => {
    if (next.kind !== 'entered') {
      letKeyGo(project);
    }
    props.onChange(next);
  };
  useGoneKey(props);
  if (value.kind === 'not-needed') {
    return <Note title={words.noKeyNeeded}>{words.whyNoKeyIsNeeded}</Note>;
  }
  if (key.kind === 'stored' || key.kind === 'unseen') {
    return (
      <KeyChoice data={{ ...data, key }} value={value} isDisabled={isDisabled} onChange={onChange}>
        <EnteredHere {...props} label={words.newApiKey} onChange={onChange} />
      </KeyChoice>
    );
  }
  return (
    <>
      {key.kind === 'broken' && data.scope === 'project' ? (
        <BrokenKey project={project} broken={key} isEntered={value.kind === 'entered'} />
      ) : null}
      <EnteredHere {...props} label={words.apiKey} onChange={onChange} />
    </>
  );
};

/** A key that was to be used and is gone, or incomplete, when it is looked at again holds the wizard back. */
const useGoneKey = ({ value, data, onChange }: KeyOfProjectProps): void => {
  const isGone =
    value.kind === 'stored' && (data.key.kind === 'absent' || data.key.kind === 'broken');
  useEffect(() => {
    if (isGone) {
      onChange({ kind: 'none' });
    }
  }, [isGone, onChange]);
};

/** The form is there at once; who may not add a key is told when the cluster has said so. */
const EnteredHere = (props: KeyOfProjectProps & { label: string }): ReactElement => {
  const { data, value } = props;
  const { data: mayAdd } = useQuery(mayAddKeyQuery(props.project), queryClient);
  const entered = value.kind === 'entered' ? value : undefined;
  // Who enters a key is not to be surprised by one that was there before.
  const mayMeetHidden = data.key.kind === 'hidden' && data.scope === 'project' && mayAdd !== false;
  return (
    <>
      {mayMeetHidden ? <Note title={words.mayHaveKey}>{words.whatOfHiddenKey}</Note> : null}
      <KeyEntry
        key={props.project}
        label={props.label}
        enteredFor={{
          project: props.project,
          scope: data.scope,
          isVerified: !data.skipsVerification,
          replaces: stateOfSeen(data.key),
        }}
        entered={entered}
        isDisabled={props.isDisabled}
        isForbidden={mayAdd === false}
        onChange={props.onChange}
      />
      {entered && replacesProjectKey(entered) ? <ReplacedKeyUsers entered={entered} /> : null}
    </>
  );
};

const Note = (props: { title: string; children?: ReactNode }): ReactElement => (
  <FieldAlert className="pf-v6-u-mb-sm" variant="info" isPlain {...props} />
);
