import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureName } from '../fixtures/fixture-service.ts';
import { isShown, openDashboard, type RunningDashboard } from './open-dashboard.ts';

const WIZARD = '/projects/nim-demo/deploy';

describe('a plugin that the real dashboard would break on', { timeout: 60_000 }, () => {
  let dashboard: RunningDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 120_000);
  afterAll(() => dashboard.stop());

  const openWith = async (fixture: FixtureName | null) => {
    dashboard.service.use(fixture);
    return dashboard.open(WIZARD);
  };

  it.each<[FixtureName, string, string]>([
    ['no-default', 'default-export', 'nimWizard'],
    ['no-array', 'default-export', 'nimWizard'],
    ['bad-shape', 'extension-shape', 'nimWizard extension 2'],
    ['bare-function', 'code-reference', 'nimWizard model-serving.deployment/wizard-field'],
    ['throwing-function', 'code-reference', 'nimWizard model-serving.deployment/wizard-field'],
    ['no-component', 'field-shape', 'nimWizard model-serving.deployment/wizard-field'],
    ['zod-4', 'zod-3', 'nimWizard model-serving.deployment/wizard-field fixture/plain'],
    ['unstable-data', 'stable-external-data', 'fixture/plain'],
    ['throwing-component', 'no-throw', 'fixture/plain'],
    ['own-react', 'one-react', '/_mf/nimWizard/packages/react/umd/react.production.min.js'],
    ['offered-react', 'one-react', 'nimWizard'],
    ['own-patternfly-css', 'one-patternfly-css', '/_mf/nimWizard/patternfly-again.css'],
  ])(
    '%s is named in an alert and in the console, and there is no wizard',
    async (fixture, rule, who) => {
      const { page, said } = await openWith(fixture);
      const title = `${who} breaks the rule "${rule}"`;
      await page.getByRole('heading', { name: title, exact: false }).first().waitFor();
      await page.getByRole('button', { name: 'Next' }).waitFor({ state: 'detached' });
      expect(said).toContainEqual(
        expect.stringMatching(new RegExp(`^error: \\[${rule}\\] ${who}: `)),
      );
    },
  );

  it('breaks no other page', async () => {
    dashboard.service.use('bare-function');
    const { page } = await dashboard.open('/projects/nim-demo');
    expect(await isShown(page.getByRole('button', { name: 'Deploy model' }))).toBe(true);
  });
});

describe('a plugin that is not there', { timeout: 60_000 }, () => {
  let dashboard: RunningDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
    dashboard.service.use(null);
  }, 120_000);
  afterAll(() => dashboard.stop());

  it('is only warned about; the wizard works and does not offer the location', async () => {
    const { page, said } = await dashboard.open(WIZARD);
    await page.getByLabel('Model location').click();
    expect(await isShown(page.getByRole('option', { name: 'URI' }))).toBe(true);
    expect(await page.getByRole('option', { name: 'NVIDIA NIM' }).count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(said).toContainEqual(
      expect.stringContaining('warning: Failed to load module extensions for nimWizard'),
    );
  });
});
