import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { manifestDocuments } from './manifest-documents.ts';

const folder = join(import.meta.dirname, '../../../manifests/base');

/** The objects of `manifests/base`, in the order of the file names. */
export const loadManifests = (): KubernetesObject[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) => manifestDocuments(readFileSync(join(folder, name), 'utf8')));
