import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { Template } from '../cluster/kubernetes.ts';
import { LoadProblem, valueOrProblem } from './load-problem.ts';
import { queryClient } from './query-client.ts';
import { settingsQuery } from './settings-query.ts';

const TEMPLATE = 'nim-http-template';

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
export const templateQuery = queryOptions({
  queryKey: ['nimWizard', 'template'],
  queryFn: async ({ signal }): Promise<Template> => {
    const { namespace } = await queryClient.fetchQuery(settingsQuery);
    const outcome = await dashboardCluster.get<Template>(
      {
        apiVersion: 'template.openshift.io/v1',
        kind: 'Template',
        metadata: { name: TEMPLATE, namespace },
      },
      { signal },
    );
    const template = valueOrProblem(outcome, `the template ${TEMPLATE}`, {
      notFound: `The template ${TEMPLATE} is not in the namespace ${namespace}. Ask an administrator to install it.`,
    });
    if (!templateSchema.safeParse(template).success) {
      throw new LoadProblem(
        `The template ${TEMPLATE} in ${namespace} holds no readable serving runtime. Ask an administrator to install it again.`,
      );
    }
    return template;
  },
  staleTime: Infinity,
});
