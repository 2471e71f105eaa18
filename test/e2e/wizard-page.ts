import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Recording } from './recording.ts';

/** The deployment wizard as a person uses it. After each step the page is looked at for the record. */
export class WizardPage {
  readonly page: Page;
  private readonly url: string;
  private readonly recording: Recording;

  constructor(page: Page, url: string, recording: Recording) {
    this.page = page;
    this.url = url;
    this.recording = recording;
  }

  /** The wizard of a project. */
  async open(project = 'nim-demo'): Promise<void> {
    await this.page.goto(`${this.url}/projects/${project}/deploy`);
    await this.heading('Model details').waitFor();
  }

  /** The wizard that asks for the project first. */
  async openOutsideProjects(): Promise<void> {
    await this.page.goto(`${this.url}/deploy`);
    await this.button('Project: Select a project').waitFor();
  }

  /** The list of projects, before the wizard is opened. */
  async openProjects(): Promise<void> {
    await this.page.goto(this.url);
    await this.heading('Projects').waitFor();
  }

  /** The project's page, with its deployments. */
  async openProject(): Promise<void> {
    await this.page.goto(`${this.url}/projects/nim-demo`);
    await this.heading('NIM demo').waitFor();
  }

  async chooseProject(displayName: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Project: / }).click();
    await this.page.getByRole('option', { name: displayName }).click();
    await this.look();
  }

  /** Chooses "NVIDIA NIM" as the model's location. */
  async chooseNim(): Promise<void> {
    await this.page.getByRole('button', { name: /^Model location: / }).click();
    await this.page.getByRole('option', { name: 'NVIDIA NIM' }).click();
    await this.look();
  }

  /** Opens the wizard of a project at the plugin's fields, with every list loaded. */
  async openAtNim(project?: string): Promise<void> {
    await this.open(project);
    await this.chooseNim();
    await this.model.waitFor();
    await this.page.getByRole('radio', { name: 'Create a new volume' }).waitFor();
  }

  /** "NVIDIA API key" while it is asked for. */
  get key(): Locator {
    return this.page
      .getByLabel(/^(New )?NVIDIA API key/)
      .and(this.page.locator('input:not([type=radio])'));
  }

  /** What can be done about a key that the project has. */
  keyChoice(
    name: "Use the project's key" | 'Use another key' | 'Use a key for this deployment',
  ): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  async typeKey(key: string): Promise<void> {
    this.recording.guard(key);
    await this.key.fill(key);
    await this.look();
  }

  /** Types a key and has it verified; what comes of it is the test's to wait for. */
  async verify(key: string): Promise<void> {
    await this.typeKey(key);
    await this.press('Verify key');
  }

  /** Types a key that NVIDIA knows, and waits until that is said. */
  async enterVerifiedKey(key: string): Promise<void> {
    await this.verify(key);
    await expect(
      this.text(`Verified: NVIDIA knows the key ending in ${key.slice(-4)}.`),
    ).toBeVisible();
    await this.look();
  }

  get model(): Locator {
    return this.page.getByRole('combobox', { name: 'Model', exact: true });
  }

  /** The models that the open list shows. */
  get results(): Locator {
    return this.page.getByRole('listbox', { name: 'Models' }).getByRole('option');
  }

  /** Takes one more value of a filter of the models. */
  async filterModels(filter: string, value: RegExp): Promise<void> {
    await this.button(filter).click();
    await this.page.getByRole('checkbox', { name: value }).check();
    await this.page.keyboard.press('Escape');
  }

  get version(): Locator {
    return this.page.getByLabel(/^Version/);
  }

  async chooseModel(displayName: string): Promise<void> {
    await this.model.fill(displayName);
    await this.results.filter({ hasText: displayName }).first().click();
    await expect(this.model).toHaveValue(displayName);
    await this.look();
  }

  /** The model that most tests deploy. */
  async chooseLlama(): Promise<void> {
    await this.chooseModel('Llama-3.1-8B-Instruct');
  }

  /** Opens the wizard and fills in the page "Model details". */
  async openFilledIn(key: string): Promise<void> {
    await this.openAtNim();
    await this.enterVerifiedKey(key);
    await this.chooseLlama();
  }

  /** Opens the wizard and fills in what must be, as far as the review. */
  async openAtReview(key: string, name?: string): Promise<void> {
    await this.openFilledIn(key);
    await this.goToReview(name);
  }

  async nameDeployment(name: string): Promise<void> {
    await this.page.getByLabel(/^Model deployment name/).fill(name);
    await this.look();
  }

  /** Takes a hardware profile by the name that people see. */
  async chooseProfile(displayName: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Hardware profile/ }).click();
    await this.page.getByRole('option', { name: displayName }).click();
    await this.look();
  }

  /** From the page "Model details" to the review. */
  async goToReview(name = 'My llama'): Promise<void> {
    await this.next('Model deployment');
    await this.nameDeployment(name);
    await this.next('Advanced settings');
    await this.next('Review');
  }

  /** Goes on to the page of this title. */
  async next(title: string): Promise<void> {
    await this.press('Next');
    await this.heading(title).waitFor();
    await this.look();
  }

  async back(): Promise<void> {
    await this.press('Back');
  }

  /** Presses "Deploy model" and waits until the wizard is left for the project's deployments. */
  async deploy(name = 'My llama'): Promise<void> {
    await this.press('Deploy model');
    await this.page.waitForURL('**/projects/nim-demo');
    await expect(this.button(`Edit ${name}`)).toBeVisible();
    await this.look();
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
    await this.look();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  /** What the review says, by the labels of its lines. */
  async review(): Promise<Record<string, string>> {
    const labels = await this.page.getByRole('term').allInnerTexts();
    const values = await this.page.getByRole('definition').allInnerTexts();
    return Object.fromEntries(labels.map((label, index) => [label, values[index] ?? '']));
  }

  async look(): Promise<void> {
    await this.recording.look(this.page);
  }

  /** Keeps a picture of the page, for people to look at. */
  async picture(name: string): Promise<void> {
    const path = `build/e2e/screenshots/${name}.png`;
    await this.page.screenshot({ path, fullPage: true, animations: 'disabled' });
  }

  /** Expects that axe finds nothing wrong with the page as it is now. */
  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    expect(found, 'accessibility violations').toEqual([]);
  }
}
