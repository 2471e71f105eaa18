import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

/** What a person would see differ between one field of a form and another. */
interface Look {
  /** Of the label. */
  font: string;
  color: string;
  /** From what stands above, in pixels. */
  gap: number;
  /** From the group's upper edge to the control's, in pixels. */
  labelHeight: number;
}

const OURS = ['NVIDIA API key', 'Model', 'Version', 'Protocol', 'Model cache'];

test('the plugin’s fields look as the dashboard’s own beside them', async ({ wizard, keys }) => {
  await wizard.openFilledIn(keys.valid);
  const dashboards = await lookOf(wizard, 'Model type');
  expect(dashboards.gap).toBeGreaterThan(0);
  for (const name of OURS) {
    expect(await lookOf(wizard, name), name).toEqual(dashboards);
  }
});

const lookOf = ({ page }: WizardPage, label: string): Promise<Look> =>
  page
    .locator('.pf-v6-c-form__group')
    .filter({ has: page.locator('.pf-v6-c-form__label-text').getByText(label, { exact: true }) })
    .first()
    .evaluate(readLook);

/** Runs in the page. */
const readLook = (group: Element): Look => {
  const part = (name: string): Element =>
    group.querySelector(`.pf-v6-c-form__${name}`) ?? document.body;
  const { top } = group.getBoundingClientRect();
  const above = group.previousElementSibling?.getBoundingClientRect().bottom ?? top;
  const { fontFamily, fontSize, fontWeight, color } = getComputedStyle(part('label-text'));
  return {
    font: `${fontFamily} ${fontSize} ${fontWeight}`,
    color,
    gap: Math.round(top - above),
    labelHeight: Math.round(part('group-control').getBoundingClientRect().top - top),
  };
};
