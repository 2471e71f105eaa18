import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  type ButtonProps,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { KeyAction } from '../apiKey/key-actions.ts';
import * as words from '../words/settings.ts';

const LOOKS: Readonly<Partial<Record<KeyAction, Pick<ButtonProps, 'isDanger'>>>> = {
  remove: { isDanger: true },
};

/** What this person may do with the key. While one thing is done, no other can be begun. */
export const KeyButtons = (props: {
  actions: readonly KeyAction[];
  running: KeyAction | undefined;
  onAction: Readonly<Record<KeyAction, () => void>>;
}): ReactElement | null =>
  props.actions.length === 0 ? null : (
    <ActionList>
      <ActionListGroup className="pf-v6-u-flex-wrap">
        {props.actions.map((action) => (
          <ActionListItem key={action}>
            <Button
              variant="secondary"
              {...LOOKS[action]}
              isLoading={props.running === action}
              // Not disabled: that would lose the focus.
              isAriaDisabled={props.running !== undefined}
              onClick={props.onAction[action]}
            >
              {words.actions[action]}
            </Button>
          </ActionListItem>
        ))}
      </ActionListGroup>
    </ActionList>
  );
