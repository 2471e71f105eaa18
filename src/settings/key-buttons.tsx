import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  type ButtonProps,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { KeyAction } from '../apiKey/key-actions.ts';

const LOOKS: Readonly<
  Record<KeyAction, { label: string } & Pick<ButtonProps, 'variant' | 'isDanger'>>
> = {
  add: { label: 'Add a key', variant: 'secondary' },
  mend: { label: 'Enter the key', variant: 'secondary' },
  tidyUp: { label: 'Tidy up', variant: 'secondary' },
  verify: { label: 'Verify again', variant: 'secondary' },
  replace: { label: 'Replace', variant: 'secondary' },
  remove: { label: 'Remove', variant: 'secondary', isDanger: true },
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
        {props.actions.map((action) => {
          const { label, ...look } = LOOKS[action];
          return (
            <ActionListItem key={action}>
              <Button
                {...look}
                isLoading={props.running === action}
                // Not disabled: that would lose the focus.
                isAriaDisabled={props.running !== undefined}
                onClick={props.onAction[action]}
              >
                {label}
              </Button>
            </ActionListItem>
          );
        })}
      </ActionListGroup>
    </ActionList>
  );
