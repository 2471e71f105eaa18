import type { ClusterUser } from '../cluster/embedded-cluster.ts';

const user = (name: string, ...groups: string[]): ClusterUser => ({
  name,
  token: `${name}-token`,
  groups: [...groups, 'system:authenticated'],
});

/**
 * Who uses the cluster: `admin` runs it, `ada` edits the project nim-demo, `pat` administers it, `vic` only looks.
 * Nobody but `admin` may touch fraud-detection.
 */
export const seedUsers: ClusterUser[] = [
  user('admin', 'system:masters'),
  user('ada'),
  user('pat'),
  user('vic'),
];
