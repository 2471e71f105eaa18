import type { KeyRights } from './key-rights.ts';
import type { KeyScope } from './key-secrets.ts';
import type { ProjectKey, StoredProjectKey } from './project-key.ts';

/**
 * What can be done with a project's key on its settings:
 * - `add`: enter the first one; `mend`: enter it again, since its Secrets are incomplete
 * - `verify`, `replace`, `remove`: of one that is stored
 * - `tidyUp`: end a replacement that has left the previous key in the Secrets
 */
export type KeyAction = 'add' | 'mend' | 'verify' | 'replace' | 'remove' | 'tidyUp';

/**
 * What this person may do with this key. A key of the dashboard's older integration is that one's to
 * write; where each deployment has a key of its own, a project gets none.
 */
export const keyActions = (options: {
  key: ProjectKey;
  rights: KeyRights;
  scope: KeyScope;
  /** The administrator switched verification off. */
  skipsVerification: boolean;
}): KeyAction[] => {
  const { key, rights } = options;
  const mayWrite = rights.create && rights.patch;
  // What NVIDIA says is written down on our Secrets, and never on those of the older integration.
  const mayVerify = rights.get && (rights.patch || !isOurs(key)) && !options.skipsVerification;
  const possible: Record<KeyAction, boolean> = {
    add: key.kind === 'absent' && rights.create && options.scope === 'project',
    mend: key.kind === 'broken' && mayWrite,
    tidyUp: isOurs(key) && key.isUnfinished && rights.patch,
    verify: key.kind === 'stored' && mayVerify,
    replace: isOurs(key) && mayWrite,
    remove: (isOurs(key) || key.kind === 'broken') && rights.delete,
  };
  return (['add', 'mend', 'tidyUp', 'verify', 'replace', 'remove'] as const).filter(
    (action) => possible[action],
  );
};

const isOurs = (key: ProjectKey): key is StoredProjectKey =>
  key.kind === 'stored' && key.source === 'project';
