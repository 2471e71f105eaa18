import { Label, Menu, MenuContent, MenuItem, MenuList, Panel } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import {
  describeGpus,
  describeParameters,
  describeUpdate,
  kindTitles,
} from '../../../catalog/describe-facts.ts';
import { tellsMore } from '../../../catalog/describe-model.ts';
import { foundVersion } from '../../../catalog/found-version.ts';
import type { ModelEntry } from '../../../catalog/model-entry.ts';
import * as words from '../../../words/picker.ts';
import { Highlighted } from './highlighted.tsx';
import type { Listing } from './list-models.ts';

export interface ModelListProps {
  id: string;
  listing: Listing;
  /** The row that the arrow keys stand on. */
  active: number | undefined;
  /** The chosen model's id. */
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** The rows of one page of models; the one that is chosen is marked. A frame shows that a row goes on that it cuts. */
export const ModelList = (props: ModelListProps): ReactElement => {
  const { rows, words: found } = props.listing;
  const foundSet = new Set(found);
  return (
    <Panel variant="bordered">
      <Menu
        role="listbox"
        isPlain
        isScrollable
        selected={props.chosen}
        onSelect={(_event, id) => props.onChoose(String(id))}
      >
        <MenuContent maxMenuHeight="26rem">
          <MenuList id={props.id} aria-label={words.models}>
            {rows.map((entry, index) => (
              <MenuItem
                key={entry.id}
                id={rowId(props.id, index)}
                itemId={entry.id}
                isFocused={index === props.active}
                style={index === props.active ? activeRow : {}}
                description={<RowFacts entry={entry} found={found} foundSet={foundSet} />}
              >
                <bdi className="pf-v6-u-text-wrap">
                  <Highlighted text={entry.model.displayName} words={found} />
                </bdi>
              </MenuItem>
            ))}
          </MenuList>
        </MenuContent>
      </Menu>
    </Panel>
  );
};

/** The focus itself stays in the search field; a background alone looks like that of the mouse. */
const activeRow = {
  outlineStyle: 'solid',
  outlineColor: 'var(--pf-t--global--border--color--brand--default)',
  outlineWidth: 'var(--pf-t--global--border--width--strong)',
  outlineOffset: 'calc(-1*var(--pf-t--global--border--width--strong))',
} as const;

export const rowId = (listId: string, index: number): string => `${listId}-${index}`;

const RowFacts = (props: {
  entry: ModelEntry;
  found: readonly string[];
  /** The same, to look words up. */
  foundSet: ReadonlySet<string>;
}): ReactElement => {
  const { entry, found } = props;
  const version = foundVersion(entry, props.foundSet);
  const searched = [kindTitles[entry.kind], version && words.inVersion(version)];
  const facts = [
    describeParameters(entry),
    describeGpus(entry) ?? words.gpusNotKnown,
    describeUpdate(entry),
  ];
  return (
    <>
      <Highlighted text={words.publishedAs(entry.publisher, entry.model.name)} words={found} />
      {tellsMore(entry.model) ? (
        <span className="pf-v6-u-display-block">
          <bdi>
            <Highlighted text={entry.model.shortDescription} words={found} />
          </bdi>
        </span>
      ) : null}
      <span className="pf-v6-u-display-block pf-v6-u-mt-xs">
        <Highlighted text={words.factsOf(searched)} words={found} />
        {words.between}
        {words.factsOf(facts)}
        {entry.model.euRestricted ? (
          <Label isCompact status="warning" className="pf-v6-u-ml-sm">
            {words.notInEurope}
          </Label>
        ) : null}
      </span>
    </>
  );
};
