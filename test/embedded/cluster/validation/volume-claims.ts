import { forbiddenField, invalidValue, required, unsupportedValue } from '../field-errors.ts';
import { listAt, objectAt, sameJson, textAt } from '../json.ts';
import { canonicalQuantity, parseQuantity } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import type { Storage } from '../storage.ts';
import type { StoredObject } from '../stored-object.ts';
import { subdomainFaults } from './names.ts';

const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const defaultClass = 'storageclass.kubernetes.io/is-default-class';
/** Put on every claim at its creation and taken off when no pod uses it; there are no pods here. */
export const claimProtection = 'kubernetes.io/pvc-protection';

export const volumeClaimErrors = (object: StoredObject): FieldError[] => {
  const spec = objectAt(object, 'spec');
  const modes = listAt(spec, 'accessModes');
  const className = textAt(spec, 'storageClassName');
  return [
    ...(modes.length === 0
      ? [required('spec.accessModes', 'at least 1 access mode is required')]
      : []),
    ...modes
      .filter((mode) => !accessModes.includes(String(mode)))
      .map((mode) => unsupportedValue('spec.accessModes', mode, accessModes)),
    ...sizeErrors(objectAt(objectAt(spec, 'resources'), 'requests')['storage']),
    ...(className
      ? subdomainFaults(className).map((fault) =>
          invalidValue('spec.storageClassName', className, fault),
        )
      : []),
    ...volumeModeErrors(textAt(spec, 'volumeMode')),
  ];
};

const volumeModeErrors = (mode: string | undefined): FieldError[] =>
  mode === undefined || mode === 'Block' || mode === 'Filesystem'
    ? []
    : [unsupportedValue('spec.volumeMode', mode, ['Block', 'Filesystem'])];

const sizeErrors = (size: unknown): FieldError[] => {
  if (size === undefined) {
    return [required('spec.resources[storage]')];
  }
  const quantity = parseQuantity(size);
  return quantity && quantity.thousandths > 0n
    ? []
    : [invalidValue('spec.resources[storage]', size, 'must be greater than zero')];
};

/** A claim's spec is fixed; only a bound claim may grow, and nothing binds one here. */
export const volumeClaimChangeErrors = (
  object: StoredObject,
  before: StoredObject,
): FieldError[] =>
  sameJson(object['spec'], before['spec'])
    ? []
    : [
        forbiddenField(
          'spec',
          'spec is immutable after creation except resources.requests for bound claims',
        ),
        ...(sizeOf(object) < sizeOf(before)
          ? [
              forbiddenField(
                'spec.resources.requests.storage',
                'field can not be less than previous value',
              ),
            ]
          : []),
      ];

const sizeOf = (claim: StoredObject): bigint => {
  const requests = objectAt(objectAt(objectAt(claim, 'spec'), 'resources'), 'requests');
  return parseQuantity(requests['storage'])?.thousandths ?? 0n;
};

/** Fills in class, mode and phase, and writes sizes in their canonical form. */
export const completeVolumeClaim = (
  object: StoredObject,
  storage: Storage,
  created: boolean,
): void => {
  const spec = objectAt(object, 'spec');
  const requests = objectAt(objectAt(spec, 'resources'), 'requests');
  const sizes = Object.entries(requests).map(([key, value]) => [key, canonicalQuantity(value)]);
  object['spec'] = {
    ...spec,
    resources: {
      ...objectAt(spec, 'resources'),
      ...(sizes.length > 0 ? { requests: Object.fromEntries(sizes) } : {}),
    },
    volumeMode: textAt(spec, 'volumeMode') ?? 'Filesystem',
  };
  if (!created) {
    return;
  }
  object['status'] = { phase: 'Pending' };
  object.metadata.finalizers = [
    ...new Set([...(object.metadata.finalizers ?? []), claimProtection]),
  ];
  const className = textAt(spec, 'storageClassName') ?? defaultClassName(storage);
  if (className !== undefined) {
    object['spec'] = { ...objectAt(object, 'spec'), storageClassName: className };
  }
};

const defaultClassName = (storage: Storage): string | undefined =>
  storage
    .list({ group: 'storage.k8s.io', plural: 'storageclasses' })
    .find((storageClass) => storageClass.metadata.annotations?.[defaultClass] === 'true')?.metadata
    .name;
