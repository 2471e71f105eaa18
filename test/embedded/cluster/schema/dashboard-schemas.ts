import { tolerationSchema } from './pod-schemas.ts';
import { flag, intOrText, kept, listOf, mapOf, object, oneOf, text } from './schema.ts';
import type { Schema } from './schema.ts';

// The dashboard's own kinds, OpenShift's Template and Project, and the hardware profiles.

/**
 * The dashboard's configuration. `spec.nimConfig` is not in its published definition, so the API server drops it,
 * and so do we.
 */
export const odhDashboardConfigSchema: Schema = object(
  {
    spec: object({
      // Any flag is taken here; the real schema lists them by name.
      dashboardConfig: mapOf(flag),
      genAiStudioConfig: kept,
      globalMLflowNamespaces: { ...listOf(text), maxItems: 1 },
      groupsConfig: object({ adminGroups: text, allowedGroups: text }, [
        'adminGroups',
        'allowedGroups',
      ]),
      hardwareProfileOrder: listOf(text),
      modelServerSizes: listOf(kept),
      modelServing: object({
        deploymentStrategy: oneOf('rolling', 'recreate'),
        isLLMdDefault: flag,
      }),
      notebookController: object(
        {
          enabled: flag,
          notebookNamespace: text,
          notebookTolerationSettings: object({ enabled: flag, key: text }),
          pvcSize: text,
          storageClassName: text,
        },
        ['enabled'],
      ),
      notebookSizes: listOf(kept),
      templateDisablement: listOf(text),
      templateOrder: listOf(text),
    }),
  },
  ['spec'],
);

/**
 * OpenShift's Template. `objects` holds whole objects of any kind, kept as they are, as OpenShift's own API server
 * does; the published definition (made for documentation) would empty them.
 */
export const templateSchema: Schema = object(
  {
    labels: mapOf(text),
    message: text,
    objects: listOf(kept),
    parameters: listOf(
      object(
        {
          description: text,
          displayName: text,
          from: text,
          generate: text,
          name: text,
          required: flag,
          value: text,
        },
        ['name'],
      ),
    ),
  },
  ['objects'],
);

/** OpenShift's Route: nothing is routed here, it is there for its name. */
export const routeSchema: Schema = object({ spec: kept, status: kept });

/** `infrastructure.opendatahub.io/v1`, after the dashboard's description of it. */
export const hardwareProfileSchema: Schema = object({
  spec: object({
    identifiers: listOf(
      object(
        {
          defaultCount: intOrText,
          displayName: text,
          identifier: text,
          maxCount: intOrText,
          minCount: intOrText,
          resourceType: text,
        },
        ['defaultCount', 'displayName', 'identifier', 'minCount'],
      ),
    ),
    scheduling: object(
      {
        kueue: object({ localQueueName: text, priorityClass: text }, ['localQueueName']),
        node: object({ nodeSelector: mapOf(text), tolerations: listOf(tolerationSchema) }),
        type: oneOf('Queue', 'Node'),
      },
      ['type'],
    ),
  }),
  status: kept,
});

/** A project is OpenShift's view of a namespace; here it is an object of its own beside it. */
export const projectSchema: Schema = object({
  spec: object({ finalizers: listOf(text) }),
  status: object({ phase: text }),
});
