import { z } from 'zod';
import { assembleInferenceService } from '../bundle/assemble-inference-service.ts';
import type { DeploymentChoices } from '../bundle/deployment-choices.ts';
import { isSame } from '../bundle/is-same.ts';
import { aiAssetField, protectionField } from '../bundle/service-fields.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';
import {
  type EditedToken,
  planTokenChange,
  type TokenChange,
} from '../submit/edit/token-change.ts';
import type { DeploymentUpdate } from '../submit/edit/update-plan.ts';
import { editedTokens } from './edited-tokens.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { readChoices, readToken } from './read-choices.ts';

/**
 * What becomes of a deployment when the form is sent: only what a person changed in it. Its name stays,
 * and so does everything that no field shows.
 */
export const assembleUpdate = (options: {
  state: WizardState;
  existing: Deployment;
  initialData: unknown;
  applyFieldData: ApplyFieldData;
}): Deployment => {
  const { state, existing, initialData } = options;
  const { name, namespace = '' } = existing.model.metadata;
  const choices: DeploymentChoices = {
    ...readChoices(state, namespace),
    ...shownByNoField(existing.model, state, initialData),
    name,
  };
  return options.applyFieldData({
    ...existing,
    model: assembleInferenceService(choices, existing.model),
  });
};

/** What is written for that: the runtime first, since KServe looks at it when the InferenceService has changed. */
export const updateOf = (options: {
  state: WizardState;
  existing: Deployment;
  updated: Deployment;
  initialData: unknown;
}): DeploymentUpdate => {
  const { existing, updated } = options;
  return {
    updates: [
      ...(existing.server && updated.server && !isSame(existing.server, updated.server)
        ? [{ before: existing.server, after: updated.server }]
        : []),
      { before: existing.model, after: updated.model },
    ],
    tokens: tokenChangeOf(options),
  };
};

/** Undefined where nothing is changed: also for a person to whom the host shows no tokens. */
const tokenChangeOf = ({
  state,
  existing,
  initialData,
}: Parameters<typeof updateOf>[0]): TokenChange | undefined =>
  state.canCreateRoleBindings && areTokensChanged(state, initialData)
    ? planTokenChange({
        service: existing.model,
        before: tokensBefore(initialData),
        after: editedTokens(state.tokenAuthentication.data),
        nameOf: readToken,
      })
    : undefined;

/**
 * Of a NIM the host shows no field about AI assets, and says that it is none. And a deployment whose
 * tokens were left alone keeps its protection, also where nobody has a token for it.
 */
const shownByNoField = (
  model: InferenceService,
  state: WizardState,
  initialData: unknown,
): Partial<DeploymentChoices> => {
  const aiAsset = aiAssetField.read(model);
  const hasTokens = (state.tokenAuthentication.data ?? []).length > 0;
  return {
    ...(aiAsset ? { aiAsset } : {}),
    ...(hasTokens || areTokensChanged(state, initialData)
      ? {}
      : { isProtected: protectionField.read(model) }),
  };
};

const tokensSchema = z.array(z.object({ displayName: z.string(), k8sName: z.string().optional() }));

const secretsSchema = z.array(
  z.object({ metadata: z.object({ name: z.string(), uid: z.string().optional() }) }),
);

/** The form's tokens as it was opened: none where token authentication is off, whatever Secrets are left. */
const initialDataSchema = z.object({
  tokenAuthentication: tokensSchema.optional(),
  existingAuthTokens: secretsSchema.optional(),
});

/** Whether the form's tokens are others than when it was opened. */
const areTokensChanged = (state: WizardState, initialData: unknown): boolean =>
  namesOf(tokensBefore(initialData)) !== namesOf(editedTokens(state.tokenAuthentication.data));

/** The form's tokens as it was opened, each with the Secret that it is. */
const tokensBefore = (initialData: unknown): EditedToken[] => {
  const parsed = initialDataSchema.safeParse(initialData);
  const { tokenAuthentication, existingAuthTokens } = parsed.success ? parsed.data : {};
  return editedTokens(tokenAuthentication).map((token) => ({
    ...token,
    uid: existingAuthTokens?.find(({ metadata }) => metadata.name === token.secretName)?.metadata
      .uid,
  }));
};

const namesOf = (tokens: readonly EditedToken[]): string =>
  JSON.stringify(tokens.map(({ displayName, secretName }) => [displayName, secretName]));
