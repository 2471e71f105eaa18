/** What the real dashboard breaks on, sometimes without a word; here each is said aloud. */
export type RuleName =
  | 'default-export'
  | 'extension-shape'
  | 'code-reference'
  | 'field-shape'
  | 'zod-3'
  | 'stable-external-data'
  | 'no-throw'
  | 'one-react'
  | 'one-patternfly'
  | 'one-patternfly-css';

/** The sentence of each rule, as the alert shows it. */
export const ruleSentences: Record<RuleName, string> = {
  'default-export': 'The remote’s "extensions" module must export an array as its default.',
  'extension-shape':
    'An extension must be an object with a string "type" and an object "properties".',
  'code-reference':
    'A function inside "properties" must be a code reference: called without arguments it returns a promise.',
  'field-shape':
    'A wizard field must be an object with "id", "isActive", "reducerFunctions" and "component".',
  'zod-3':
    'A field’s validationSchema must be a zod 3 schema: it becomes a member of the host’s own.',
  'stable-external-data':
    'What externalDataHook returns must keep its identity while its content does not change.',
  'no-throw':
    'A plugin’s component or hook may not throw while it renders: the real wizard catches nothing.',
  'one-react': 'There may be one copy of React in the page, the dashboard’s.',
  'one-patternfly':
    'There may be one copy of PatternFly’s components in the page, the dashboard’s.',
  'one-patternfly-css':
    'PatternFly’s CSS is the dashboard’s: a plugin may not load or overwrite it.',
};

export interface BrokenRule {
  rule: RuleName;
  /** Which extension (or remote, field, file) broke it. */
  extension: string;
  detail: string;
}

/** Where the dashboard writes what a console would show. */
export type Log = Pick<Console, 'error' | 'warn'>;

/** Remembers every broken rule once, writes it to the log, and tells who watches. */
export class RuleBook {
  private readonly log: Log;
  private broken: readonly BrokenRule[] = [];
  private readonly watchers = new Set<() => void>();

  constructor(log: Log) {
    this.log = log;
  }

  report(broken: BrokenRule): void {
    if (this.broken.some((known) => isSame(known, broken))) {
      return;
    }
    this.log.error(`[${broken.rule}] ${broken.extension}: ${broken.detail}`);
    this.broken = [...this.broken, broken];
    this.watchers.forEach((watcher) => watcher());
  }

  /** For what the real dashboard writes to the console as an error, and goes on. */
  error(message: string, cause?: unknown): void {
    this.log.error(message, cause);
  }

  /** For what the real dashboard only warns about. */
  warn(message: string, cause?: unknown): void {
    this.log.warn(message, cause);
  }

  /** Keeps its identity until another rule is broken. */
  readonly all = (): readonly BrokenRule[] => this.broken;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}

const isSame = (one: BrokenRule, other: BrokenRule): boolean =>
  one.rule === other.rule && one.extension === other.extension && one.detail === other.detail;
