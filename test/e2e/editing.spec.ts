import type { InferenceService } from '../../src/cluster/kubernetes.ts';
import { deployedNim, plainDeployment } from './deployed-nim.ts';
import { expectedService } from './expected-objects.ts';
import { extractedByPlugin } from './extracted-by-plugin.ts';
import { comparable, find } from './in-cluster.ts';
import type { Keys } from './random-keys.ts';
import type { Stack } from './stack.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

const SERVICE = '/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices';

/**
 * PatternFly lets the keyboard into the wizard's scrolling part only if it scrolled before its fields were loaded, and
 * here all of them are disabled: axe would find sometimes that nothing in it can be focused.
 */
const withoutScrolling = { width: 1280, height: 1600 };

const edit = async (wizard: WizardPage, name = 'My llama'): Promise<void> => {
  await wizard.press(`Edit ${name}`);
  await wizard.heading('Edit model deployment').waitFor();
  await wizard.model.waitFor();
  await wizard.look();
};

const goToReplicas = async (wizard: WizardPage) => {
  await wizard.next('Model deployment');
  return wizard.page.getByLabel('Replica count', { exact: true });
};

/** Goes to the review with so many replicas. */
const reviewReplicas = async (wizard: WizardPage, count: number): Promise<void> => {
  const replicas = await goToReplicas(wizard);
  await replicas.fill(String(count));
  await wizard.next('Advanced settings');
  await wizard.next('Review');
};

const updateReplicas = async (wizard: WizardPage, count: number): Promise<void> => {
  await reviewReplicas(wizard, count);
  await wizard.press('Update deployment');
};

/** Everything but "My llama" itself, byte for byte: with resource versions, in one order. */
const everythingElse = (stack: Stack): string =>
  JSON.stringify(
    stack
      .objects()
      .filter(({ kind, metadata }) => kind !== 'InferenceService' || metadata.name !== 'my-llama'),
  );

const serviceIn = (stack: Stack): InferenceService =>
  find(stack.objects(), 'InferenceService', 'my-llama') as InferenceService;

const writesOf = (requests: string[]): string[] =>
  requests.filter((request) => !request.startsWith('GET ') && !request.includes('selfsubject'));

/** What another person does while the wizard is open: more replicas, and things of which no field knows. */
const changedByAnother = ({ metadata, spec }: InferenceService) => ({
  metadata: {
    ...metadata,
    labels: { ...metadata.labels, team: 'search' },
    annotations: { ...metadata.annotations, 'example.com/note': 'for the demo' },
  },
  spec: {
    predictor: { ...spec.predictor, minReplicas: 5, maxReplicas: 5, timeout: 600 },
  },
});

/** Opens the wizard, lets somebody else change the deployment, and tries to update it. */
const runIntoConflict = async (wizard: WizardPage, stack: Stack): Promise<void> => {
  await wizard.openProject();
  await edit(wizard);
  const service = serviceIn(stack);
  await stack.replace({ ...service, ...changedByAnother(service) });
  await updateReplicas(wizard, 2);
  await expect(wizard.text('the object has been modified')).toBeVisible();
  await expect(wizard.button('Force update')).toBeVisible();
  await expect(wizard.button('Refresh')).toBeVisible();
};

test('edits what it has deployed: the replicas, and nothing else of it', async ({
  wizard,
  stack,
  recording,
  keys,
}) => {
  await wizard.openAtReview(keys.valid);
  await wizard.deploy();
  const before = everythingElse(stack);
  const deployed = serviceIn(stack);
  await recording.settle();
  const asked = recording.requests.length;

  await edit(wizard);
  await expect(wizard.button('Model location: NVIDIA NIM')).toBeDisabled();
  await expect(wizard.model).toHaveValue('Llama-3.1-8B-Instruct');
  await expect(wizard.model).toBeDisabled();
  await expect(wizard.version).toHaveValue('1.15.5');
  await expect(wizard.version).toBeEnabled();
  await expect(wizard.text('The model of a deployment cannot be changed.')).toBeVisible();
  await expect(
    wizard.text('The NVIDIA API key of a deployment cannot be changed here.'),
  ).toBeVisible();
  await expect(wizard.key).toHaveCount(0);
  await expect(wizard.page.getByLabel('Use an existing volume')).toBeChecked();
  await expect(wizard.page.getByLabel('Use an existing volume')).toBeDisabled();
  await expect(wizard.page.getByLabel('Create a new volume')).toBeDisabled();
  await expect(wizard.page.getByLabel(/^Volume/)).toHaveValue('nim-my-llama');
  await expect(wizard.page.getByLabel(/^Volume/)).toBeDisabled();
  await expect(wizard.page.getByLabel('Sub-path')).toBeDisabled();
  await expect(wizard.text('The model cache of a deployment cannot be changed.')).toBeVisible();
  await wizard.page.setViewportSize(withoutScrolling);
  await wizard.expectAccessible();
  await wizard.picture('editing');
  const replicas = await goToReplicas(wizard);
  await expect(replicas).toHaveValue('1');
  await wizard.back();
  await reviewReplicas(wizard, 2);
  expect(await wizard.review()).toMatchObject({
    'NVIDIA API key': 'As deployed',
    Model: 'Llama-3.1-8B-Instruct',
    Version: '1.15.5',
    'Model cache': 'nim-my-llama (existing volume)',
  });
  await wizard.press('Update deployment');
  await wizard.page.waitForURL('**/projects/nim-demo');

  expect(comparable(serviceIn(stack))).toEqual({
    ...comparable(deployed),
    spec: { predictor: { ...deployed.spec.predictor, minReplicas: 2, maxReplicas: 2 } },
  });
  expect(everythingElse(stack)).toBe(before);
  await recording.settle();
  expect(writesOf(recording.requests.slice(asked))).toEqual([
    `PUT ${SERVICE}/my-llama?dryRun=All`,
    `PUT ${SERVICE}/my-llama`,
  ]);
  expect(recording.said).toEqual([]);
});

