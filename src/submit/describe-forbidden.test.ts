import { expect, it } from 'vitest';
import { describeForbidden } from './describe-forbidden.ts';

// Each as a real API server says it.
it.each([
  [
    'secrets is forbidden: User "vic" cannot create resource "secrets" in API group "" in the namespace "nim-demo"',
    /^you do not have permission \(secrets is forbidden: .*\)\. Ask an administrator of the project\.$/,
  ],
  [
    'persistentvolumeclaims "a" is forbidden: exceeded quota: none, requested: persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0',
    /^the project's quota does not allow it \(/,
  ],
  [
    'persistentvolumeclaims "a" is forbidden: maximum storage usage per PersistentVolumeClaim is 10Gi, but request is 50Gi',
    /^the project's limits do not allow it \(/,
  ],
  [
    'admission webhook "judge.example.com" denied the request: no models on Mondays.',
    /^the cluster's own check "judge\.example\.com" refused it: no models on Mondays\.$/,
  ],
  [
    'secrets "a" is forbidden: unable to create new content in namespace nim-demo because it is being terminated',
    /^the project is being deleted \(/,
  ],
])('what was forbidden is said for what it is: %#', (message, words) => {
  expect(describeForbidden(message)).toMatch(words);
});
