import {
  FormGroup,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { offeredVersions } from '../catalog/newer-versions.ts';
import { orderVersions, type Version, versionKind } from '../catalog/order-versions.ts';
import { FieldHelp } from './field-help.tsx';

/** What an existing deployment runs; without a tag for an image that is named by its digest, say. */
export interface DeployedVersion {
  tag?: string | undefined;
}

export interface VersionSelectProps {
  tags: readonly string[];
  recommended: string | undefined;
  image: string;
  /** Empty for what is deployed, where that has no tag. */
  value: string;
  /** Only while a deployment is edited. */
  deployed?: DeployedVersion | undefined;
  isDisabled: boolean;
  onChange: (tag: string) => void;
}

/**
 * A model's versions, newest first, with the recommended one marked and the exact image below. Of a
 * deployment that is edited those come first that are newer than its own.
 */
export const VersionSelect = (props: VersionSelectProps): ReactElement => {
  const id = useId();
  return (
    <FormGroup label="Version" fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={props.value}
        isDisabled={props.isDisabled}
        onChange={(_event, tag) => props.onChange(tag)}
      >
        {props.deployed ? (
          editingOptions(props, props.deployed)
        ) : (
          <>{options(props, orderVersions(withOwn(props)))}</>
        )}
      </FormSelect>
      <VersionHelp {...props} />
    </FormGroup>
  );
};

/** A version that the catalog does not list any more is still one. */
const withOwn = ({ tags, value }: VersionSelectProps): readonly string[] =>
  value === '' || tags.includes(value) ? tags : [value, ...tags];

const options = ({ recommended }: VersionSelectProps, versions: readonly Version[]) =>
  versions.map(({ tag, kind }) => (
    <FormSelectOption
      key={tag}
      value={tag}
      label={labelOf(tag, tag === recommended, kind === 'moving')}
    />
  ));

const editingOptions = (props: VersionSelectProps, deployed: DeployedVersion): ReactElement => {
  const { newer, others } = offeredVersions(props.tags, deployed.tag);
  const { tag = '' } = deployed;
  return (
    <>
      {newer.length > 0 ? (
        <FormSelectOptionGroup label="Newer versions">
          {options(props, newer)}
        </FormSelectOptionGroup>
      ) : null}
      <FormSelectOptionGroup label="As deployed">
        <FormSelectOption
          value={tag}
          label={
            tag === ''
              ? 'The image that is deployed'
              : labelOf(tag, tag === props.recommended, versionKind(tag) === 'moving')
          }
        />
      </FormSelectOptionGroup>
      {others.length > 0 ? (
        <FormSelectOptionGroup label="Other versions">
          {options(props, others)}
        </FormSelectOptionGroup>
      ) : null}
    </>
  );
};

const VersionHelp = ({ value, image, deployed }: VersionSelectProps): ReactElement => {
  const isChanged = deployed !== undefined && (deployed.tag ?? '') !== value;
  return (
    <>
      {value !== '' && versionKind(value) === 'moving' ? (
        <FieldHelp variant="warning">
          This tag moves: a restart may run another build. Image: {image}
        </FieldHelp>
      ) : (
        <FieldHelp>{image === '' ? 'The deployment names no image.' : `Image: ${image}`}</FieldHelp>
      )}
      {isChanged ? (
        <FieldHelp>
          The deployment restarts with this version. The model may have to be downloaded first.
        </FieldHelp>
      ) : null}
    </>
  );
};

const labelOf = (tag: string, isRecommended: boolean, isMoving: boolean): string => {
  if (isRecommended) {
    return `${tag} (recommended)`;
  }
  return isMoving ? `${tag} (moves)` : tag;
};
