import { describe, expect, it } from 'vitest';
import type { AccessAnswer, SeenProject } from '../submit/checks/seen-project.ts';
import { olderByWizard } from './deployed-by-others.factory.ts';
import { extractModelField } from './field-data.ts';
import { MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';
import { reopenedForm } from './reopened-form.factory.ts';
import { problemsOfReviewed } from './reviewed-update.ts';

const { model, server } = olderByWizard();
const token = { uuid: '1', displayName: 'Laptop', k8sName: 'laptop-llama-sa' };

const refused = (verb: AccessAnswer['verb'], kind: string): AccessAnswer => ({
  verb,
  kind,
  isAllowed: false,
});

/** What the review of the form says, changed as given, in a project that was seen as given. */
const titles = (
  seen: Partial<SeenProject>,
  changed: Partial<WizardState> = {},
  initialData: unknown = {},
): string[] => {
  const { state } = reopenedForm(olderByWizard(), changed);
  const problems = problemsOfReviewed({ state, initialData, seen: { access: [], ...seen } });
  return problems.map(({ severity, title }) => `${severity}: ${title}`);
};

const there: Partial<SeenProject> = { services: [model], runtimes: server ? [server] : [] };

describe('the review of an update', () => {
  it('finds nothing wrong with a form that was left as it is', () => {
    expect(titles(there)).toEqual([]);
  });

  it('finds nothing wrong with one whose cache is on no volume', () => {
    expect(titles(there, { [STORAGE_FIELD]: { kind: 'elsewhere', source: 'emptyDir' } })).toEqual(
      [],
    );
  });

  it('judges what was changed in the form', () => {
    const variables = [{ name: 'PYTHONPATH', value: '/' }];
    expect(titles(there, { environmentVariables: { data: { enabled: true, variables } } })).toEqual(
      ['stops: The environment variable PYTHONPATH cannot be set'],
    );
  });

  it('knows a token that was removed by those that the form was opened with', () => {
    const seen = { ...there, access: [refused('delete', 'Secret')] };
    expect(titles(seen, {}, { tokenAuthentication: [token] })).toEqual([
      'stops: You may not change the tokens of this deployment',
    ]);
    expect(titles(seen)).toEqual([]);
  });

  it('asks for the permission to change the runtime only where that changes', () => {
    expect(titles({ ...there, access: [refused('update', 'ServingRuntime')] })).toEqual([]);
  });

  it('names the other deployments that would get the version, too, where that changes', () => {
    const annotations = { 'openshift.io/display-name': 'Twin' };
    const twin = { ...model, metadata: { ...model.metadata, name: 'twin', annotations } };
    const seen = { ...there, services: [model, twin] };
    const version = { ...extractModelField(olderByWizard()), tag: '1.15.5' };
    expect(titles(seen, { [MODEL_FIELD]: version })).toEqual([
      'stops: The serving runtime "llama" also serves "Twin"',
    ]);
    expect(titles(seen)).toEqual([]);
  });

  it('says that the deployment is gone', () => {
    expect(titles({ ...there, services: [] })).toEqual([
      'stops: The deployment is not in the project any more',
    ]);
  });

  it('says nothing of a deployment that this person may not see', () => {
    expect(titles({})).toEqual([]);
  });
});
