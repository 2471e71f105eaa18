import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { Template } from '../cluster/kubernetes.ts';
import * as words from '../words/loading.ts';
import { LoadProblem, valueOrProblem } from './load-problem.ts';
import type { Protocol } from './model/model-field-value.ts';
import { queryClient } from './query-client.ts';
import { settingsQuery } from './settings-query.ts';

const TEMPLATES: Readonly<Record<Protocol, string>> = {
  http: 'nim-http-template',
  grpc: 'nim-grpc-template',
};

const templateSchema = z.object({
  objects: z.array(
    z
      .object({
        kind: z.string(),
        metadata: z.object({ name: z.string() }).passthrough(),
        spec: z
          .object({ containers: z.array(z.object({ name: z.string() }).passthrough()) })
          .passthrough(),
      })
      .passthrough(),
  ),
});

/** The Template that a NIM's ServingRuntime is made from, in the dashboard's namespace. */
export const templateQuery = (protocol: Protocol) => {
  const name = TEMPLATES[protocol];
  return queryOptions({
    queryKey: ['nimWizard', 'template', name],
    queryFn: async ({ signal }): Promise<Template> => {
      const { namespace } = await queryClient.fetchQuery(settingsQuery);
      const outcome = await dashboardCluster.get<Template>(
        { apiVersion: 'template.openshift.io/v1', kind: 'Template', metadata: { name, namespace } },
        { signal },
      );
      const template = valueOrProblem(outcome, words.template(name), {
        notFound: words.noTemplate(name, namespace),
      });
      if (!templateSchema.safeParse(template).success) {
        throw new LoadProblem(words.templateUnreadable(name, namespace));
      }
      return template;
    },
    staleTime: Infinity,
  });
};
