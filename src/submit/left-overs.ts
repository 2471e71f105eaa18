import { keySecretNames } from '../apiKey/key-secrets.ts';
import type { ClusterClient } from '../cluster/cluster-client.ts';
import type { InferenceService, KubernetesObject, ServingRuntime } from '../cluster/kubernetes.ts';
import { objectId } from './plan/object-id.ts';
import { SUBMISSION_LABEL, unmark } from './plan/submission-label.ts';
import { type Patience, usualPatience, withPatience } from './run/patience.ts';
import { type UndoReport, undoRun } from './run/undo-run.ts';
import { usedBy } from './used-by.ts';

/** What a project holds, as far as it tells what a submission has left behind. */
export interface ProjectObjects {
  /** Volumes and Secrets that are marked as part of a deployment that is not there yet. */
  marked: readonly KubernetesObject[];
  runtimes: readonly ServingRuntime[];
  services: readonly InferenceService[];
}

/** What submissions that did not come to their end have left. */
export interface LeftOvers {
  /** Never part of a deployment, and of no use to any. */
  removable: KubernetesObject[];
  /** Marked, and yet somebody's: the mark could not be taken off, or another deployment uses it by now. */
  stale: KubernetesObject[];
}

/** Another tab, or another person, may be at work for so long. */
const STILL_AT_WORK_MS = 2 * 60 * 1000;

/** @param now in milliseconds */
export const isStillAtWork = ({ metadata }: KubernetesObject, now: number): boolean =>
  !(now - Date.parse(metadata.creationTimestamp ?? '') > STILL_AT_WORK_MS);

/**
 * What submissions have left that did not come to their end. A volume or Secret that is marked has never
 * been used by its own submission, and is removable if nobody else uses it. Of a runtime of ours without its
 * InferenceService nobody can tell whether it had one; it holds nothing, and only takes a name. Serving
 * runtimes come last: in this order they are created, and in the reverse removed.
 *
 * @param now in milliseconds
 */
export const findLeftOvers = (project: ProjectObjects, now: number): LeftOvers => {
  const isOld = (object: KubernetesObject): boolean =>
    object.metadata.deletionTimestamp === undefined &&
    object.metadata.ownerReferences === undefined &&
    !isStillAtWork(object, now);
  const runtimes = project.runtimes.filter(
    (one) => isOld(one) && submissionOf(one) !== undefined && !isServed(one, project.services),
  );
  const users = [...project.runtimes.filter((one) => !runtimes.includes(one)), ...project.services];
  const used = new Set(users.flatMap(usedBy));
  const finished = new Set(project.services.map(submissionOf));
  const isSomebodys = (one: KubernetesObject): boolean =>
    finished.has(submissionOf(one)) || used.has(objectId(one));
  const marked = project.marked.filter(isOld);
  return {
    removable: [...marked.filter((one) => !isSomebodys(one)), ...runtimes],
    stale: marked.filter((one) => isSomebodys(one) && !isOfOne(one, project.services)),
  };
};

const isServed = ({ metadata }: KubernetesObject, services: readonly InferenceService[]): boolean =>
  services.some(
    (service) =>
      service.metadata.name === metadata.name ||
      service.spec.predictor.model?.runtime === metadata.name,
  );

const submissionOf = ({ metadata }: KubernetesObject): string | undefined =>
  metadata.labels?.[SUBMISSION_LABEL];

/** A key's Secret for one deployment alone keeps its mark until that owns it: it is to go with the deployment. */
const isOfOne = (
  { kind, metadata }: KubernetesObject,
  services: readonly InferenceService[],
): boolean =>
  kind === 'Secret' &&
  services.some((service) =>
    Object.values(keySecretNames('deployment', service.metadata.name)).includes(metadata.name),
  );

/** Takes stale marks off. Where that fails, the next wizard tries again. */
export const unmarkStale = async (
  stale: readonly KubernetesObject[],
  cluster: ClusterClient,
): Promise<void> => {
  await Promise.all(stale.map((object) => cluster.patch(object, unmark(object.metadata))));
};

const isRuntime = ({ kind }: KubernetesObject): boolean => kind === 'ServingRuntime';

/** Removes left-overs, each in the very version that was found, and says what became of them. */
export const removeLeftOvers = (
  leftOvers: readonly KubernetesObject[],
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<UndoReport> => {
  const written = leftOvers.map((object) => ({
    step: { id: objectId(object), object, dependsOn: [] },
    object,
  }));
  const waves = [
    written.filter(({ object }) => !isRuntime(object)),
    written.filter(({ object }) => isRuntime(object)),
  ];
  return undoRun(waves, [], { cluster: withPatience(cluster, patience), patience, owners: [] });
};
