import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import * as words from '../../words/model-choice.ts';
import type { LoadedCatalog } from '../catalog-query.ts';
import { FieldAlert } from '../field-alert.tsx';

/** What of a catalog could not be read: whole parts of it, and single models. */
export const CatalogGaps = (props: { catalog: LoadedCatalog }): ReactElement => {
  const { missingParts = [], unreadable } = props.catalog;
  return (
    <>
      {missingParts.length === 0 ? null : (
        <Gap title={words.missingParts(missingParts.length)}>
          {missingParts.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Gap>
      )}
      {unreadable.length === 0 ? null : (
        <Gap title={words.unreadableModels(unreadable.length)}>
          <ExpandableSection toggleTextCollapsed={words.showWhich} toggleTextExpanded={words.hide}>
            <List isPlain>
              {unreadable.map(({ name, reason }, index) => (
                <ListItem key={index}>{words.unreadableModel(name, reason)}</ListItem>
              ))}
            </List>
          </ExpandableSection>
        </Gap>
      )}
    </>
  );
};

const Gap = (props: { title: string; children: ReactNode }): ReactElement => (
  <FieldAlert className="pf-v6-u-mt-sm" variant="warning" isPlain title={props.title}>
    {props.children}
  </FieldAlert>
);
