import { Flex, Label, Menu, MenuContent, MenuItem, MenuList } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import {
  describeGpus,
  describeParameters,
  describeUpdate,
  kindTitles,
} from '../../catalog/describe-facts.ts';
import type { ModelEntry } from '../../catalog/model-entry.ts';
import * as words from '../../words/picker.ts';
import { Highlighted } from './highlighted.tsx';
import type { Picker } from './use-picker.ts';

/** The rows of one page of models; the one that is chosen is marked. */
export const ModelList = (props: {
  id: string;
  picker: Picker;
  chosen: string | undefined;
}): ReactElement => {
  const { picker, chosen } = props;
  const { rows, words: found } = picker.listing;
  return (
    <Menu
      role="listbox"
      isPlain
      isScrollable
      selected={chosen}
      onSelect={(_event, id) => picker.choose(String(id))}
    >
      <MenuContent maxMenuHeight="26rem">
        <MenuList id={props.id} aria-label={words.models}>
          {rows.map((entry, index) => (
            <MenuItem
              key={entry.id}
              id={rowId(props.id, index)}
              itemId={entry.id}
              isFocused={index === picker.active}
              description={<RowFacts entry={entry} found={found} />}
            >
              <Highlighted text={entry.model.displayName} words={found} />
            </MenuItem>
          ))}
        </MenuList>
      </MenuContent>
    </Menu>
  );
};

export const rowId = (listId: string, index: number): string => `${listId}-${index}`;

const RowFacts = (props: { entry: ModelEntry; found: readonly string[] }): ReactElement => {
  const { entry, found } = props;
  const facts = [
    describeParameters(entry),
    describeGpus(entry) ?? words.gpusNotKnown,
    describeUpdate(entry),
  ];
  return (
    <>
      <Highlighted text={words.publishedAs(entry.publisher, entry.model.name)} words={found} />
      {entry.model.shortDescription === '' ? null : (
        <span className="pf-v6-u-display-block">
          <Highlighted text={entry.model.shortDescription} words={found} />
        </span>
      )}
      <Flex component="span" columnGap={{ default: 'columnGapXs' }} className="pf-v6-u-mt-xs">
        <Label isCompact color="blue">
          {kindTitles[entry.kind]}
        </Label>
        {facts.flatMap((fact) =>
          fact === undefined
            ? []
            : [
                <Label key={fact} isCompact variant="outline">
                  {fact}
                </Label>,
              ],
        )}
        {entry.model.euRestricted ? (
          <Label isCompact status="warning">
            {words.notInEurope}
          </Label>
        ) : null}
      </Flex>
    </>
  );
};
