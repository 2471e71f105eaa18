import type { EditedToken } from '../submit/edit/token-change.ts';

/** The form's tokens: one that exists has the name of its Secret. */
export const editedTokens = (
  tokens: readonly { displayName: string; k8sName?: string | undefined }[] = [],
): EditedToken[] =>
  tokens.map(({ displayName, k8sName }) => ({ displayName, secretName: k8sName }));
