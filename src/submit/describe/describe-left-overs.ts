import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { listed } from '../../words/language.ts';
import type { UndoReport } from '../run/undo-run.ts';
import { describeUndo } from './describe-undo.ts';
import { capitalize, nameObject } from './name-object.ts';

/** `The volume "a" and the secret "b"` */
const listObjects = (objects: readonly KubernetesObject[]): string =>
  capitalize(listed(objects.map(nameObject)));

/** What was left by a submission that did not come to its end. */
export const describeLeftOvers = (leftOvers: readonly KubernetesObject[]): string =>
  leftOvers.length === 1
    ? `${listObjects(leftOvers)} was created for it, and no deployment uses it.`
    : `${listObjects(leftOvers)} were created for it, and no deployment uses them.`;

/** What became of their removal; undefined when all are gone. */
export const describeRemoval = (report: UndoReport): string | undefined =>
  report.left.length + report.kept.length === 0 ? undefined : describeUndo(report).join(' ');
