import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import type { ExternalDataMap } from '../../../../../src/dashboard/host-contract.ts';
import type { Wizard } from '../use-wizard-state.ts';
import { reviewSections } from './review-sections.ts';

interface ReviewPageProps {
  wizard: Wizard;
  externalData: ExternalDataMap;
}

export const ReviewPage = ({ wizard, externalData }: ReviewPageProps) => (
  <Stack hasGutter>
    <StackItem>
      <Title headingLevel="h2">Review</Title>
    </StackItem>
    {reviewSections(wizard.fields, wizard.state, externalData).map(({ title, lines }, index) => (
      <StackItem key={`${title} ${index}`}>
        <section aria-label={title || 'More'}>
          {title !== '' && (
            <Title headingLevel="h3" className="pf-v6-u-mb-sm">
              {title}
            </Title>
          )}
          <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: '18ch' }}>
            {lines.map(({ key, label, value }) => (
              <DescriptionListGroup key={key}>
                <DescriptionListTerm>{label}</DescriptionListTerm>
                <DescriptionListDescription>{value}</DescriptionListDescription>
              </DescriptionListGroup>
            ))}
          </DescriptionList>
        </section>
      </StackItem>
    ))}
  </Stack>
);
