import { statusBody, type StatusBody } from './status-body.ts';

/** What a user is told who has no token, or one that Kubernetes refuses. */
export const notSignedIn = (): StatusBody =>
  statusBody('Unauthorized', 'Sign in to the dashboard again: your token is missing or refused.');

export const mayNotCreateSecrets = (project: string): StatusBody =>
  statusBody(
    'Forbidden',
    `You may not create Secrets in project "${project}", so no key can be verified for it. Ask an administrator of the project for the role "edit".`,
  );

export const kubernetesUnavailable = (): StatusBody =>
  statusBody(
    'ServiceUnavailable',
    'Kubernetes could not be asked whether you may use this project. Try again in a moment.',
  );

export const tooMany = (seconds: number): StatusBody =>
  statusBody(
    'TooManyRequests',
    `Too many attempts. Wait ${seconds} seconds and try again.`,
    seconds,
  );

export const tooManyOfAll = (seconds: number): StatusBody =>
  statusBody(
    'TooManyRequests',
    `Too many attempts of all users together. Wait ${seconds} seconds and try again.`,
    seconds,
  );
