import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InferenceService, KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { isShown, openDashboard, type RunningDashboard } from './open-dashboard.ts';

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const chooseLocation = async (page: Page, name: string) => {
  await page.getByLabel('Model location').click();
  await page.getByRole('option', { name }).click();
};
const isService = (object: KubernetesObject): object is InferenceService =>
  object.kind === 'InferenceService';

/** From the first page to the review, with a name. */
const goToReview = async (page: Page, name: string) => {
  await next(page);
  await page.getByLabel('Model deployment name').fill(name);
  await next(page);
  await next(page);
  await page.getByRole('heading', { name: 'Review' }).waitFor();
};

describe('the deployment wizard', { timeout: 60_000 }, () => {
  let dashboard: RunningDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 120_000);
  afterAll(() => dashboard.stop());

  const service = (name: string) =>
    dashboard.cluster
      .objects()
      .filter(isService)
      .find(({ metadata }) => metadata.name === name);

  const openWizard = async (user?: string) => {
    const opened = await dashboard.open('/projects/nim-demo/deploy', user);
    await chooseLocation(opened.page, 'NVIDIA NIM');
    await opened.page.getByLabel('green').waitFor();
    return opened;
  };

  const deploy = async (name: string, user?: string) => {
    const { page, said } = await openWizard(user);
    await page.getByLabel('blue').check();
    await goToReview(page, name);
    await page.getByRole('button', { name: 'Deploy model' }).click();
    return { page, said };
  };

  const startEditing = async (displayName: string) => {
    const { page } = await dashboard.open('/projects/nim-demo');
    await page.getByRole('button', { name: `Edit ${displayName}` }).click();
    await page.getByRole('heading', { name: 'Edit model deployment' }).waitFor();
    return page;
  };

  /** What somebody else does to a deployment while it is being edited. */
  const changeReplicas = async (name: string, minReplicas: number) => {
    const path = `/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices/${name}`;
    await dashboard.cluster.fetch(
      new Request(`http://cluster${path}`, {
        method: 'PATCH',
        headers: {
          authorization: 'Bearer admin-token',
          'content-type': 'application/merge-patch+json',
        },
        body: JSON.stringify({ spec: { predictor: { minReplicas, maxReplicas: 9 } } }),
      }),
    );
  };

  it('deploys what the plugin’s fields and its own say, and shows it in the project', async () => {
    const { page, said } = await deploy('Blue model');
    await page.waitForURL('**/projects/nim-demo');
    expect(await isShown(page.getByText('Blue model'))).toBe(true);
    expect(service('blue-model')?.metadata.annotations).toMatchObject({
      'openshift.io/display-name': 'Blue model',
      'fixture/colour': 'blue/for nim-demo',
    });
    expect(said).toEqual([]);
  });

  it('forces the model type of the plugin, and gives it back with the location', async () => {
    const { page } = await openWizard();
    const type = page.getByLabel('Model type');
    expect(await type.innerText()).toBe('NVIDIA NIM');
    expect(await type.isDisabled()).toBe(true);
    await chooseLocation(page, 'URI');
    expect(await type.innerText()).toBe('Select model type');
  });

  it('forgets a plugin’s field when another location is chosen', async () => {
    const { page } = await openWizard();
    await page.getByLabel('Shade').fill('dark');
    await chooseLocation(page, 'URI');
    await chooseLocation(page, 'NVIDIA NIM');
    expect(await page.getByLabel('Shade').inputValue()).toBe('for nim-demo');
  });

  it('keeps a plugin’s field when one goes on and back', async () => {
    const { page } = await openWizard();
    await page.getByLabel('Shade').fill('dark');
    await next(page);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByLabel('Shade').inputValue()).toBe('dark');
  });

  it('goes on only while the field’s schema is content', async () => {
    const { page } = await openWizard();
    await page.getByLabel('Shade').fill('');
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await page.getByLabel('Shade').fill('dark');
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(false);
  });

  it('asks for the project first when it was opened outside one, and resets the field with it', async () => {
    const { page } = await dashboard.open('/deploy');
    const chooseProject = async (name: string) => {
      await page.getByLabel('Project').click();
      await page.getByRole('option', { name }).click();
    };
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await chooseProject('NIM demo');
    await next(page);
    await chooseLocation(page, 'NVIDIA NIM');
    await page.getByLabel('Shade').fill('dark');
    await page.getByRole('button', { name: 'Back' }).click();
    await chooseProject('Fraud detection');
    await next(page);
    expect(await page.getByLabel('Shade').inputValue()).toBe('for fraud-detection');
  });

  it('shows in the footer what the cluster refused, and stays', async () => {
    const { page } = await deploy('Not allowed', 'vic');
    const alert = page.getByTestId('error-message-alert');
    expect(await isShown(alert.getByText('cannot create'))).toBe(true);
    expect(service('not-allowed')).toBeUndefined();
  });

  it('says of a name that is taken that another is needed', async () => {
    await (await deploy('Taken')).page.waitForURL('**/projects/nim-demo');
    const { page } = await deploy('Taken');
    const message = 'A model deployment with the name "Taken" already exists.';
    expect(await isShown(page.getByText(message))).toBe(true);
  });

  it.each([
    ['ada', true],
    ['pat', false],
  ])(
    'offers %s a route and tokens only if they may create RoleBindings',
    async (user, isDisabled) => {
      const { page } = await openWizard(user);
      await next(page);
      await page.getByLabel('Model deployment name').fill('Access');
      await next(page);
      const route = page.getByLabel('Make model deployment available');
      await expect.poll(() => route.isDisabled()).toBe(isDisabled);
    },
  );

  it('asks before it is left, and then leaves for the project', async () => {
    const { page } = await openWizard();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog', { name: 'Discard deployment configuration?' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('Shade').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.waitForURL('**/projects/nim-demo');
    expect(await isShown(page.getByRole('tab', { name: 'Deployments' }))).toBe(true);
  });

  it('edits a deployment with what the extractors found, name and location fixed', async () => {
    await (await deploy('To edit')).page.waitForURL('**/projects/nim-demo');
    const page = await startEditing('To edit');
    await expect.poll(() => page.getByLabel('blue').isChecked()).toBe(true);
    expect(await page.getByLabel('Model location').isDisabled()).toBe(true);
    await page.getByLabel('Shade').fill('pale');
    await next(page);
    await page.getByText('The resource name is to-edit.').waitFor();
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Update deployment' }).click();
    await page.waitForURL('**/projects/nim-demo');
    expect(service('to-edit')?.metadata.annotations).toMatchObject({
      'fixture/colour': 'blue/pale',
    });
  });

  it('offers to overwrite or to read again what somebody else has changed', async () => {
    await (await deploy('Shared')).page.waitForURL('**/projects/nim-demo');
    const page = await startEditing('Shared');
    await changeReplicas('shared', 3);
    for (let step = 0; step < 3; step += 1) {
      await next(page);
    }
    await page.getByRole('button', { name: 'Update deployment' }).click();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('heading', { name: 'Model details' }).waitFor();
    await next(page);
    await expect
      .poll(() => page.getByLabel('Replica count', { exact: true }).inputValue())
      .toBe('3');
    await changeReplicas('shared', 5);
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Update deployment' }).click();
    await page.getByRole('button', { name: 'Force update' }).click();
    await page.waitForURL('**/projects/nim-demo');
    expect(service('shared')?.spec.predictor.minReplicas).toBe(3);
  });
});
