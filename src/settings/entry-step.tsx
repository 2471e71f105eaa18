import { Form, ModalBody } from '@patternfly/react-core';
import type { FormEvent, ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { KeyEntry } from '../wizard/key-entry.tsx';
import type { EnteringTexts } from './describe-entering.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { ModalButtons } from './modal-buttons.tsx';
import type { KeyToBe } from './use-store-key.ts';

/** Where the key is entered and verified, as in the wizard, and then stored. */
export const EntryStep = (props: {
  data: KnownKeyData;
  texts: EnteringTexts;
  keyToBe: KeyToBe;
  onCancel: () => void;
}): ReactElement => {
  const { data, texts, keyToBe } = props;
  const { entered, problem, store } = keyToBe;
  return (
    <>
      <ModalBody>
        <Form onSubmit={keepPage}>
          <p>{texts.explanation}</p>
          <KeyEntry
            label="NVIDIA API key"
            project={data.project}
            scope="project"
            isVerified={!data.skipsVerification}
            entered={entered}
            isDisabled={store.isRunning}
            onChange={keyToBe.enter}
          />
          {problem === undefined ? null : (
            <FieldAlert variant="danger" title="The key was not stored" isLiveRegion>
              {problem}
            </FieldAlert>
          )}
        </Form>
      </ModalBody>
      <ModalButtons
        action={{ ...store, label: texts.button, isDisabled: !entered }}
        leave={{ label: 'Cancel', isRunning: store.isRunning, onClick: props.onCancel }}
      />
    </>
  );
};

/** Enter is the input's; the form itself is never submitted. */
const keepPage = (event: FormEvent): void => event.preventDefault();