test.describe('when somebody has changed the deployment meanwhile', () => {
  test.use({ seed: { with: deployedNim } });

  test('nothing is written, and "Force update" keeps what they changed beside our fields', async ({
    wizard,
    stack,
    recording,
  }) => {
    await runIntoConflict(wizard, stack);
    await wizard.expectAccessible();
    await wizard.picture('editing-conflict');
    const theirs = serviceIn(stack);
    const others = everythingElse(stack);
    expect(theirs.spec.predictor).toMatchObject({ minReplicas: 5, timeout: 600 });
    await recording.settle();
    expect(writesOf(recording.requests)).toEqual([`PUT ${SERVICE}/my-llama?dryRun=All`]);

    await wizard.press('Force update');
    await wizard.page.waitForURL('**/projects/nim-demo');
    // As it was deployed: that the profile is another by now is nobody's choice.
    const expected = expectedService({ profileVersion: '1' });
    const { predictor } = expected.spec;
    expect(comparable(serviceIn(stack))).toEqual({
      ...expected,
      metadata: {
        ...expected.metadata,
        labels: { ...expected.metadata.labels, team: 'search' },
        annotations: { ...expected.metadata.annotations, 'example.com/note': 'for the demo' },
      },
      spec: { predictor: { ...predictor, minReplicas: 2, maxReplicas: 2, timeout: 600 } },
    });
    expect(everythingElse(stack)).toBe(others);
    await recording.settle();
    expect(writesOf(recording.requests).slice(1)).toEqual([`PUT ${SERVICE}/my-llama`]);
  });

  test('"Refresh" shows what they made of it, from which it can be updated', async ({
    wizard,
    stack,
  }) => {
    await runIntoConflict(wizard, stack);
    const theirs = serviceIn(stack);
    await wizard.press('Refresh');
    await wizard.heading('Model details').waitFor();
    await expect(wizard.model).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(await goToReplicas(wizard)).toHaveValue('5');
    expect(serviceIn(stack)).toEqual(theirs);
    await wizard.back();
    await updateReplicas(wizard, 3);
    await wizard.page.waitForURL('**/projects/nim-demo');
    expect(serviceIn(stack).spec.predictor).toMatchObject({
      minReplicas: 3,
      maxReplicas: 3,
      timeout: 600,
    });
  });
});

test.describe('beside a model that is no NIM', () => {
  test.use({ seed: { with: (keys: Keys) => [...deployedNim(keys), ...plainDeployment] } });

  test('that one is left to the dashboard', async ({ wizard, stack }) => {
    const before = stack.objects();
    await wizard.openProject();
    // This dashboard has nothing of its own for such a model; only the plugin could have claimed it.
    await wizard.press('Edit Plain');
    await expect(wizard.text('Plain cannot be edited')).toBeVisible();
    await expect(wizard.text('No extension reads deployments like this one.')).toBeVisible();

    const read = (kind: 'plain' | 'my-llama') =>
      wizard.page.evaluate(extractedByPlugin, {
        modelServingPlatformId: 'kserve',
        model: find(before, 'InferenceService', kind),
        server: find(before, 'ServingRuntime', kind),
      });
    expect(await read('plain')).toEqual({ fields: {}, isActive: false });
    expect(await read('my-llama')).toEqual({
      fields: {
        'nimWizard/model': {
          kind: 'chosen',
          model: {
            namespace: 'nim/meta',
            name: 'llama-3.1-8b-instruct',
            displayName: 'llama-3.1-8b-instruct',
          },
          tag: '1.15.5',
          deployed: {
            image: 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5',
            prefix: 'nvcr.io',
            tag: '1.15.5',
          },
        },
        'nimWizard/storage': { kind: 'existing', name: 'nim-my-llama', subPath: '' },
        'nimWizard/apiKey': { kind: 'in-use', project: 'nim-demo', source: 'project' },
      },
      isActive: true,
    });
    expect(stack.objects()).toEqual(before);
  });
});
