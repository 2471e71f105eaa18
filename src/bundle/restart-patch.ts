import { type JsonPatch, pointerTo } from '../cluster/json-patch.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';

/** KServe copies a predictor's annotations into its pods' template: another value means other pods. */
export const RESTARTED_ANNOTATION = 'nim-wizard.opendatahub.io/restarted-at';

const STOP_ANNOTATION = 'serving.kserve.io/stop';

/** Whether a deployment has no pods because somebody stopped it: it takes what is new when it starts. */
export const isStopped = ({ metadata }: InferenceService): boolean =>
  metadata.annotations?.[STOP_ANNOTATION] === 'true';

/**
 * Restarts a deployment by KServe's own means, as its own update would: nothing else changes.
 *
 * @param at the moment of the restart (ISO 8601)
 */
export const restartPatch = (service: InferenceService, at: string): JsonPatch => {
  const annotations = ['spec', 'predictor', 'annotations'];
  return [
    service.spec.predictor.annotations === undefined
      ? { op: 'add', path: pointerTo(...annotations), value: { [RESTARTED_ANNOTATION]: at } }
      : { op: 'add', path: pointerTo(...annotations, RESTARTED_ANNOTATION), value: at },
  ];
};
