import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The `20` of Kubernetes 1.20, as the program itself says it before it is started; 0 if it does not say. */
export const minorVersionIn = (assets: string): number => {
  const { stdout } = spawnSync(join(assets, 'kube-apiserver'), ['--version'], { encoding: 'utf8' });
  return Number(/v1\.(\d+)\./.exec(stdout)?.[1] ?? 0);
};
