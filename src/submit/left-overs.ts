import type { ClusterClient } from '../cluster/cluster-client.ts';
import type { InferenceService, KubernetesObject, ServingRuntime } from '../cluster/kubernetes.ts';
import { type Patience, usualPatience, withPatience } from './patience.ts';
import { SUBMISSION_LABEL } from './submission-label.ts';
import { usedBy } from './used-by.ts';
import { type UndoReport, undoRun } from './undo-run.ts';

/** What a project holds, as far as it tells what a submission has left behind. */
export interface ProjectObjects {
  /** Volumes, Secrets and serving runtimes with a submission's label. */
  labelled: readonly KubernetesObject[];
  runtimes: readonly ServingRuntime[];
  services: readonly InferenceService[];
}

/** Another tab, or another person, may be at work for so long. */
const STILL_AT_WORK_MS = 2 * 60 * 1000;

/**
 * What submissions have left that did not come to their end: a runtime without its InferenceService;
 * a volume or Secret whose submission has none, and that no deployment of another uses. Serving runtimes
 * come last: in this order they are created, and in the reverse removed.
 *
 * @param now in milliseconds
 */
export const findLeftOvers = (project: ProjectObjects, now: number): KubernetesObject[] => {
  const old = project.labelled.filter(
    ({ metadata }) =>
      metadata.deletionTimestamp === undefined &&
      metadata.ownerReferences === undefined &&
      now - Date.parse(metadata.creationTimestamp ?? '') > STILL_AT_WORK_MS,
  );
  const runtimes = old.filter((one) => isRuntime(one) && !isServed(one, project.services));
  const names = new Set(runtimes.map(({ metadata }) => metadata.name));
  const used = new Set(
    project.runtimes.filter(({ metadata }) => !names.has(metadata.name)).flatMap(usedBy),
  );
  const finished = new Set(project.services.map(submissionOf));
  const others = old.filter(
    (one) =>
      !isRuntime(one) &&
      !finished.has(submissionOf(one)) &&
      !used.has(`${one.kind}/${one.metadata.name}`),
  );
  return [...others, ...runtimes];
};

const isRuntime = ({ kind }: KubernetesObject): boolean => kind === 'ServingRuntime';

const isServed = ({ metadata }: KubernetesObject, services: readonly InferenceService[]): boolean =>
  services.some(
    (service) =>
      service.metadata.name === metadata.name ||
      service.spec.predictor.model?.runtime === metadata.name,
  );

const submissionOf = ({ metadata }: KubernetesObject): string | undefined =>
  metadata.labels?.[SUBMISSION_LABEL];

/** Removes left-overs, each in the very version that was found, and says what became of them. */
export const removeLeftOvers = (
  leftOvers: readonly KubernetesObject[],
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<UndoReport> => {
  const written = leftOvers.map((object) => ({
    step: { id: `${object.kind}/${object.metadata.name}`, object, dependsOn: [] },
    object,
  }));
  const waves = [
    written.filter(({ object }) => !isRuntime(object)),
    written.filter(({ object }) => isRuntime(object)),
  ];
  return undoRun(waves, [], { cluster: withPatience(cluster, patience), patience, owners: [] });
};
