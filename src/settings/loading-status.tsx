import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Skeleton,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';

const TERMS = ['Key ends in', 'Verification', 'Used by'] as const;

/** The shape of a key's status while it is looked for. */
export const LoadingStatus = (): ReactElement => (
  <DescriptionList isHorizontal isCompact aria-label="The project's NVIDIA API key">
    {TERMS.map((term, index) => (
      <DescriptionListGroup key={term}>
        <DescriptionListTerm>{term}</DescriptionListTerm>
        <DescriptionListDescription>
          <Skeleton
            width="50%"
            {...(index === 0
              ? { screenreaderText: "Looking for the project's NVIDIA API key" }
              : {})}
          />
        </DescriptionListDescription>
      </DescriptionListGroup>
    ))}
  </DescriptionList>
);
