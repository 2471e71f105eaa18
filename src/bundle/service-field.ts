import type { InferenceService } from '../cluster/kubernetes.ts';
import { isSame } from './is-same.ts';
import { withoutUndefined } from './without-undefined.ts';

/**
 * Something that one of the host's fields shows of an InferenceService. The two functions are each
 * other's inverse: what was written is read, and what is written stays out of everything else.
 */
export interface ServiceField<Value> {
  read: (service: InferenceService) => Value;
  write: (service: InferenceService, value: Value) => InferenceService;
  /** Whether a person has left the field as it was; by default when both say the same. */
  isUnchanged?: (shown: Value, chosen: Value) => boolean;
}

/**
 * Writes a value, unless the field shows it already: many an InferenceService shows the same, and one
 * that was made by other hands stays as they wrote it.
 */
export const changeField = <Value>(
  service: InferenceService,
  field: ServiceField<Value>,
  chosen: Value,
): InferenceService => {
  const { isUnchanged = isSame } = field;
  return isUnchanged(field.read(service), chosen) ? service : field.write(service, chosen);
};

/** The InferenceService with annotations set, or, where `undefined`, taken away. */
export const withAnnotations = (
  service: InferenceService,
  annotations: Record<string, string | undefined>,
): InferenceService => withMetadata(service, 'annotations', annotations);

/** The InferenceService with labels set, or, where `undefined`, taken away. */
export const withLabels = (
  service: InferenceService,
  labels: Record<string, string | undefined>,
): InferenceService => withMetadata(service, 'labels', labels);

const withMetadata = (
  service: InferenceService,
  member: 'annotations' | 'labels',
  values: Record<string, string | undefined>,
): InferenceService => ({
  ...service,
  metadata: {
    ...service.metadata,
    [member]: withoutUndefined({ ...service.metadata[member], ...values }),
  },
});

type Predictor = InferenceService['spec']['predictor'];
type Model = NonNullable<Predictor['model']>;
type Optional<T> = { [Field in keyof T]?: T[Field] | undefined };

/** The InferenceService with fields of its predictor set, or, where `undefined`, taken away. */
export const withPredictor = (
  service: InferenceService,
  values: Optional<Predictor>,
): InferenceService => ({
  ...service,
  spec: {
    ...service.spec,
    predictor: withoutUndefined({ ...service.spec.predictor, ...values }) as Predictor,
  },
});

/** The InferenceService with fields of its predictor's model set, or, where `undefined`, taken away. */
export const withModel = (service: InferenceService, values: Optional<Model>): InferenceService =>
  withPredictor(service, {
    model: withoutUndefined({ ...service.spec.predictor.model, ...values }) as Model,
  });
