import type { ProjectKey } from '../apiKey/project-key.ts';
import type { ProjectKeyData } from '../wizard/key/project-key-query.ts';

/** What the card works with: a key that this person may see, or none. */
export type KnownKeyData = ProjectKeyData & { key: ProjectKey };
