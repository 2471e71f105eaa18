/** What the stand-in for NVIDIA's registry does when it is asked for an image. */
export type RegistryAnswer =
  /** A plain HTTP error. */
  | { kind: 'error'; status: number }
  /** The right answer, too late. */
  | { kind: 'slow' }
  /** 200 with a page, as a proxy's sign-in page would be. */
  | { kind: 'html' }
  /** 307 to a host that a service may follow to, or to a foreign one. */
  | { kind: 'redirect'; to: 'allowed' | 'foreign' }
  /** 307 to the same address again. */
  | { kind: 'endless-redirect' }
  /** The connection is closed without an answer. */
  | { kind: 'dropped' };

/** An image made for tests, and where asking for it goes wrong. */
export interface TestImage {
  repository: string;
  at: 'token' | 'manifest';
  answer: RegistryAnswer;
}

const image = (name: string, at: TestImage['at'], answer: RegistryAnswer): TestImage => ({
  repository: `nim/stand-in/${name}`,
  at,
  answer,
});

/** Every test image. Any other repository may be pulled with any tag by a key that NVIDIA knows. */
export const testImages: readonly TestImage[] = [
  ...[401, 403, 404, 429, 451, 500].map((status) =>
    image(`token-${status}`, 'token', { kind: 'error', status }),
  ),
  image('token-slow', 'token', { kind: 'slow' }),
  image('token-html', 'token', { kind: 'html' }),
  image('token-redirect', 'token', { kind: 'redirect', to: 'foreign' }),
  image('token-dropped', 'token', { kind: 'dropped' }),
  ...[401, 402, 403, 404, 429, 451, 500, 503].map((status) =>
    image(`manifest-${status}`, 'manifest', { kind: 'error', status }),
  ),
  image('manifest-slow', 'manifest', { kind: 'slow' }),
  image('manifest-html', 'manifest', { kind: 'html' }),
  image('manifest-redirect', 'manifest', { kind: 'redirect', to: 'allowed' }),
  image('manifest-foreign', 'manifest', { kind: 'redirect', to: 'foreign' }),
  image('manifest-endless', 'manifest', { kind: 'endless-redirect' }),
  image('manifest-dropped', 'manifest', { kind: 'dropped' }),
];
