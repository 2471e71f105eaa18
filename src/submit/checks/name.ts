import { PREDICTOR_ENDING } from './part-names.ts';
import type { SeenProject } from './seen-project.ts';
import { type Problem, stops, warns } from './problem.ts';

/** KServe makes a host name `<name>-predictor-<project>` of both, of which a label may have 63 characters. */
const LONGEST_WITH_PROJECT = 52;

/** What KServe takes as the name of an InferenceService. */
const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** Whether a deployment can have this name in this project. */
export const checkName = (
  { name, project }: { name: string; project: string },
  { services = [], runtimes = [] }: Pick<SeenProject, 'services' | 'runtimes'>,
): Problem[] => [
  ...checkForm(name, project),
  ...checkTaken(name, services.map(nameOf), runtimes.map(nameOf)),
  ...checkReserved(name, services.map(nameOf)),
];

const nameOf = ({ metadata }: { metadata: { name: string } }): string => metadata.name;

const checkForm = (name: string, project: string): Problem[] => {
  if (!NAME.test(name)) {
    return [
      stops(
        'name',
        `The resource name "${name}" is not allowed`,
        'Use lower-case letters, digits and dashes; begin with a letter, and end with a letter or digit.',
      ),
    ];
  }
  const room = LONGEST_WITH_PROJECT - project.length;
  if (name.length <= room) {
    return [];
  }
  return [
    stops(
      'name',
      `The resource name "${name}" is too long for this project`,
      room > 0
        ? `The model's address is made of both names: in the project ${project} a resource name has ${room} characters at most.`
        : `The model's address is made of both names, and that of the project ${project} leaves no room. Use a project with a shorter name.`,
    ),
  ];
};

const checkTaken = (
  name: string,
  services: readonly string[],
  runtimes: readonly string[],
): Problem[] => {
  const taken = services.includes(name) ? 'deployment' : 'serving runtime';
  return services.includes(name) || runtimes.includes(name)
    ? [stops('name', `The ${taken} "${name}" exists already`, 'Choose another name.')]
    : [];
};

/** KServe calls the parts of each deployment after it. */
const checkReserved = (name: string, services: readonly string[]): Problem[] => {
  const other = services.find(
    (service) =>
      name === `${service}${PREDICTOR_ENDING}` || service === `${name}${PREDICTOR_ENDING}`,
  );
  return other === undefined
    ? []
    : [
        warns(
          'name',
          `The name "${name}" is close to a part of the deployment "${other}"`,
          `KServe ends the names of a deployment's parts in "${PREDICTOR_ENDING}". Choose a name that cannot be mistaken for one.`,
        ),
      ];
};
