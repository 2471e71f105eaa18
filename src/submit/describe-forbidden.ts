import { withoutPeriod } from './describe/name-object.ts';

/**
 * Why the API server said 403, which is not only for want of a permission: its admission says the same
 * when a quota is used up, a limit range is not kept, a webhook refuses, or the project is being deleted.
 */
export const describeForbidden = (message: string): string => {
  const words = withoutPeriod(message);
  const webhook = /admission webhook "([^"]+)" denied the request: (.*)$/s.exec(words);
  if (webhook) {
    return `the cluster's own check "${webhook[1]}" refused it: ${webhook[2]}.`;
  }
  if (/exceeded quota|failed quota|unknown for quota/.test(words)) {
    return `the project's quota does not allow it (${words}). Ask an administrator of the project.`;
  }
  if (/(maximum|minimum) \S+ usage per/.test(words)) {
    return `the project's limits do not allow it (${words}). Ask an administrator of the project.`;
  }
  return /because it is being terminated/.test(words)
    ? `the project is being deleted (${words}).`
    : `you do not have permission (${words}). Ask an administrator of the project.`;
};
