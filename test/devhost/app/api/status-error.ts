/** Kubernetes' answer when a request was refused. */
export interface KubernetesStatus {
  kind: 'Status';
  message?: string;
  reason?: string;
  code?: number;
  details?: { kind?: string; name?: string };
}

export const isKubernetesStatus = (value: unknown): value is KubernetesStatus =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Status';

/**
 * The class of the errors that the dashboard's fetch throws. The wizard's footer offers an overwrite
 * only for errors of this very class, so a plugin has to pass them on untouched.
 */
export class StatusError extends Error {
  readonly statusObject: KubernetesStatus;

  constructor(statusObject: KubernetesStatus) {
    super(statusObject.message);
    this.statusObject = statusObject;
  }
}
