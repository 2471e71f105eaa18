import { setUtilsConfig } from '@openshift/dynamic-plugin-sdk-utils';
import { isKubernetesStatus, StatusError } from './status-error.ts';

const readStatus = async (response: Response): Promise<unknown> => {
  try {
    return JSON.parse(await response.clone().text());
  } catch {
    return undefined;
  }
};

/**
 * The fetch behind every function of the SDK's utilities. A refusal that is a Kubernetes Status is
 * thrown; any other answer, also an HTML page with code 502, is given back as it is.
 */
const appFetch = async (url: string, options?: RequestInit): Promise<Response> => {
  const response = await fetch(`/api/k8s${url}`, options);
  if (response.status < 400) {
    return response;
  }
  const status = await readStatus(response);
  if (isKubernetesStatus(status)) {
    throw new StatusError(status);
  }
  return response;
};

/** Sets up `@openshift/dynamic-plugin-sdk-utils` for the dashboard and its plugins; once a page. */
export const setUpSdkUtils = (): void =>
  setUtilsConfig({
    appFetch,
    wsAppSettings: () =>
      Promise.resolve({
        host: `${location.protocol.replace(/^http/, 'ws')}//${location.host}/wss/k8s`,
        subProtocols: [],
      }),
  });
