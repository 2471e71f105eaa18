import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { isJsonObject, textAt } from '../cluster/json.ts';

const isKubernetesObject = (value: unknown): value is KubernetesObject =>
  isJsonObject(value) &&
  textAt(value, 'apiVersion') !== undefined &&
  textAt(value, 'kind') !== undefined &&
  textAt(value['metadata'], 'name') !== undefined;

/** The Kubernetes objects of a YAML text. What is none of a cluster's (a kustomization) is left out. */
export const manifestDocuments = (yaml: string): KubernetesObject[] =>
  parseAllDocuments(yaml)
    .map((document): unknown => {
      const [error] = document.errors;
      if (error) {
        throw error;
      }
      return document.toJS();
    })
    .filter(isKubernetesObject);
