import { Form, FormGroup, Modal, TextInput } from '@patternfly/react-core';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import * as words from '../words/settings.ts';
import { describeRemoval, mustBeConfirmed } from './describe-removal.ts';
import type { KeyUsers } from './key-users.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { ModalButtons } from './modal-buttons.tsx';
import { ModalContent, scrollsAsAWhole } from './modal-content.tsx';
import { FIRST_CONTROL } from './modal-focus.ts';
import { ModalHead } from './modal-head.tsx';
import type { Notice } from './notice.ts';
import { UsersSentence } from './users-sentence.tsx';
import { useRemoveKey } from './use-remove-key.ts';

interface RemoveKeyModalProps {
  /** The key as it was read: this very version is removed. */
  data: KnownKeyData;
  /** Whom it would break, as far as that is known. */
  users: KeyUsers;
  /** Told what came of it, unless it was cancelled. */
  onClose: (notice?: Notice) => void;
}

/** Removes a project's key; where deployments would break, the project's name has to be typed. */
export const RemoveKeyModal = ({ data, users, onClose }: RemoveKeyModalProps): ReactElement => {
  const { project } = data;
  const id = useId();
  const [typed, setTyped] = useState('');
  const removal = useRemoveKey(data, onClose);
  const isAsked = mustBeConfirmed(users);
  const isDisabled = users.isLooking || (isAsked && typed !== project);
  const cancel = (): void => (removal.isRunning ? undefined : onClose());
  return (
    <Modal
      isOpen
      style={scrollsAsAWhole}
      variant="small"
      aria-labelledby={id}
      aria-describedby={`${id}-what`}
      {...(isAsked ? { elementToFocus: FIRST_CONTROL } : {})}
      onClose={cancel}
    >
      <ModalHead id={id} title={words.removeIt} isWarning />
      <ModalContent>
        <p>
          <UsersSentence users={users}>
            <span id={`${id}-what`}>{describeRemoval(data.key, users)}</span>
          </UsersSentence>
        </p>
        {isAsked ? (
          <NameToType
            name={project}
            onChange={setTyped}
            onEnter={() => (isDisabled ? undefined : removal.run())}
          />
        ) : null}
      </ModalContent>
      <ModalButtons
        action={{ ...removal, label: words.removeKey, variant: 'danger', isDisabled }}
        leave={{ label: words.cancel, isRunning: removal.isRunning, onClick: cancel }}
      />
    </Modal>
  );
};

const NameToType = (props: {
  name: string;
  onChange: (text: string) => void;
  onEnter: () => void;
}): ReactElement => {
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onEnter();
  };
  return (
    <Form className="pf-v6-u-mt-md" onSubmit={submit}>
      <FormGroup label={words.typeToConfirm(props.name)} fieldId={id} isRequired>
        <TextInput
          id={id}
          isRequired
          autoComplete="off"
          onChange={(_event, text) => props.onChange(text)}
        />
      </FormGroup>
    </Form>
  );
};
