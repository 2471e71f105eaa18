import { type KeyAction, keyActions } from './key-actions.ts';
import type { KeyRights } from './key-rights.ts';

/** What somebody with all rights could do with a project's key, and which rights are missing for it. */
export interface WithheldActions {
  actions: KeyAction[];
  rights: (keyof KeyRights)[];
}

/** What this person may not do for want of a right; what nobody may do with this key is not among it. */
export const withheldActions = (options: Parameters<typeof keyActions>[0]): WithheldActions => {
  const { rights } = options;
  const withRights = (given: KeyRights): KeyAction[] => keyActions({ ...options, rights: given });
  const possible = withRights(ALL);
  const allowed = withRights(rights);
  const isMissed = (right: keyof KeyRights): boolean =>
    !rights[right] && withRights({ ...ALL, [right]: false }).length < possible.length;
  return {
    actions: possible.filter((action) => !allowed.includes(action)),
    rights: (['get', 'create', 'patch', 'delete'] as const).filter(isMissed),
  };
};

const ALL: KeyRights = { create: true, get: true, patch: true, delete: true };
