import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import type { SeenKey } from '../wizard/key/project-key-query.ts';
import * as words from '../words/settings.ts';

type Unseen = Exclude<SeenKey['kind'], 'absent' | 'stored' | 'broken'>;

/** A key of which nothing is shown, and why. */
export const UnseenKey = ({ kind }: { kind: Unseen }): ReactElement => (
  <FieldAlert variant="info" isPlain title={words.unseenKey[kind].title}>
    {words.unseenKey[kind].body}
  </FieldAlert>
);
