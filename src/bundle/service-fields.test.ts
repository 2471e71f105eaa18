import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { someService } from './random-service.factory.ts';
import { changeField, type ServiceField } from './service-field.ts';
import {
  aiAssetField,
  argumentsField,
  argumentsIn,
  descriptionField,
  displayNameField,
  externalRouteField,
  placementField,
  protectionField,
  replicasField,
  resourcesField,
  strategyField,
  variablesField,
} from './service-fields.ts';

/** A field with the values that a person can choose in it. */
const law = <Value>(name: string, field: ServiceField<Value>, values: Arbitrary<Value>) => ({
  name,
  /** What is written is read. */
  isRead: () =>
    assert(
      property(someService, values, (service, value) => {
        expect(field.read(field.write(service, value))).toEqual(value);
      }),
    ),
  /** What was written before does not matter. */
  isWrittenOver: () =>
    assert(
      property(someService, values, values, (service, one, other) => {
        const once = field.write(service, other);
        expect(field.read(field.write(field.write(service, one), other))).toEqual(field.read(once));
      }),
    ),
  /** A field that was left alone leaves everything alone. */
  isKept: () =>
    assert(
      property(someService, (service) => {
        expect(changeField(service, field, field.read(service))).toBe(service);
      }),
    ),
  /** A field writes into no other's. */
  isApart: (others: readonly ServiceField<unknown>[]) =>
    assert(
      property(someService, values, (service, value) => {
        const written = field.write(service, value);
        for (const other of others) {
          expect(other.read(written)).toEqual(other.read(service));
        }
      }),
    ),
  field: field as ServiceField<unknown>,
});

const quantity = oneof(integer({ min: 0, max: 64 }), constantFrom('1', '32Gi'));
const resources = record({
  requests: dictionary(constantFrom('cpu', 'memory', 'nvidia.com/gpu'), quantity),
  limits: dictionary(constantFrom('cpu', 'memory', 'nvidia.com/gpu'), quantity),
});
const profile = record({ name: string(), namespace: string(), resourceVersion: string() });
const variable = record({ name: constantFrom('A', 'B', 'C', 'HF_TOKEN'), value: string() });

const laws = [
  law('the display name', displayNameField, string()),
  law('the description', descriptionField, string()),
  law('the replicas', replicasField, integer({ min: 0, max: 99 })),
  law('the resources', resourcesField, resources),
  law(
    'the place',
    placementField,
    record({
      profile,
      tolerations: array(record({ key: string() })),
      nodeSelector: dictionary(string(), string()),
    }),
  ),
  law('the route', externalRouteField, boolean()),
  law('the protection', protectionField, boolean()),
  law('the arguments', argumentsField, array(string()).map(argumentsIn)),
  law('the variables', variablesField, uniqueArray(variable, { selector: ({ name }) => name })),
  law('the strategy', strategyField, constantFrom('rolling' as const, 'recreate' as const)),
  law(
    'whether it is an AI asset',
    aiAssetField,
    option(oneof(constant({}), record({ useCase: string({ minLength: 1 }) })), {
      nil: undefined,
    }),
  ),
];

describe.each(laws)('$name of an InferenceService', ({ isRead, isWrittenOver, isKept, ...one }) => {
  it('is read as it was written', () => {
    expect(isRead).not.toThrow();
  });

  it('is what was written last', () => {
    expect(isWrittenOver).not.toThrow();
  });

  it('is left to the letter when it is not changed', () => {
    expect(isKept).not.toThrow();
  });

  it('is nothing of any other field', () => {
    const others = laws.filter(({ name }) => name !== one.name);
    expect(() => one.isApart(others.map(({ field }) => field))).not.toThrow();
  });
});

const bareService = (predictor: InferenceService['spec']['predictor'] = {}): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'a' },
  spec: { predictor },
});

const profileOf = (name: string, namespace: string, resourceVersion: string) => ({
  profile: { name, namespace, resourceVersion },
});

describe('the place of an InferenceService', () => {
  const tolerations = [{ key: 'by-hand' }];
  const placed = (namespace: string) =>
    placementField.write(bareService(), { ...profileOf('gpu', namespace, '1'), tolerations });

  it.each(['opendatahub', ''])(
    'is unchanged when an administrator has changed the profile since, which is in %j',
    (namespace) => {
      const service = placed(namespace);
      const newer = { ...profileOf('gpu', 'opendatahub', '2'), tolerations: [{ key: 'new' }] };
      expect(changeField(service, placementField, newer)).toBe(service);
    },
  );

  it.each([
    ['of another name', profileOf('cpu', 'opendatahub', '1')],
    ['in another namespace', profileOf('gpu', 'nim-demo', '1')],
    ['that it had not', profileOf('gpu', 'opendatahub', '1'), {}],
  ])('is changed by a profile %s', (_which, chosen, before?: object) => {
    const service = before ? bareService() : placed('opendatahub');
    expect(placementField.read(changeField(service, placementField, chosen))).toEqual(chosen);
  });
});

describe('the variables of an InferenceService', () => {
  const [hidden, a, b] = [
    { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hf', key: 'token' } } },
    { name: 'A', value: '1' },
    { name: 'B', value: '$(HF_TOKEN)' },
  ];
  const envAfter = (chosen: { name: string; value: string }[]) =>
    variablesField.write(bareService({ model: { env: [a, hidden, b] } }), chosen).spec.predictor
      .model?.env;

  it('stay in their places, since one may refer to those before it', () => {
    const changed = { name: 'A', value: '2' };
    expect(envAfter([changed, b])).toEqual([changed, hidden, b]);
  });

  it('come last when they are new', () => {
    const added = { name: 'C', value: '3' };
    expect(envAfter([a, b, added])).toEqual([a, hidden, b, added]);
  });

  it('come after those from Secrets in an order of their own', () => {
    expect(envAfter([b, a])).toEqual([hidden, b, a]);
  });
});
