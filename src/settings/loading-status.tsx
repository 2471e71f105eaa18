import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Skeleton,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import * as words from '../words/settings.ts';
import { lookingForKey } from '../words/key.ts';

const TERMS = [words.keyEndsIn, words.verification, words.usedBy];

/** The shape of a key's status while it is looked for. */
export const LoadingStatus = (): ReactElement => (
  <DescriptionList isHorizontal isCompact aria-label={words.theKey}>
    {TERMS.map((term, index) => (
      <DescriptionListGroup key={term}>
        <DescriptionListTerm>{term}</DescriptionListTerm>
        <DescriptionListDescription>
          <Skeleton width="50%" {...(index === 0 ? { screenreaderText: lookingForKey } : {})} />
        </DescriptionListDescription>
      </DescriptionListGroup>
    ))}
  </DescriptionList>
);
