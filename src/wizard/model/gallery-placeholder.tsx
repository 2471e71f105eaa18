import { Panel, PanelMain, PanelMainBody, Skeleton, Stack } from '@patternfly/react-core';
import type { ReactElement } from 'react';

/** The heights of the list of models: its filters, how many there are, its rows and its pages. */
const HEIGHTS = ['2.25rem', '1.25rem', '26rem', '2.25rem'];

/** The shape of the list of models, which is there from the beginning where none is chosen. */
export const GalleryPlaceholder = (): ReactElement => (
  <Panel variant="bordered" className="pf-v6-u-mt-sm" aria-hidden>
    <PanelMain>
      <PanelMainBody>
        <Stack hasGutter>
          {HEIGHTS.map((height, index) => (
            <Skeleton key={index} height={height} />
          ))}
        </Stack>
      </PanelMainBody>
    </PanelMain>
  </Panel>
);
