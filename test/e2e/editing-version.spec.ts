import type { InferenceService, ServingRuntime } from '../../src/cluster/kubernetes.ts';
import { deployedNim } from './deployed-nim.ts';
import { comparable, find } from './in-cluster.ts';
import { olderDeployment } from './older-deployment.ts';
import { refuseUpdates } from './refuse-updates.ts';
import type { Stack } from './stack.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

const OLD = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.0';
const NEW = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5';

const serviceIn = (stack: Stack, name: string): InferenceService =>
  find(stack.objects(), 'InferenceService', name) as InferenceService;

const runtimeIn = (stack: Stack, name: string): ServingRuntime =>
  find(stack.objects(), 'ServingRuntime', name) as ServingRuntime;

const imageOf = ({ spec }: ServingRuntime): string | undefined => spec.containers[0]?.image;

const edit = async (wizard: WizardPage, name: string): Promise<void> => {
  await wizard.openProject();
  await wizard.press(`Edit ${name}`);
  await wizard.heading('Edit model deployment').waitFor();
  await wizard.model.waitFor();
  await wizard.look();
};

const goToReview = async (wizard: WizardPage): Promise<void> => {
  await wizard.next('Model deployment');
  await wizard.next('Advanced settings');
  await wizard.next('Review');
};

const update = async (wizard: WizardPage): Promise<void> => {
  await goToReview(wizard);
  await wizard.press('Update deployment');
};

test.describe("a deployment of the dashboard's older integration", () => {
  test.use({ seed: { with: olderDeployment } });

  test('is shown as it is, and sent unchanged stays what it was to the letter', async ({
    wizard,
    stack,
  }) => {
    const [service, runtime] = [serviceIn(stack, 'older'), runtimeIn(stack, 'older')];
    await edit(wizard, 'Older');
    await expect(wizard.model).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(wizard.version).toHaveValue('1.8.0');
    await expect(wizard.page.getByLabel(/^Volume/)).toHaveValue('nim-pvc-x7f3a');
    await expect(wizard.key).toHaveCount(0);
    await update(wizard);
    await wizard.page.waitForURL('**/projects/nim-demo');
    expect(comparable(serviceIn(stack, 'older'))).toEqual(comparable(service));
    expect(runtimeIn(stack, 'older')).toEqual(runtime);
  });

  test('gets a newer version, offered first, on both of its objects', async ({ wizard, stack }) => {
    const runtime = runtimeIn(stack, 'older');
    await edit(wizard, 'Older');
    const groups = wizard.version.locator('optgroup');
    await expect(groups.first()).toHaveAttribute('label', 'Newer versions');
    await expect(groups.first().locator('option').first()).toHaveText('1.15.5 (recommended)');
    await wizard.version.selectOption('1.15.5');
    await expect(wizard.text(/^The deployment restarts with this version/)).toBeVisible();
    await wizard.expectAccessible();
    await wizard.picture('editing-version');
    await goToReview(wizard);
    expect(await wizard.review()).toMatchObject({
      Version: '1.15.5, instead of 1.8.0',
      Image: NEW,
    });
    await wizard.press('Update deployment');
    await wizard.page.waitForURL('**/projects/nim-demo');
    const [container] = runtime.spec.containers;
    const [format] = runtime.spec.supportedModelFormats ?? [];
    expect(comparable(runtimeIn(stack, 'older'))).toEqual({
      ...comparable(runtime),
      spec: {
        ...runtime.spec,
        containers: [{ ...container, image: NEW }],
        supportedModelFormats: [{ ...format, version: '1.15.5' }],
      },
    });
    expect(serviceIn(stack, 'older').spec.predictor.annotations).toEqual({
      'nim-wizard.opendatahub.io/image': NEW,
    });
  });

  test('keeps its version when somebody changed it meanwhile, until that is forced', async ({
    wizard,
    stack,
  }) => {
    await edit(wizard, 'Older');
    const service = serviceIn(stack, 'older');
    const { predictor } = service.spec;
    const theirs: InferenceService = {
      ...service,
      spec: { ...service.spec, predictor: { ...predictor, timeout: 600 } },
    };
    await stack.replace(theirs);
    await wizard.version.selectOption('1.15.5');
    await update(wizard);
    await expect(wizard.text('the object has been modified')).toBeVisible();
    expect(imageOf(runtimeIn(stack, 'older'))).toBe(OLD);
    await wizard.press('Force update');
    await wizard.page.waitForURL('**/projects/nim-demo');
    expect(imageOf(runtimeIn(stack, 'older'))).toBe(NEW);
    expect(serviceIn(stack, 'older').spec.predictor).toMatchObject({
      timeout: 600,
      minReplicas: 1,
      maxReplicas: 3,
    });
  });
});

test.describe('a version that cannot be written', () => {
  test.use({ seed: { with: deployedNim } });

  test('is on neither object', async ({ wizard, stack, page }) => {
    const runtime = runtimeIn(stack, 'my-llama');
    await edit(wizard, 'My llama');
    await wizard.version.selectOption('1.8.5');
    await goToReview(wizard);
    await refuseUpdates(page, 'quota');
    await wizard.press('Update deployment');
    await expect(wizard.text('Put back as it was: the serving runtime "my-llama".')).toBeVisible();
    expect(comparable(runtimeIn(stack, 'my-llama'))).toEqual(comparable(runtime));
  });
});
