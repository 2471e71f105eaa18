import { stringify } from 'yaml';
import {
  hasKeyPlaceholder,
  KEY_PLACEHOLDER,
  type PreviewedObject,
} from '../submit/preview/preview-objects.ts';

/**
 * Objects as YAML that kubectl reads as they are meant. Its parser takes more for numbers and truths than
 * YAML 1.2 does (`on`, `1:30`), so a text that means something else to either version is quoted.
 */
export const previewYaml = (objects: readonly PreviewedObject[]): string =>
  [heading(objects), ...objects.map(documentOf)].join('---\n');

const heading = (objects: readonly PreviewedObject[]): string => {
  const project = objects[0]?.object.metadata.namespace ?? '';
  return comment(
    `What "Deploy model" makes in the project ${project}, in this order.`,
    ...(hasKeyPlaceholder(objects)
      ? [
          `The key is not shown: to apply this yourself, write it in the place of "${KEY_PLACEHOLDER}".`,
        ]
      : []),
  );
};

const documentOf = ({ change, object, ownedBy }: PreviewedObject): string =>
  [
    comment(
      ...(change === 'replaced' ? ['It exists already, and gets another key.'] : []),
      ...(ownedBy === undefined
        ? []
        : [`It belongs to the InferenceService ${ownedBy} and is deleted with it.`]),
    ),
    stringify(object, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false }),
  ].join('');

const comment = (...lines: string[]): string => lines.map((line) => `# ${line}\n`).join('');
