import type { ModelFieldValue } from './model-field-value.ts';
import type { Loaded } from '../use-external-data.ts';
import type { ModelData } from './use-model-data.ts';

/** What the field "Model" and what chooses a model are given. */
export interface ModelFieldProps {
  /** The model, its version and how it is called. */
  value: ModelFieldValue;
  /** Told of every other choice; a newly chosen model comes with its recommended version. */
  onChange: (value: ModelFieldValue) => void;
  /** Undefined until one is chosen. */
  project: string | undefined;
  /** The catalog, and what is said about the chosen image. */
  external: Loaded<ModelData>;
  /** The model of a deployment that is edited stays; its version can be changed. */
  isEditing: boolean;
  /** Shown as it is, with nothing to choose. */
  isDisabled: boolean;
}
