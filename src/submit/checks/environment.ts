import { NGC_API_KEY } from '../../apiKey/key-secrets.ts';
import { CACHE_PATH, CACHE_PATH_VARIABLE } from '../../bundle/serving-container.ts';
import type { EnvVar } from '../../cluster/kubernetes.ts';
import { type Problem, stops, warns } from './problem.ts';

/** What Kubernetes takes as the name of a variable in every version. */
const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** The port at which the runtime's probes ask, and KServe sends what is asked of the model. */
const PORT = '8000';
const PORT_VARIABLES = ['NIM_SERVER_PORT', 'NIM_HTTP_API_PORT'];

/** Whether the deployment's own environment variables can be used beside those of its runtime. */
export const checkEnvironment = (
  variables: readonly EnvVar[],
  ofRuntime: readonly EnvVar[],
): Problem[] => [
  ...variables.flatMap((variable) => checkVariable(variable, ofRuntime)),
  ...[...twice(variables.map(({ name }) => name))].map((name) =>
    stops(
      'environment',
      `The environment variable ${name} is there twice`,
      'It is not certain which of them counts. Remove one.',
    ),
  ),
];

const twice = (names: readonly string[]): Set<string> =>
  new Set(names.filter((name, index) => names.indexOf(name) !== index));

const checkVariable = (variable: EnvVar, ofRuntime: readonly EnvVar[]): Problem[] => {
  const { name } = variable;
  if (!NAME.test(name)) {
    return [
      stops(
        'environment',
        `"${name}" cannot be the name of an environment variable`,
        'Use letters, digits, underscores, dashes and dots, and do not begin with a digit.',
      ),
    ];
  }
  const refused = whyRefused(variable);
  return refused === undefined
    ? checkKnown(variable, ofRuntime)
    : [stops('environment', `The environment variable ${name} cannot be set`, refused)];
};

/** Of a key that a deployment takes from a Secret, as one made by other means may, nothing can be read. */
const whyRefused = ({ name, valueFrom }: EnvVar): string | undefined => {
  if (name === 'PYTHONPATH') {
    return 'KServe refuses it. Remove it.';
  }
  return name === NGC_API_KEY && !valueFrom?.secretKeyRef
    ? 'The key would be readable by everybody who may see the deployment. Remove it, and enter the key on "Model details".'
    : undefined;
};

const checkKnown = ({ name, value }: EnvVar, ofRuntime: readonly EnvVar[]): Problem[] => {
  if (name === CACHE_PATH_VARIABLE) {
    return isInCache(value) ? [] : [outsideCache(value)];
  }
  if (PORT_VARIABLES.includes(name)) {
    return value === PORT ? [] : [otherPort(name)];
  }
  return ofRuntime.some((one) => one.name === name && one.value !== value)
    ? [
        warns(
          'environment',
          `The environment variable ${name} replaces the runtime's`,
          'The serving runtime sets it to another value. Remove it, unless you mean that.',
        ),
      ]
    : [];
};

const isInCache = (path = ''): boolean => path === CACHE_PATH || path.startsWith(`${CACHE_PATH}/`);

const outsideCache = (value = ''): Problem =>
  warns(
    'environment',
    `${CACHE_PATH_VARIABLE} leads out of the model cache`,
    `The volume is at ${CACHE_PATH}. In ${value || 'an empty path'} the model is lost with each restart, if it can be written there at all.`,
  );

const otherPort = (name: string): Problem =>
  warns(
    'environment',
    `${name} moves the model to another port`,
    `The serving runtime asks at port ${PORT} whether the model is ready, and would wait in vain.`,
  );
