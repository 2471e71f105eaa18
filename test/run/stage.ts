/** How a stage's outcome is counted. */
export type StageKind = 'check' | 'vitest' | 'playwright';

/** One step of `npm test`. */
export interface Stage {
  name: string;
  kind: StageKind;
  /** Programs of `node_modules/.bin` (or `npm`) with their arguments, one after the other. */
  commands: string[][];
  /** Names of the stages whose product it uses; it is left out, as failed, if one of them failed. */
  needs?: string[];
  /** After how many minutes it is ended as hanging; 10 unless told. */
  limitMinutes?: number;
  /** Variables without which some of its tests are skipped, and what each of them names. */
  variables?: Record<string, string>;
}

/** What the contract tests compare the embedded cluster with, by the variables that name it. */
const realControlPlane = {
  KUBEBUILDER_ASSETS: 'a real API server',
  NIM_CRDS: 'the published custom resource definitions',
};

/** Every stage in the order in which they run. A stage counts as one check unless it reports tests. */
export const stages: Stage[] = [
  { name: 'types', kind: 'check', commands: [['tsc', '--noEmit']] },
  { name: 'lint', kind: 'check', commands: [['oxlint', '--deny-warnings']] },
  {
    name: 'format',
    kind: 'check',
    commands: [['prettier', '--check', '--log-level', 'warn', '.']],
  },
  {
    name: 'build',
    kind: 'check',
    commands: [
      ['npm', 'run', '--silent', 'build'],
      ['npm', 'run', '--silent', 'build:devhost'],
    ],
  },
  { name: 'size', kind: 'check', commands: [['npm', 'run', '--silent', 'size']], needs: ['build'] },
  { name: 'unit', kind: 'vitest', commands: [['vitest', 'run', '--project', 'unit']] },
  { name: 'component', kind: 'vitest', commands: [['vitest', 'run', '--project', 'component']] },
  {
    name: 'system',
    kind: 'vitest',
    commands: [['vitest', 'run', '--project', 'system']],
    needs: ['build'],
  },
  {
    name: 'story',
    kind: 'vitest',
    commands: [['vitest', 'run', '--project', 'story', '--project', 'picture']],
  },
  {
    name: 'contract',
    kind: 'vitest',
    commands: [['vitest', 'run', '--project', 'contract']],
    variables: realControlPlane,
  },
  {
    name: 'end to end',
    kind: 'playwright',
    commands: [['playwright', 'test']],
    needs: ['build'],
    // Eight on two idle cores, and busy ones need twice as long.
    limitMinutes: 25,
  },
];
