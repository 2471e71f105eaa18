import { forbiddenField, invalidValue, required, tooLong } from '../field-errors.ts';
import { sameJson } from '../json.ts';
import type { ResourceType } from '../resource-type.ts';
import type { FieldError } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import {
  labelFaults,
  labelValueFaults,
  pathSegmentFaults,
  qualifiedNameFaults,
  subdomainFaults,
} from './names.ts';

const nameFaults = {
  subdomain: subdomainFaults,
  label: labelFaults,
  'path-segment': pathSegmentFaults,
};

/** All annotations of one object together, keys and values, in bytes. */
const annotationLimit = 256 * 1024;

/** What every object's metadata must be, whatever its kind. */
export const metadataErrors = (object: StoredObject, type: ResourceType): FieldError[] => {
  const { metadata } = object;
  return [
    ...nameErrors(metadata.name, metadata.generateName, type),
    ...keyErrors('metadata.labels', metadata.labels ?? {}, 'labels'),
    ...keyErrors('metadata.annotations', metadata.annotations ?? {}, 'annotations'),
    ...ownerErrors(object),
    ...finalizerErrors(metadata.finalizers ?? [], type),
  ];
};

const standardFinalizers = ['kubernetes', 'foregroundDeletion', 'orphan'];

/** Only the API server's own kinds demand a finalizer of a known name or with a domain. */
const finalizerErrors = (finalizers: string[], type: ResourceType): FieldError[] => [
  ...finalizers.flatMap((finalizer) =>
    qualifiedNameFaults(finalizer).map((fault) =>
      invalidValue('metadata.finalizers', finalizer, fault),
    ),
  ),
  ...finalizers.flatMap((finalizer, at) =>
    type.custom || finalizer.includes('/') || standardFinalizers.includes(finalizer)
      ? []
      : [
          invalidValue(
            `metadata.finalizers[${at}]`,
            finalizer,
            'name is neither a standard finalizer name nor is it fully qualified',
          ),
        ],
  ),
];

const nameErrors = (
  name: string,
  generateName: string | undefined,
  type: ResourceType,
): FieldError[] => {
  // A generated name's last character is ours, so a hyphen at the end of its prefix is right.
  const prefix = (generateName ?? '').replace(/-$/, 'a');
  const inPrefix = generateName
    ? nameFaults[type.names](prefix).map((fault) =>
        invalidValue('metadata.generateName', generateName, fault),
      )
    : [];
  if (name === '') {
    return [...inPrefix, required('metadata.name', 'name or generateName is required')];
  }
  const inName = nameFaults[type.names](name).map((fault) =>
    invalidValue('metadata.name', name, fault),
  );
  return [...inPrefix, ...inName];
};

const keyErrors = (
  field: string,
  entries: Record<string, string>,
  kind: 'labels' | 'annotations',
): FieldError[] => {
  const inEntries = Object.entries(entries).flatMap(([key, value]) => [
    ...qualifiedNameFaults(kind === 'annotations' ? key.toLowerCase() : key).map((fault) =>
      invalidValue(field, key, fault),
    ),
    ...(kind === 'labels'
      ? labelValueFaults(value).map((fault) => invalidValue(field, value, fault))
      : []),
  ]);
  const size = Object.entries(entries).reduce((sum, [key, value]) => sum + bytes(key + value), 0);
  return kind === 'annotations' && size > annotationLimit
    ? [...inEntries, tooLong(field, annotationLimit)]
    : inEntries;
};

const bytes = (value: string): number => new TextEncoder().encode(value).length;

const ownerErrors = (object: StoredObject): FieldError[] => {
  const owners = object.metadata.ownerReferences ?? [];
  const inOwners = owners.flatMap((owner) => {
    const field = 'metadata.ownerReferences';
    return (
      [
        ['apiVersion', 'version must not be empty'],
        ['kind', 'kind must not be empty'],
        ['name', 'name must not be empty'],
        ['uid', 'uid must not be empty'],
      ] as const
    ).flatMap(([part, fault]) =>
      owner[part] ? [] : [invalidValue(`${field}.${part}`, owner[part] ?? '', fault)],
    );
  });
  const controllers = owners.filter((owner) => owner.controller === true);
  return controllers.length < 2
    ? inOwners
    : [
        ...inOwners,
        invalidValue(
          'metadata.ownerReferences',
          owners,
          'Only one reference can have Controller set to true',
        ),
      ];
};

/** What may not change in the metadata of an object that exists. */
export const metadataChangeErrors = (object: StoredObject, before: StoredObject): FieldError[] => {
  const fixed = ['name', 'namespace', 'uid', 'creationTimestamp'] as const;
  const changed = fixed
    .filter((field) => object.metadata[field] !== before.metadata[field])
    .map((field) =>
      invalidValue(`metadata.${field}`, object.metadata[field] ?? '', 'field is immutable'),
    );
  const old = before.metadata.finalizers ?? [];
  const added = (object.metadata.finalizers ?? []).filter((finalizer) => !old.includes(finalizer));
  return before.metadata.deletionTimestamp && added.length > 0
    ? [
        ...changed,
        forbiddenField(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers ${JSON.stringify(added)}`,
        ),
      ]
    : changed;
};

const withoutVersion = (object: StoredObject): StoredObject => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: '' },
});

/** Whether two objects say the same, their resourceVersions aside: then an update writes nothing. */
export const isSameObject = (left: StoredObject, right: StoredObject): boolean =>
  sameJson(withoutVersion(left), withoutVersion(right));
