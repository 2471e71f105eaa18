import type { Page, Request, Route } from '@playwright/test';

/** A write of the wizard at the cluster; a dry run's address has a query and is another. */
export interface RealWrite {
  readonly method: 'POST' | 'PATCH';
  readonly url: string;
}

const API = '**/api/k8s';

export const createsService: RealWrite = {
  method: 'POST',
  url: `${API}/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices`,
};

export const createsVolume: RealWrite = {
  method: 'POST',
  url: `${API}/api/v1/namespaces/nim-demo/persistentvolumeclaims`,
};

export const changesPullSecret: RealWrite = {
  method: 'PATCH',
  url: `${API}/api/v1/namespaces/nim-demo/secrets/nim-image-pull`,
};

/** Does something just before a write comes to the cluster: reads of the same address go on. Returns the end of it. */
export async function justBefore(
  page: Page,
  { method, url }: RealWrite,
  doing: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const handler = async (route: Route): Promise<void> => {
    if (route.request().method() === method) {
      await doing();
    }
    await route.continue();
  };
  await page.route(url, handler);
  return () => page.unroute(url, handler);
}

/** Presses on while a write never comes to its end; returns it once it was asked. */
export async function withoutEnd(
  page: Page,
  { method, url }: RealWrite,
  press: () => Promise<void>,
): Promise<Request> {
  const asked = Promise.withResolvers<Request>();
  await page.route(url, async (route) => {
    const request = route.request();
    await (request.method() === method ? asked.resolve(request) : route.continue());
  });
  await press();
  return asked.promise;
}
