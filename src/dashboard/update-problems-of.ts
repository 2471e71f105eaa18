import { findUpdateProblems } from '../submit/checks/find-update-problems.ts';
import type { Problem } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import type { DeploymentUpdate } from '../submit/edit/update-plan.ts';
import { editedTokens } from './edited-tokens.ts';
import type { Deployment, WizardState } from './host-contract.ts';
import { needsOfChosen } from './needs-of-chosen.ts';

/** What is known to be wrong with an update that a wizard's state would make. */
export const updateProblemsOf = (options: UpdateToCheck & { seen: SeenProject }): Problem[] => {
  const { existing, updated, update, seen } = options;
  return findUpdateProblems({
    before: existing,
    after: updated,
    update,
    tokens: editedTokens(options.state.tokenAuthentication.data),
    seen,
    needs: needsOfChosen(options.state),
  });
};

/** A deployment as it is and as it is to be, with what is written for that. */
export interface UpdateToCheck {
  state: WizardState;
  existing: Deployment;
  updated: Deployment;
  update: DeploymentUpdate;
}
