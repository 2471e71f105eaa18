import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isShown, openDashboard, type RunningDashboard } from './open-dashboard.ts';

const wizardPages = ['Model details', 'Model deployment', 'Advanced settings', 'Review'];

const chooseNim = async (page: Page) => {
  await page.getByLabel('Model location').click();
  await page.getByRole('option', { name: 'NVIDIA NIM' }).click();
  await page.getByLabel('green').waitFor();
};

const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe('the pages of the dashboard', { timeout: 120_000 }, () => {
  let dashboard: RunningDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 120_000);
  afterAll(() => dashboard.stop());

  it('lists the projects by name and leads to their deployments', async () => {
    const { page } = await dashboard.open('/');
    await page.getByRole('link', { name: 'NIM demo' }).click();
    expect(await isShown(page.getByText('No model is deployed in this project.'))).toBe(true);
  });

  it('signs in as another user, who stays signed in', async () => {
    const { page } = await dashboard.open('/');
    await page.getByRole('button', { name: 'User: admin' }).click();
    await page.getByRole('menuitem', { name: 'vic' }).click();
    await page.getByRole('button', { name: 'User: vic' }).waitFor();
    await page.reload();
    expect(await isShown(page.getByRole('button', { name: 'User: vic' }))).toBe(true);
    await page.getByRole('button', { name: 'User: vic' }).click();
    await page.getByRole('menuitem', { name: 'admin' }).click();
  });

  it('shows what plugins add: settings cards, pages and navigation', async () => {
    const { page } = await dashboard.open('/projects/nim-demo');
    await page.getByRole('tab', { name: 'Settings' }).click();
    expect(await isShown(page.getByText('Card 1 of nim-demo'))).toBe(true);
    await page.getByRole('button', { name: 'Global navigation' }).click();
    await page.getByRole('link', { name: 'Fixture' }).click();
    expect(await isShown(page.getByText('Card 1 of nowhere'))).toBe(true);
  });

  it('is operated by keyboard alone: location chosen, next page reached', async () => {
    const { page } = await dashboard.open('/projects/nim-demo/deploy');
    await page.getByLabel('Model location').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(':focus').innerText()).toBe('URI');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('green').waitFor();
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    expect(await isShown(page.getByLabel('Model deployment name'))).toBe(true);
  });

  it.each([
    [1280, 'light'],
    [800, 'dark'],
  ])(
    'has no accessibility violation at %i pixels in the %s theme',
    async (width, theme) => {
      const { page } = await dashboard.open('/');
      await page.setViewportSize({ width, height: 800 });
      await page.getByLabel('Dark theme').setChecked(theme === 'dark', { force: true });
      const found: string[] = await violations(page);
      await page.goto(`${dashboard.url}/projects/nim-demo`);
      await page.getByRole('button', { name: 'Deploy model' }).waitFor();
      found.push(...(await violations(page)));
      await page.getByRole('button', { name: 'Deploy model' }).click();
      await chooseNim(page);
      for (const name of wizardPages) {
        await page.getByRole('heading', { name, level: 2 }).waitFor();
        found.push(...(await violations(page)));
        if (name === 'Model deployment') {
          await page.getByLabel('Model deployment name').fill('Accessible');
        }
        if (name === 'Advanced settings') {
          await page.getByLabel('Make model deployment available').check();
          await page.getByLabel('Add custom runtime environment variables').check();
          await page.getByRole('button', { name: 'Add variable' }).click();
          await page.getByLabel('Name of variable 1').fill('NAME');
          found.push(...(await violations(page)));
        }
        if (name !== 'Review') {
          await page.getByRole('button', { name: 'Next' }).click();
        }
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
