import {
  Alert,
  CodeBlock,
  CodeBlockCode,
  ExpandableSection,
  Spinner,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { useCallback } from 'react';
import { stringify } from 'yaml';
import type { InferenceService } from '../../../../src/cluster/kubernetes.ts';
import { listResources, type ResourceKind } from '../api/cluster.ts';
import {
  ROLE,
  ROLE_BINDING,
  SECRET,
  SERVICE_ACCOUNT,
  SERVING_RUNTIME,
  VOLUME_CLAIM,
} from '../api/resource-kinds.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { relatedResources, withoutSecrets, type ReadKind } from './related-resources.ts';

const kinds = [SERVING_RUNTIME, VOLUME_CLAIM, SECRET, SERVICE_ACCOUNT, ROLE, ROLE_BINDING];

const readKind = async (resource: ResourceKind, namespace: string): Promise<ReadKind> => {
  const { kind } = resource;
  try {
    return { status: 'read', kind, objects: await listResources(resource, namespace) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 'refused', kind, message };
  }
};

/** Everything that belongs to a deployment, as YAML, without the values of Secrets. */
export const DeploymentResources = ({ model }: { model: InferenceService }) => {
  const namespace = model.metadata.namespace ?? '';
  const load = useCallback(
    () => Promise.all(kinds.map((resource) => readKind(resource, namespace))),
    [namespace],
  );
  const [read] = useLoaded(load);
  if (read.status === 'loading') {
    return <Spinner aria-label="Loading resources" />;
  }
  if (read.status === 'failed') {
    return <Alert component="p" isInline variant="danger" title={read.message} />;
  }
  const objects = read.data.flatMap((kind) => (kind.status === 'read' ? kind.objects : []));
  const refused = read.data.flatMap((kind) => (kind.status === 'refused' ? [kind] : []));
  return (
    <Stack hasGutter>
      {refused.map(({ kind, message }) => (
        <StackItem key={kind}>
          <Alert component="p" isInline isPlain variant="info" title={`${kind}: ${message}`} />
        </StackItem>
      ))}
      {relatedResources(model, objects).map((object) => (
        <StackItem key={`${object.kind} ${object.metadata.name}`}>
          <ExpandableSection toggleText={`${object.kind} ${object.metadata.name}`}>
            <CodeBlock>
              <CodeBlockCode
                className="devhost-resource"
                tabIndex={0}
                aria-label={`${object.kind} ${object.metadata.name} as YAML`}
              >
                {stringify(withoutSecrets(object))}
              </CodeBlockCode>
            </CodeBlock>
          </ExpandableSection>
        </StackItem>
      ))}
    </Stack>
  );
};
