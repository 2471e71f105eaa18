import type { ReactElement } from 'react';
import type { WithheldActions } from '../apiKey/withheld-actions.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';

/** Why something is not offered that could be done with the key, and who can help. */
export const MissingRights = ({ actions, rights }: WithheldActions): ReactElement | null =>
  actions.length === 0 ? null : (
    <FieldAlert variant="info" isPlain title={words.withheld(actions)}>
      {words.needsPermission(rights)}
    </FieldAlert>
  );
