import type { Page } from '@playwright/test';

/** Has the cluster refuse, in these words, to update the deployment "my-llama". */
export const refuseUpdates = async (page: Page, message: string): Promise<void> => {
  await page.route('**/inferenceservices/my-llama', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 403,
          json: {
            kind: 'Status',
            apiVersion: 'v1',
            metadata: {},
            status: 'Failure',
            code: 403,
            reason: 'Forbidden',
            message,
          },
        })
      : route.continue(),
  );
};
