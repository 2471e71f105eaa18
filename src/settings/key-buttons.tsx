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

/** An action that is not a part of something that the card says. */
export type CardAction = Exclude<KeyAction, 'tidyUp'>;

const LOOKS: Readonly<Partial<Record<CardAction, Pick<ButtonProps, 'isDanger'>>>> = {
  remove: { isDanger: true },
};

/** What this person may do with the key. While one thing is done, no other can be begun. */
export const KeyButtons = (props: {
  actions: readonly CardAction[];
  /** It is known what NVIDIA said of the key last. */
  hasVerdict: boolean;
  running: KeyAction | undefined;
  /** NVIDIA was asked too often, and cannot be asked again yet. */
  isWaiting: boolean;
  onAction: Readonly<Record<CardAction, () => void>>;
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
              isAriaDisabled={
                props.running !== undefined || (action === 'verify' && props.isWaiting)
              }
              onClick={props.onAction[action]}
            >
              {action === 'verify' && !props.hasVerdict ? words.verify : words.actions[action]}
            </Button>
          </ActionListItem>
        ))}
      </ActionListGroup>
    </ActionList>
  );
