import type { StoredObject } from './stored-object.ts';

const base64Url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

// Where a cluster has its certificate authority, this one has a sentence: it speaks plain HTTP.
const noCertificate =
  '-----BEGIN CERTIFICATE-----\nthe embedded cluster has none\n-----END CERTIFICATE-----\n';

/**
 * The data of a service account's token Secret as the token controller fills it, each value in base64. The token
 * has the shape and the claims of a real one, and a signature that nobody checks: it is known by where it is kept.
 */
export const serviceAccountToken = (
  secret: StoredObject,
  account: StoredObject,
): Record<string, string> => {
  const { name, namespace = '', uid } = account.metadata;
  const claims = {
    iss: 'kubernetes/serviceaccount',
    'kubernetes.io/serviceaccount/namespace': namespace,
    'kubernetes.io/serviceaccount/secret.name': secret.metadata.name,
    'kubernetes.io/serviceaccount/service-account.name': name,
    'kubernetes.io/serviceaccount/service-account.uid': uid,
    sub: `system:serviceaccount:${namespace}:${name}`,
  };
  const header = base64Url(JSON.stringify({ alg: 'RS256', kid: 'embedded' }));
  const token = `${header}.${base64Url(JSON.stringify(claims))}.${base64Url(secret.metadata.uid)}`;
  return { 'ca.crt': btoa(noCertificate), namespace: btoa(namespace), token: btoa(token) };
};
