import { displayNameOf } from '../../bundle/display-name.ts';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import type { DeploymentUpdate } from '../edit/update-plan.ts';
import { listQuoted } from './list-quoted.ts';
import { type Problem, stops } from './problem.ts';

/** Another version in a runtime would be another version of every deployment that uses it. */
export const checkSharedRuntime = (
  { updates }: DeploymentUpdate,
  services: readonly InferenceService[],
): Problem[] => {
  const ofKind = (kind: string): string | undefined =>
    updates.find(({ after }) => after.kind === kind)?.after.metadata.name;
  const runtime = ofKind('ServingRuntime');
  const updated = ofKind('InferenceService');
  const others = services.filter(
    ({ metadata, spec }) => spec.predictor.model?.runtime === runtime && metadata.name !== updated,
  );
  return runtime === undefined || others.length === 0
    ? []
    : [
        stops(
          'model',
          `The serving runtime "${runtime}" also serves ${listQuoted(others.map(({ metadata }) => displayNameOf(metadata)))}`,
          'What is served there would get the other version, too. Keep the version, or deploy the other one as a deployment of its own.',
        ),
      ];
};
