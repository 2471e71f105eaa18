import type { KeptObject } from '../run/undo-run.ts';
import { nameObject } from './name-object.ts';

/** What stays because others use it by now, and who does; no sentence where there is nothing. */
export const describeKept = (kept: readonly KeptObject[] = []): string[] =>
  kept.length === 0
    ? []
    : [
        `Kept, since it is used by others meanwhile: ${kept
          .map(({ written, users }) => `${nameObject(written.object)} (${listOf(users)})`)
          .join(', ')}.`,
      ];

const listOf = (users: KeptObject['users']): string => users.map(nameObject).join(', ');
