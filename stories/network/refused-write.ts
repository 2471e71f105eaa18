import { HttpResponse } from 'msw';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import {
  alreadyExists,
  conflict,
  forbidden,
  type Refusal,
  storageFault,
} from '../../test/embedded/cluster/status.ts';

export type RefusedCode = 403 | 409 | 500;

/** What an API server answers that refuses this write, in the words that it has for it. */
export const refusedWrite = async (
  request: Request,
  code: RefusedCode,
  user = 'ada',
): Promise<Response> => {
  const { status } = refusal(await writeOf(request), code, user);
  return HttpResponse.json({ ...status }, { status: code });
};

interface Write {
  method: string;
  group: string;
  plural: string;
  namespace: string;
  name: string;
}

const PATH = /\/(?:api|apis\/([^/]+))\/v\w+\/namespaces\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/;

/** A new object says its name in the body, one that is there in the address. */
const writeOf = async (request: Request): Promise<Write> => {
  const { pathname } = new URL(request.url);
  const [, group = '', namespace = '', plural = '', inAddress] = PATH.exec(pathname) ?? [];
  const name = inAddress ?? ((await request.clone().json()) as KubernetesObject).metadata.name;
  return { method: request.method, group, plural, namespace, name };
};

const VERBS: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

const refusal = (write: Write, code: RefusedCode, user: string): Refusal => {
  const { method, group, plural, namespace, name } = write;
  const isNew = method === 'POST';
  switch (code) {
    case 403:
      return forbidden(
        write,
        isNew ? undefined : name,
        `User "${user}" cannot ${VERBS[method]} resource "${plural}" in API group "${group}" in the namespace "${namespace}"`,
      );
    case 409:
      return isNew
        ? alreadyExists(write, name)
        : conflict(
            write,
            name,
            'the object has been modified; please apply your changes to the latest version and try again',
          );
    case 500:
      return storageFault('etcdserver: request timed out');
  }
};
