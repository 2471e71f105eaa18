import {
  Flex,
  FlexItem,
  FormGroup,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
  SearchInput,
} from '@patternfly/react-core';
import { type ReactElement, useId, useState } from 'react';
import { explainVersion } from '../../catalog/describe-version.ts';
import {
  filterGroups,
  groupAround,
  groupVersions,
  isMany,
  MOVING_TAGS,
  type VersionGroup,
} from '../../catalog/group-versions.ts';
import { type Version, versionKind } from '../../catalog/order-versions.ts';
import * as words from '../../words/model-choice.ts';
import { CopyButton } from '../copy-button.tsx';
import { FieldHelp } from '../field-help.tsx';

/** What an existing deployment runs; without a tag for an image that is named by its digest, say. */
export interface DeployedVersion {
  tag?: string | undefined;
}

export interface VersionSelectProps {
  /** As the catalog lists them, in any order. */
  tags: readonly string[];
  /** The tag that is marked; undefined where none is recommended. */
  recommended: string | undefined;
  /** The full reference of what is chosen; empty where nobody knows it. */
  image: string;
  /** Empty for what is deployed, where that has no tag. */
  value: string;
  /** Only while a deployment is edited. */
  deployed?: DeployedVersion | undefined;
  /** Shown as it is. */
  isDisabled: boolean;
  /** Told the tag, or an empty text for what is deployed. */
  onChange: (tag: string) => void;
}

/**
 * A model's versions, newest first, with the recommended one marked and the exact image below. Of a
 * deployment that is edited those come first that are newer than its own. Many can be filtered.
 */
export const VersionSelect = (props: VersionSelectProps): ReactElement => {
  const { value, deployed, isDisabled } = props;
  const id = useId();
  const [typed, setFilter] = useState('');
  const tags = withOwn(props);
  const filter = isMany(tags) ? typed : '';
  const groups = deployed ? groupAround(props.tags, deployed.tag) : groupVersions(tags);
  return (
    <FormGroup label={words.version} fieldId={id} isRequired>
      <Flex columnGap={{ default: 'columnGapXs' }} rowGap={{ default: 'rowGapXs' }}>
        <FlexItem grow={{ default: 'grow' }}>
          <FormSelect
            id={id}
            value={value}
            isDisabled={isDisabled}
            onChange={(_event, tag) => props.onChange(tag)}
          >
            {filterGroups(groups, filter, value).map((group) => (
              <Group key={group.label} {...group} marks={props} />
            ))}
          </FormSelect>
        </FlexItem>
        {isMany(tags) ? (
          <FlexItem>
            <SearchInput
              aria-label={words.filterVersions}
              placeholder={words.filterSoManyVersions(tags.length)}
              value={filter}
              isDisabled={isDisabled}
              onChange={(_event, text) => setFilter(text)}
              onClear={() => setFilter('')}
            />
          </FlexItem>
        ) : null}
      </Flex>
      <Found groups={groups} filter={filter} of={tags.length} />
      <VersionHelp {...props} groups={groups} />
    </FormGroup>
  );
};

/** How many are left, without the chosen one, which stays in the list in any case. */
const Found = (props: {
  groups: readonly VersionGroup[];
  filter: string;
  of: number;
}): ReactElement => {
  const found = filterGroups(props.groups, props.filter, '').flatMap(({ versions }) => versions);
  return (
    <div role="status">
      {props.filter === '' ? null : (
        <FieldHelp>{words.foundVersions(found.length, props.of)}</FieldHelp>
      )}
    </div>
  );
};

/** A version that the catalog does not list any more is still one. */
const withOwn = ({ tags, value }: VersionSelectProps): readonly string[] =>
  value === '' || tags.includes(value) ? tags : [value, ...tags];

type Marks = Pick<VersionSelectProps, 'recommended' | 'deployed'>;

const Group = ({ label, versions, marks }: VersionGroup & { marks: Marks }): ReactElement => (
  <FormSelectOptionGroup label={label}>
    {versions.map((version) => (
      <FormSelectOption key={version.tag} value={version.tag} label={labelOf(version, marks)} />
    ))}
  </FormSelectOptionGroup>
);

const labelOf = (version: Version, { recommended, deployed }: Marks): string => {
  const { tag } = version;
  if (tag === '') {
    return words.deployedImage;
  }
  const marks = [
    tag === recommended ? recommendation(version) : undefined,
    explainVersion(version),
    tag === deployed?.tag ? words.deployedNow : undefined,
  ];
  return words.explainedVersion(
    tag,
    marks.filter((mark) => mark !== undefined),
  );
};

/** Nobody recommends what surprises, even where there is nothing else. */
const recommendation = ({ kind }: Version): string =>
  kind === 'moving' ? words.proposed : words.recommended;

const isFixedAmong = (tags: readonly string[]): boolean =>
  tags.some((tag) => versionKind(tag) !== 'moving');

interface VersionHelpProps extends VersionSelectProps {
  groups: readonly VersionGroup[];
}

/** Why the tags in the group of those that move surprise: a warning once one of them is chosen. */
const MovingHelp = ({
  value,
  tags,
  groups,
}: Pick<VersionHelpProps, 'value' | 'tags' | 'groups'>): ReactElement | null => {
  if (value !== '' && versionKind(value) === 'moving') {
    return (
      <FieldHelp variant="warning">
        {words.movingTag} {isFixedAmong(tags) ? words.chooseFullVersion : words.noFullVersion}
      </FieldHelp>
    );
  }
  return groups.some(({ label }) => label === MOVING_TAGS) ? (
    <FieldHelp>{words.whyMoving(MOVING_TAGS)}</FieldHelp>
  ) : null;
};

const VersionHelp = (props: VersionHelpProps): ReactElement => {
  const { value, image, deployed } = props;
  const isChanged = deployed !== undefined && (deployed.tag ?? '') !== value;
  return (
    <>
      <MovingHelp {...props} />
      {image === '' ? (
        <FieldHelp>{words.noImage}</FieldHelp>
      ) : (
        <FieldHelp>
          {words.image(image)} <CopyButton text={image} />
        </FieldHelp>
      )}
      {isChanged ? <FieldHelp>{words.restartsWithVersion}</FieldHelp> : null}
    </>
  );
};
