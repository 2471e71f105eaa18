import type { NimDeployment } from '../../bundle/nim-deployment.ts';
import { servingContainer } from '../../bundle/serving-container.ts';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import { checkAccelerators } from './accelerators.ts';
import { checkArguments } from './arguments.ts';
import { checkEnvironment } from './environment.ts';
import type { Problem } from './problem.ts';

/** Whether the container that serves the model can be what the deployment and its runtime say. */
export const checkContainer = ({ model, server }: NimDeployment, needs: ModelNeeds): Problem[] => {
  const container = server && servingContainer(server);
  const { env = [], args = [], resources } = model.spec.predictor.model ?? {};
  const ofRuntime: unknown = container?.['args'];
  return [
    ...checkEnvironment(env, container?.env ?? []),
    ...checkArguments(args, Array.isArray(ofRuntime) ? ofRuntime.map(String) : []),
    ...checkAccelerators(resources, needs),
  ];
};
