import type { Page } from '@playwright/test';

interface Entry {
  clicks: number;
  fields: number;
}

/** Counts what a person has to do on one way through the product, and keeps pictures of it. */
export class Diary {
  private readonly page: Page;
  private readonly way: string;
  private readonly entry: Entry = { clicks: 0, fields: 0 };
  private readonly begun = performance.now();
  private pictures = 0;

  private constructor(page: Page, way: string) {
    this.page = page;
    this.way = way;
  }

  /** Begins to count, before the first page is opened. */
  static async begin(page: Page, way: string): Promise<Diary> {
    const diary = new Diary(page, way);
    await page.exposeFunction('diaryCounts', (what: keyof Entry) => {
      diary.entry[what] += 1;
    });
    await page.addInitScript(() => {
      const counts = (window as unknown as { diaryCounts: (what: string) => void }).diaryCounts;
      addEventListener('click', ({ isTrusted }) => isTrusted && counts('clicks'), true);
      addEventListener('change', () => counts('fields'), true);
    });
    return diary;
  }

  /** What is on the screen now, as a person sees it without scrolling. */
  async picture(): Promise<void> {
    this.pictures += 1;
    await this.page.screenshot({
      path: `docs/walkthrough/${this.way}-${this.pictures}.png`,
      animations: 'disabled',
    });
  }

  /** Prints the figures for the page of the documentation. */
  end(): void {
    const { clicks, fields } = this.entry;
    const seconds = ((performance.now() - this.begun) / 1000).toFixed(1);
    process.stdout.write(
      `${this.way}: ${clicks} clicks, ${fields} fields, ${seconds} s by machine\n`,
    );
  }
}
