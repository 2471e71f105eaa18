import { listed } from './language.ts';
import { advancedSettings, modelDeployment, modelDetails } from './pages.ts';

/** The words of what is looked at and shown on the review page. */

// The checks.
export const checking = 'Checking';
export const notChecked = 'The checks could not be made';
export const noProblem = 'No problem was found.';
export const problemTitle = (title: string): string => `${title}.`;
export const problemBody = (body: string, page: string | undefined): string =>
  page === undefined ? body : `${body} This can be changed on "${page}".`;
/** The wizard's pages, by what is chosen there; a body that names its page says it by itself. */
export const pages = {
  storage: modelDetails,
  name: modelDeployment,
  hardware: modelDeployment,
  replicas: modelDeployment,
  tokens: advancedSettings,
  arguments: advancedSettings,
  environment: advancedSettings,
} as const;
export const notAllChecked = 'Not everything could be checked.';
export const restIsFine = 'No problem was found in what could be checked.';
export const notLookedAt = (what: readonly string[]): string =>
  `Not checked: ${listed(what)}. You may not have permission to see that, or no answer came.`;
export const deploymentGone = 'The deployment is not in the project any more';
export const deployAnew = 'Somebody has deleted it. Deploy the model anew.';

// What will be created.
export const hideYaml = 'Hide YAML';
export const showYaml = 'Show YAML';
export const loadingYaml = 'Loading the YAML';
export const cannotBeShown = 'What will be created cannot be shown';
export const yamlOfCreated = 'YAML of what will be created';
export const partNotLoaded =
  'A part of this page could not be loaded. Try again, or load the page again.';
