import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import type { UnreadableEntry } from '../../catalog/parse-catalog.ts';
import * as words from '../../words/model-choice.ts';
import type { LoadedCatalog } from '../catalog-query.ts';
import { FieldAlert } from '../field-alert.tsx';

/** What of a catalog is not listed: whole parts of it, single models, and models that it has twice. */
export const CatalogGaps = (props: { catalog: LoadedCatalog }): ReactElement => {
  const { models, missingParts = [], unreadable, title } = props.catalog;
  const repeated = unreadable.filter(({ isRepeated }) => isRepeated);
  const broken = unreadable.filter(({ isRepeated }) => !isRepeated);
  const isNoneThere = models.length === 0;
  return (
    <>
      {missingParts.length === 0 ? null : (
        <Gap title={words.missingParts(missingParts.length)}>
          {missingParts.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Gap>
      )}
      {broken.length === 0 ? null : (
        <Gap title={isNoneThere ? words.noModelCouldBeRead : words.unreadableModels(broken.length)}>
          {isNoneThere ? <p>{words.replaceCatalog(title)}</p> : null}
          <Which entries={broken} />
        </Gap>
      )}
      {repeated.length === 0 ? null : (
        <Gap title={words.repeatedModels(repeated.length)}>
          <Which entries={repeated} />
        </Gap>
      )}
    </>
  );
};

const Which = (props: { entries: readonly UnreadableEntry[] }): ReactElement => (
  <ExpandableSection toggleTextCollapsed={words.showWhich} toggleTextExpanded={words.hide}>
    <List isPlain>
      {props.entries.map(({ name, reason }, index) => (
        <ListItem key={index}>{words.unreadableModel(name, reason)}</ListItem>
      ))}
    </List>
  </ExpandableSection>
);

const Gap = (props: { title: string; children: ReactNode }): ReactElement => (
  <FieldAlert className="pf-v6-u-mt-sm" variant="warning" isPlain title={props.title}>
    {props.children}
  </FieldAlert>
);
