import { z } from 'zod';
import { assembleInferenceService } from '../bundle/assemble-inference-service.ts';
import type { DeploymentChoices } from '../bundle/deployment-choices.ts';
import { aiAssetField, protectionField } from '../bundle/service-fields.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';
import type { EditedToken } from '../submit/edit/token-change.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { readChoices } from './read-choices.ts';

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
export const areTokensChanged = (state: WizardState, initialData: unknown): boolean =>
  namesOf(tokensBefore(initialData)) !== namesOf(tokensOf(state.tokenAuthentication.data));

/** The form's tokens as it was opened, each with the Secret that it is. */
export const tokensBefore = (initialData: unknown): EditedToken[] => {
  const parsed = initialDataSchema.safeParse(initialData);
  const { tokenAuthentication, existingAuthTokens } = parsed.success ? parsed.data : {};
  return tokensOf(tokenAuthentication).map((token) => ({
    ...token,
    uid: existingAuthTokens?.find(({ metadata }) => metadata.name === token.secretName)?.metadata
      .uid,
  }));
};

export const tokensOf = (tokens: z.infer<typeof tokensSchema> = []): EditedToken[] =>
  tokens.map(({ displayName, k8sName }) => ({ displayName, secretName: k8sName }));

const namesOf = (tokens: readonly EditedToken[]): string =>
  JSON.stringify(tokens.map(({ displayName, secretName }) => [displayName, secretName]));
