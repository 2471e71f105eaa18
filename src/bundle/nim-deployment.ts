import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';

/** The two objects that are a deployment; `server` is missing where a runtime was deleted by hand. */
export interface NimDeployment {
  model: InferenceService;
  server?: ServingRuntime;
}
