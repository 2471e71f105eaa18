import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import type { SeenKey } from '../wizard/project-key-query.ts';

type Unseen = Exclude<SeenKey['kind'], 'absent' | 'stored' | 'broken'>;

const TEXTS: Readonly<Record<Unseen, { title: string; body: string }>> = {
  hidden: {
    title: 'You are not allowed to see whether this project has an NVIDIA API key',
    body: "It is kept in the project's Secrets, which you are not allowed to list. Somebody who may edit this project can look, and an administrator of the project can let you.",
  },
  unseen: {
    title: 'This project has an NVIDIA API key that you are not allowed to see',
    body: "It is kept in the project's Secrets, which you are not allowed to list. Somebody who may edit this project can manage it, and an administrator of the project can let you.",
  },
  'not-needed': {
    title: 'No NVIDIA API key is needed',
    body: "This cluster pulls NVIDIA's images with its own credentials. A key that was stored before stays as it is.",
  },
};

/** A key of which nothing is shown, and why. */
export const UnseenKey = ({ kind }: { kind: Unseen }): ReactElement => (
  <FieldAlert variant="info" isPlain title={TEXTS[kind].title}>
    {TEXTS[kind].body}
  </FieldAlert>
);
