import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { findProblems } from '../submit/checks/find-problems.ts';
import type { Problem } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import type { WizardState } from './host-contract.ts';
import { needsOfChosen } from './needs-of-chosen.ts';

/** What is known to be wrong with the deployment that a wizard's state would make. */
export const problemsOf = (options: {
  state: WizardState;
  bundle: ResourceBundle;
  seen: SeenProject;
}): Problem[] => findProblems({ ...options, needs: needsOfChosen(options.state) });
