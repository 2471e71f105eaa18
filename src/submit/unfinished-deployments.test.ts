import { describe, expect, it } from 'vitest';
import type { InferenceService, KubernetesObject, ObjectMeta } from '../cluster/kubernetes.ts';
import { bundleWithTokens } from './bundle.factory.ts';
import { labelled } from './plan/submission-label.ts';
import { describeUnfinished, findUnfinished } from './unfinished-deployments.ts';

const CREATED = '2026-08-22T12:00:00Z';

const { inferenceService, tokens } = bundleWithTokens([{ displayName: 'CI', name: 'ci' }]);

const serviceWith = (metadata: Partial<ObjectMeta> = {}, isProtected = true): InferenceService => ({
  ...inferenceService,
  metadata: {
    ...labelled(inferenceService, 'some-id').metadata,
    creationTimestamp: CREATED,
    annotations: {
      'openshift.io/display-name': 'My model',
      'security.opendatahub.io/enable-auth': String(isProtected),
    },
    ...metadata,
  },
});

const secrets = tokens?.secrets ?? [];
const roleBindings = tokens ? [tokens.roleBinding] : [];

const found = (
  service: InferenceService,
  has: { secrets?: KubernetesObject[]; roleBindings?: KubernetesObject[] | undefined } = {},
  minutes = 3,
): string[] =>
  findUnfinished(
    [service],
    { secrets: [], roleBindings: [], ...has },
    Date.parse(CREATED) + minutes * 60_000,
  ).map(describeUnfinished);

describe('a deployment that nobody can call', () => {
  it('asks for a token, and has none', () => {
    expect(found(serviceWith(), { roleBindings })).toEqual([
      '"My model" asks everybody who calls it for a token, but none was created. Edit the deployment, add a token and save it; or delete it.',
    ]);
  });

  it('has tokens that may do nothing', () => {
    expect(found(serviceWith(), { secrets })).toEqual([
      '"My model" asks everybody who calls it for a token, but its tokens have no permission yet. Edit the deployment, add a token and save it; or delete it.',
    ]);
  });

  it('is none that has a token that works', () => {
    expect(found(serviceWith(), { secrets, roleBindings })).toEqual([]);
    expect(found(serviceWith(), { secrets, roleBindings: undefined })).toEqual([]);
  });

  it.each([
    ['asks for no token', serviceWith({}, false)],
    ['is not ours', serviceWith({ labels: {} })],
    ['is being deleted', serviceWith({ deletionTimestamp: CREATED })],
  ])('is none that %s', (_what, service) => {
    expect(found(service)).toEqual([]);
  });

  it('is none that is younger than two minutes: somebody may be at work', () => {
    expect(found(serviceWith(), {}, 1.9)).toEqual([]);
  });
});
