import { NGC_API_KEY } from '../../apiKey/key-secrets.ts';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import { NIM_REGISTRY } from '../../catalog/image-reference.ts';
import type { KubernetesObject, Secret } from '../../cluster/kubernetes.ts';
import { type PlanStep, planDeployment } from '../plan/submit-plan.ts';

/** What stands in the place of a key. */
export const KEY_PLACEHOLDER = '<your NVIDIA API key>';

/** One object as a person is shown it before it is there. */
export interface PreviewedObject {
  /** `replaced`: it exists, and gets another key. */
  change: 'created' | 'replaced';
  object: KubernetesObject;
  /** The name of the InferenceService that owns it: it goes when that goes. */
  ownedBy?: string;
}

/**
 * What a submission makes of a bundle, in its order, without anything secret: who applies it writes the
 * key in the place of the placeholder.
 */
export const previewObjects = (bundle: ResourceBundle): PreviewedObject[] =>
  planDeployment(bundle, '').steps.map((step) => ({
    change: step.replacement ? 'replaced' : 'created',
    object: redact(step),
    ...(step.ownedBy === undefined ? {} : { ownedBy: bundle.inferenceService.metadata.name }),
  }));

const redact = ({ object }: PlanStep): KubernetesObject =>
  isSecret(object) ? redactSecret(object) : object;

const isSecret = (object: KubernetesObject): object is Secret => object.kind === 'Secret';

const redactSecret = ({ data, ...secret }: Secret): Secret =>
  data ? { ...secret, stringData: placeholders(data) } : secret;

/** As text, not in base64: a person is to find the place. The API server wants the pull secret to be JSON. */
const placeholders = (data: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(data).map((member) => [
      member,
      member === '.dockerconfigjson' ? placeholderLogin : KEY_PLACEHOLDER,
    ]),
  );

const placeholderLogin = JSON.stringify({
  auths: { [NIM_REGISTRY]: { username: '$oauthtoken', password: KEY_PLACEHOLDER } },
});

/** Whether a preview has a place for the key. */
export const hasKeyPlaceholder = (objects: readonly PreviewedObject[]): boolean =>
  objects.some(({ object }) =>
    JSON.stringify(object).includes(`"${NGC_API_KEY}":"${KEY_PLACEHOLDER}"`),
  );
