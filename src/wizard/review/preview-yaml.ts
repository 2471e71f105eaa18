import { stringify } from 'yaml';
import { commentOf } from './comment-of.ts';
import {
  hasKeyPlaceholder,
  KEY_PLACEHOLDER,
  type PreviewedObject,
} from '../../submit/preview/preview-objects.ts';
import * as words from '../../words/preview-yaml.ts';

/**
 * Objects as YAML that kubectl reads as they are meant. Its parser takes more for numbers and truths than
 * YAML 1.2 does (`on`, `1:30`), so a text that means something else to either version is quoted.
 */
export const previewYaml = (objects: readonly PreviewedObject[]): string =>
  [heading(objects), ...objects.map(documentOf)].join('---\n');

const heading = (objects: readonly PreviewedObject[]): string => {
  const project = objects[0]?.object.metadata.namespace ?? '';
  return commentOf(
    words.whatIsMade(project),
    ...(hasKeyPlaceholder(objects) ? [words.keyIsNotShown(KEY_PLACEHOLDER)] : []),
  );
};

const documentOf = ({ change, object, ownedBy }: PreviewedObject): string =>
  [
    commentOf(
      ...(change === 'replaced' ? [words.getsAnotherKey] : []),
      ...(ownedBy === undefined ? [] : [words.belongsTo(ownedBy)]),
    ),
    stringify(object, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false }),
  ].join('');
