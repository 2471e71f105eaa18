import { expect, type Locator } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

/** A project's settings with the card "NVIDIA NIM", as a person uses them. */
export class SettingsPage {
  private readonly wizard: WizardPage;

  constructor(wizard: WizardPage) {
    this.wizard = wizard;
  }

  async open(): Promise<void> {
    await this.wizard.openProject();
    await this.openTab();
  }

  /** From another tab of the project. */
  async openTab(): Promise<void> {
    await this.wizard.page.getByRole('tab', { name: 'Settings' }).click();
    await this.wizard.heading('NVIDIA NIM').waitFor();
    await this.wizard.look();
  }

  get dialog(): Locator {
    return this.wizard.page.getByRole('dialog');
  }

  /** The card's buttons. */
  get buttons(): Locator {
    return this.wizard.page.getByRole('tabpanel', { name: 'Settings' }).getByRole('button');
  }

  /** What the card says of the key, by its terms. */
  async status(): Promise<Record<string, string>> {
    return this.wizard.review();
  }

  /** Enters a key that NVIDIA knows in the open form. */
  async enter(key: string): Promise<void> {
    await this.wizard.enterVerifiedKey(key);
  }

  /** Replaces the project's key up to the moment when its deployments could be restarted. */
  async replaceWith(key: string): Promise<void> {
    await this.wizard.press('Replace');
    await this.enter(key);
    await this.wizard.press('Replace key');
    await expect(this.wizard.heading('The key was replaced')).toBeVisible();
    await this.wizard.look();
  }
}
