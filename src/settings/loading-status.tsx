import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Skeleton,
  Stack,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import * as words from '../words/settings.ts';
import { lookingForKey } from '../words/key.ts';

/** The shape of a key's status, and of what can be done with it, while it is looked for. */
export const LoadingStatus = (): ReactElement => (
  <Stack hasGutter>
    <DescriptionList isHorizontal isCompact aria-label={words.theKey}>
      {words.usualTerms.map((term, index) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>
            <Skeleton width="50%" {...(index === 0 ? { screenreaderText: lookingForKey } : {})} />
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
    <LoadingButtons />
  </Stack>
);

/** As high as a row of buttons. */
export const LoadingButtons = (): ReactElement => <Skeleton width="50%" fontSize="3xl" />;
