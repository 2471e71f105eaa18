import { describe, expect, it } from 'vitest';
import type { WizardState } from './host-contract.ts';
import { readChoices } from './read-choices.ts';
import { profileWith, stateWith } from './wizard-state.factory.ts';

const read = (given: Parameters<typeof stateWith>[0]) => readChoices(stateWith(given), 'nim-demo');

const resources = { requests: { cpu: 2 }, limits: { cpu: 2 } };

describe("reading the host's own fields", () => {
  it('finds the least that there can be', () => {
    expect(read({})).toEqual({
      project: 'nim-demo',
      name: 'my-model',
      displayName: 'My model',
      description: '',
      replicas: 1,
      hardware: {},
      externalRoute: false,
      tokens: [],
      args: [],
      env: [],
      strategy: 'rolling',
    });
  });

  it('finds everything that was chosen', () => {
    const variables = [{ name: 'NIM_LOG_LEVEL', value: 'INFO' }];
    expect(
      read({
        k8sNameDesc: {
          data: { name: 'Chat', description: 'For the demo', k8sName: { value: 'chat' } },
        },
        numReplicas: { data: 3 },
        externalRoute: { data: true },
        runtimeArgs: { data: { enabled: true, args: ['--verbose'] } },
        environmentVariables: { data: { enabled: true, variables } },
        deploymentStrategy: { data: 'recreate' },
        modelAvailability: { data: { saveAsAiAsset: true, useCase: 'Chat' } },
      }),
    ).toMatchObject({
      name: 'chat',
      displayName: 'Chat',
      description: 'For the demo',
      replicas: 3,
      externalRoute: true,
      args: ['--verbose'],
      env: variables,
      strategy: 'recreate',
      aiAsset: { useCase: 'Chat' },
    });
  });

  it('finds one replica, no route and the rolling strategy in fields that say nothing', () => {
    expect(read({ numReplicas: {}, externalRoute: {}, deploymentStrategy: {} })).toMatchObject({
      replicas: 1,
      externalRoute: false,
      strategy: 'rolling',
    });
  });

  it('finds an AI asset without a use case', () => {
    const modelAvailability = { data: { saveAsAiAsset: true, useCase: '' } };
    expect(read({ modelAvailability }).aiAsset).toEqual({});
  });

  it('finds no use case of what is no AI asset', () => {
    const modelAvailability = { data: { saveAsAiAsset: false, useCase: 'Chat' } };
    expect(read({ modelAvailability })).not.toHaveProperty('aiAsset');
  });
});

describe('reading arguments and variables', () => {
  it('leaves out blank lines and comments', () => {
    const args = ['--one', '', '  ', '# not this', '  # nor this', '--two=#3'];
    expect(read({ runtimeArgs: { data: { enabled: true, args } } }).args).toEqual([
      '--one',
      '--two=#3',
    ]);
  });

  it('finds none that are switched off', () => {
    const choices = read({
      runtimeArgs: { data: { enabled: false, args: ['--one'] } },
      environmentVariables: { data: { enabled: false, variables: [{ name: 'A', value: 'b' }] } },
    });
    expect([choices.args, choices.env]).toEqual([[], []]);
  });
});

const tokensNamed = (...names: string[]) =>
  read({
    tokenAuthentication: {
      data: names.map((displayName) => ({ uuid: displayName, displayName })),
    },
  }).tokens;

describe('reading tokens', () => {
  it.each([
    ['default-name', 'default-name'],
    ['  Our CI  ', 'our-ci'],
    ['A - B', 'a-b'],
    ['Übung_2', 'bung2'],
    ['--x--', 'x'],
  ])('names %j as the host does: %s', (displayName, name) => {
    expect(tokensNamed(displayName)).toEqual([{ displayName: displayName.trim(), name }]);
  });

  it('keeps the name of a token that exists', () => {
    const data = [{ uuid: 'a', displayName: 'CI', k8sName: 'ci-my-model-sa' }];
    expect(read({ tokenAuthentication: { data } }).tokens).toEqual([
      { displayName: 'CI', name: 'ci-my-model-sa' },
    ]);
  });

  it('never takes the protection away because a person may not create roles', () => {
    const data = [{ uuid: 'a', displayName: 'CI' }];
    const choices = read({ tokenAuthentication: { data }, canCreateRoleBindings: false });
    expect(choices.tokens).toHaveLength(1);
  });
});

const hardwareOf = (formData: Partial<WizardState['hardwareProfileConfig']['formData']>) =>
  read({ hardwareProfileConfig: { formData: { useExistingSettings: false, ...formData } } })
    .hardware;

describe('reading the hardware', () => {
  it('finds resources and where to run by the profile', () => {
    const tolerations = [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }];
    const nodeSelector = { 'nvidia.com/gpu.present': 'true' };
    const selectedProfile = profileWith({ tolerations, nodeSelector });
    expect(hardwareOf({ selectedProfile, resources })).toEqual({
      resources,
      tolerations,
      nodeSelector,
      profile: { name: 'nvidia-gpu', namespace: 'opendatahub', resourceVersion: '42' },
    });
  });

  it.each([undefined, {}, { tolerations: [], nodeSelector: {} }])(
    'finds no place to run where the profile says none: %o',
    (node) => {
      expect(hardwareOf({ selectedProfile: profileWith(node), resources })).toEqual({
        resources,
        profile: { name: 'nvidia-gpu', namespace: 'opendatahub', resourceVersion: '42' },
      });
    },
  );

  it('finds no profile when the existing settings are to stay', () => {
    const selectedProfile = profileWith();
    expect(hardwareOf({ selectedProfile, useExistingSettings: true, resources })).toEqual({
      resources,
    });
  });
});
