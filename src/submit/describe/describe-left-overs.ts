import { keySecretNames } from '../../apiKey/key-secrets.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { counted, listed } from '../../words/language.ts';
import type { KeptObject, NotUndone, UndoReport } from '../run/undo-run.ts';
import { wordsOf } from './cluster-words.ts';
import { capitalize, nameObject, removeCommand } from './name-object.ts';

/** `the volume "a" and the secret "b"` */
const listObjects = (objects: readonly KubernetesObject[]): string =>
  listed(objects.map(nameObject));

/** What was left by a submission that did not come to its end. */
export const describeLeftOvers = (leftOvers: readonly KubernetesObject[]): string => {
  const names = capitalize(listObjects(leftOvers));
  const sentence = counted(leftOvers.length, {
    one: () => `${names} was created for it, and no deployment uses it.`,
    other: () => `${names} were created for it, and no deployment uses them.`,
  });
  return leftOvers.some(isOfProjectKey) ? `${sentence} ${KEY_IS_AMONG_THEM}` : sentence;
};

const KEY_IS_AMONG_THEM = "The project's NVIDIA API key is among them.";

/** What is lost for good with them, and so is asked about; undefined where that is nothing. */
export const describeLoss = (leftOvers: readonly KubernetesObject[]): string | undefined => {
  const volumes = leftOvers.filter(({ kind }) => kind === 'PersistentVolumeClaim').length;
  const secrets = leftOvers.filter(({ kind }) => kind === 'Secret');
  const losses = [
    ...(secrets.some(isOfProjectKey) ? ['That key then has to be entered again.'] : []),
    ...(secrets.every(isOfProjectKey)
      ? []
      : ['The NVIDIA API key that was stored for that deployment alone is removed, too.']),
    ...(volumes === 0
      ? []
      : [
          counted(volumes, {
            one: () => 'What was downloaded to the volume is lost.',
            other: () => 'What was downloaded to the volumes is lost.',
          }),
        ]),
  ];
  return losses.length === 0 ? undefined : losses.join(' ');
};

const PROJECT_KEY = Object.values(keySecretNames('project', ''));

const isOfProjectKey = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === 'Secret' && PROJECT_KEY.includes(metadata.name);

/** Why left-overs are still there, and how to remove them by hand. */
export interface RemovalProblem {
  title: string;
  body: string;
  /** For a shell. */
  commands: string[];
}

/** What became of their removal; undefined when all are gone. */
export const describeRemoval = ({ undone, left, kept }: UndoReport): RemovalProblem | undefined => {
  const there = [...left, ...kept].map(({ written }) => written.object);
  const [only] = there;
  if (!only) {
    return undefined;
  }
  // What stands in the title alone is not named again.
  const name = there.length === 1 ? () => 'it' : listObjects;
  return {
    title:
      there.length === 1
        ? `${capitalize(nameObject(only))} could not be removed`
        : 'Not everything could be removed',
    body: [
      ...describeForbidden(left.filter(isForbidden), name),
      ...left.filter((one) => !isForbidden(one)).map((one) => describeLeft(one, name)),
      ...kept.map((one) => describeKept(one, name)),
      ...(undone.length === 0
        ? []
        : [`Removed: ${listObjects(undone.map(({ object }) => object))}.`]),
    ].join(' '),
    commands: left.flatMap(({ written }) => removeCommand(written.object) ?? []),
  };
};

type Naming = (objects: readonly KubernetesObject[]) => string;

const isForbidden = ({ error, why }: NotUndone): boolean =>
  why === 'refused' && error.kind === 'forbidden';

const describeForbidden = (left: readonly NotUndone[], name: Naming): string[] =>
  left.length === 0
    ? []
    : [
        `You do not have permission to delete ${name(left.map(({ written }) => written.object))}. Ask somebody who may edit the project.`,
      ];

const describeLeft = ({ written, error, why }: NotUndone, name: Naming): string => {
  const what = name([written.object]);
  if (why === 'changed') {
    return `Somebody has changed ${what} meanwhile.`;
  }
  return error.kind === 'unreachable'
    ? `The cluster did not answer when asked to remove ${what}.`
    : `The cluster refused to remove ${what}. It says: ${wordsOf(error)}.`;
};

const describeKept = ({ written, users }: KeptObject, name: Naming): string =>
  `${capitalize(name([written.object]))} is in use by now: ${listObjects(users)}.`;
