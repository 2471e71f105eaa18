import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { manifestDocuments } from '../../embedded/seed/manifest-documents.ts';

export const repository = join(import.meta.dirname, '../../..');

const works = (path: string): boolean => {
  try {
    execFileSync(path, ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The control plane's own kubectl, else the system's; undefined where there is none. */
export const kubectl: string | undefined = [
  ...(process.env['KUBEBUILDER_ASSETS']
    ? [join(process.env['KUBEBUILDER_ASSETS'], 'kubectl')]
    : []),
  'kubectl',
].find(works);

/** What `kubectl kustomize` makes of a folder of the repository. */
export const rendered = (folder: string): KubernetesObject[] =>
  manifestDocuments(
    execFileSync(kubectl ?? 'kubectl', ['kustomize', join(repository, folder)], {
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    }),
  );
