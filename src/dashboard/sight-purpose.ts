import type { SightPurpose } from '../wizard/review/seen-project-query.ts';
import type { WizardState } from './host-contract.ts';

/** What a project is looked at for before a new deployment: the review and "Deploy model" share what was seen. */
export const sightPurpose = ({ tokenAuthentication }: WizardState): SightPurpose =>
  (tokenAuthentication.data ?? []).length > 0 ? 'creation-with-tokens' : 'creation';
