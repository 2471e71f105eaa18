import type { InferenceService, ServingRuntime } from '../../src/cluster/kubernetes.ts';
import { find } from './in-cluster.ts';
import { expect, test } from './wizard-test.ts';

test('deploys by gRPC and with the strategy that was chosen', async ({ wizard, stack, keys }) => {
  await wizard.openFilledIn(keys.valid);
  await wizard.page.getByLabel(/^Protocol/).selectOption('grpc');
  await wizard.next('Model deployment');
  await wizard.nameDeployment('My llama');
  await wizard.next('Advanced settings');
  await wizard.page.getByRole('radio', { name: 'Recreate' }).check();
  await wizard.expectAccessible();
  await wizard.next('Review');
  expect(await wizard.review()).toMatchObject({
    Protocol: 'gRPC',
    'Serving runtime': 'NVIDIA NIM (gRPC)',
    'Deployment strategy': 'Recreate',
  });
  await wizard.deploy();
  const service = find(stack.objects(), 'InferenceService', 'my-llama') as InferenceService;
  const runtime = find(stack.objects(), 'ServingRuntime', 'my-llama') as ServingRuntime;
  expect(service.spec.predictor.deploymentStrategy).toEqual({ type: 'Recreate' });
  expect(runtime.metadata.annotations).toMatchObject({
    'opendatahub.io/apiProtocol': 'gRPC',
    'opendatahub.io/template-name': 'nim-grpc-template',
  });
  expect(runtime.spec.containers[0]?.ports).toEqual([
    { name: 'h2c', containerPort: 50051, protocol: 'TCP' },
  ]);
  await wizard.press('Edit My llama');
  await wizard.model.waitFor();
  await expect(wizard.page.getByLabel(/^Protocol/)).toHaveValue('grpc');
  await expect(wizard.page.getByLabel(/^Protocol/)).toBeDisabled();
});
