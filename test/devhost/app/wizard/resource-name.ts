/** The rules of the dashboard for the name of an InferenceService. */
const VALID_NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** Names made from a display name are cut here, so that a route fits; typed ones may be longer. */
const LONGEST_MADE_NAME = 30;

/** A route's host joins name and project by a hyphen in one DNS label. */
const LONGEST_LABEL = 63;

/** A resource name made from a display name, as the dashboard makes it while one types. */
export const resourceNameOf = (displayName: string): string =>
  displayName
    .trim()
    .toLowerCase()
    .replaceAll(/\s/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/-+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST_MADE_NAME)
    .replace(/-+$/, '');

/** Why a resource name cannot be used in a project, or undefined. */
export const resourceNameFault = (name: string, project?: string): string | undefined => {
  if (!VALID_NAME.test(name)) {
    return 'Must start with a lowercase letter and end with a lowercase letter or number. Valid characters include lowercase letters, numbers, and hyphens (-).';
  }
  return project !== undefined && `${name}-${project}`.length > LONGEST_LABEL
    ? 'Resource name and project name combined cannot exceed 63 characters'
    : undefined;
};
