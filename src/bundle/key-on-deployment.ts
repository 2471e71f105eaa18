import { type KeySecretNames, NGC_API_KEY } from '../apiKey/key-secrets.ts';
import type { KeyChoice } from './deployment-choices.ts';
import type { NimDeployment } from './nim-deployment.ts';
import { servingContainer, withServingContainer, withVariable } from './serving-container.ts';

/**
 * Lets the runtime use a key's Secrets: the variable from which a NIM reads its key, and the pull
 * secret. Without a key (disconnected) neither is put on the runtime.
 */
export const applyKey = <D extends NimDeployment>(deployment: D, names: KeyChoice): D => {
  if (!deployment.server || !names) {
    return deployment;
  }
  const server = withServingContainer(deployment.server, (container) =>
    withVariable(container, {
      name: NGC_API_KEY,
      valueFrom: { secretKeyRef: { name: names.apiKey, key: NGC_API_KEY } },
    }),
  );
  return {
    ...deployment,
    server: {
      ...server,
      spec: { ...server.spec, imagePullSecrets: [{ name: names.imagePull }] },
    },
  };
};

/** Whether a deployment has a key of any kind, be it one that this plugin would not have given it. */
export const hasKey = ({ model, server }: NimDeployment): boolean => {
  const variables = [
    ...(model.spec.predictor.model?.env ?? []),
    ...((server && servingContainer(server)?.env) ?? []),
  ];
  return (
    variables.some(({ name }) => name === NGC_API_KEY) ||
    (server?.spec.imagePullSecrets ?? []).length > 0
  );
};

/** The Secrets that a deployment of ours takes its key from; undefined for one that takes none. */
export const secretsInUse = ({ server }: NimDeployment): KeySecretNames | undefined => {
  const variable =
    server && servingContainer(server)?.env?.find(({ name }) => name === NGC_API_KEY);
  const apiKey = variable?.valueFrom?.secretKeyRef?.name;
  const imagePull = server?.spec.imagePullSecrets?.[0]?.name;
  return apiKey && imagePull ? { apiKey, imagePull } : undefined;
};
