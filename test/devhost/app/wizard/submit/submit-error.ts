import { StatusError } from '../../api/status-error.ts';

const RESOURCE_NAMES: Record<string, string> = {
  inferenceservices: 'model deployment',
  servingruntimes: 'serving runtime',
};

/** What the footer says about a failed submission. */
export const describeSubmitError = (error: unknown, displayName: string): string => {
  if (error instanceof StatusError && isConflict(error, 'AlreadyExists')) {
    const { kind, name } = error.statusObject.details ?? {};
    const resource = RESOURCE_NAMES[kind ?? ''] ?? 'resource';
    const shown = displayName || name;
    const which = shown ? `with the name "${shown}"` : 'with this name';
    return `A ${resource} ${which} already exists. Please choose a different ${resource} name.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return Object.entries(RESOURCE_NAMES).reduce(
    (text, [plural, name]) => text.replace(new RegExp(`${plural}\\.\\S+`, 'i'), name),
    message,
  );
};

/**
 * Whether the footer may offer "Force update" and "Refresh": a 409 that the dashboard's own fetch
 * threw, about anything but a Secret or a ServiceAccount.
 */
export const canOverwrite = (error: unknown): boolean =>
  error instanceof StatusError &&
  error.statusObject.code === 409 &&
  !['secrets', 'serviceaccounts'].includes(error.statusObject.details?.kind ?? '');

const isConflict = ({ statusObject }: StatusError, reason: string): boolean =>
  statusObject.code === 409 && statusObject.reason === reason;
