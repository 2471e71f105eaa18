import { forbiddenField, required } from '../field-errors.ts';
import { sameJson, textAt } from '../json.ts';
import type { FieldError } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';

export const storageClassErrors = (object: StoredObject): FieldError[] =>
  textAt(object, 'provisioner') ? [] : [required('provisioner')];

/** Fills in what a StorageClass says by saying nothing. */
export const completeStorageClass = (object: StoredObject): void => {
  object['reclaimPolicy'] = textAt(object, 'reclaimPolicy') ?? 'Delete';
  object['volumeBindingMode'] = textAt(object, 'volumeBindingMode') ?? 'Immediate';
};

/** A StorageClass's provisioner and parameters never change. */
export const storageClassChangeErrors = (
  object: StoredObject,
  before: StoredObject,
): FieldError[] => {
  const parameters = sameJson(object['parameters'] ?? {}, before['parameters'] ?? {})
    ? []
    : [forbiddenField('parameters', 'updates to parameters are forbidden.')];
  const fixed = ['provisioner', 'reclaimPolicy', 'volumeBindingMode']
    .filter((field) => object[field] !== before[field])
    .map((field) => forbiddenField(field, `updates to ${field} are forbidden.`));
  return [...parameters, ...fixed];
};
