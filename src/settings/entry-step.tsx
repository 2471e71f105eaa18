import { Form } from '@patternfly/react-core';
import type { FormEvent, ReactElement } from 'react';
import { stateOfKey } from '../apiKey/project-key.ts';
import type { KeyUser } from '../bundle/key-users.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { KeyEntry } from '../wizard/key/key-entry.tsx';
import * as words from '../words/settings.ts';
import { apiKey } from '../words/key.ts';
import type { EnteringTexts } from './describe-entering.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { RefusedPulls } from '../wizard/key/refused-pulls.tsx';
import { ModalButtons } from './modal-buttons.tsx';
import { ModalContent } from './modal-content.tsx';
import type { KeyToBe } from './use-store-key.ts';

/** Where the key is entered and verified, as in the wizard, and then stored. */
export const EntryStep = (props: {
  data: KnownKeyData;
  texts: EnteringTexts;
  keyToBe: KeyToBe;
  refused: readonly KeyUser[];
  onCancel: () => void;
}): ReactElement => {
  const { data, texts, keyToBe } = props;
  const { entered, problem, store } = keyToBe;
  return (
    <>
      <ModalContent>
        <Form onSubmit={keepPage}>
          <p>{texts.explanation}</p>
          <KeyEntry
            label={apiKey}
            enteredFor={{
              project: data.project,
              scope: 'project',
              isVerified: !data.skipsVerification,
              replaces: stateOfKey(data.key),
            }}
            entered={entered}
            isDisabled={store.isRunning}
            onChange={keyToBe.enter}
          />
          <RefusedPulls users={props.refused} />
          <NotStored problem={problem} />
        </Form>
      </ModalContent>
      <ModalButtons
        action={{ ...store, label: texts.button, isDisabled: !entered }}
        leave={{ label: words.cancel, isRunning: store.isRunning, onClick: props.onCancel }}
      />
    </>
  );
};

const NotStored = ({ problem }: { problem: string | undefined }): ReactElement | null =>
  problem === undefined ? null : (
    <FieldAlert variant="danger" title={words.notStored} isLiveRegion>
      {problem}
    </FieldAlert>
  );

/** Enter is the input's; the form itself is never submitted. */
const keepPage = (event: FormEvent): void => event.preventDefault();
