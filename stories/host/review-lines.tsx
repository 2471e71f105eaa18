import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import type { ExternalDataMap } from '../../src/dashboard/host-contract.ts';
import type { Wizard } from '../../test/devhost/app/wizard/use-wizard-state.ts';
import { stateKeyOf } from '../../test/devhost/app/wizard/wizard-field.ts';

/** The lines that the fields bring to the wizard's review page, and none of the dashboard's own. */
export const ReviewLines = (props: {
  wizard: Wizard;
  externalData: ExternalDataMap;
}): ReactElement => {
  const { fields, state } = props.wizard;
  const items = fields.flatMap((field) => {
    const value = state[stateKeyOf(field)];
    const data = props.externalData[field.id]?.data;
    return value === undefined ? [] : (field.getReviewSections?.(value, state, data) ?? []);
  });
  return (
    <section aria-label="Review">
      <DescriptionList isHorizontal isCompact>
        {items
          .flatMap((section) => section.items)
          .filter(({ isVisible }) => isVisible?.(state) ?? true)
          .map((item) => ({ ...item, shown: item.value(state) }))
          .filter(({ optional, shown }) => !optional || !isEmpty(shown))
          .map(({ key, label, shown }) => (
            <DescriptionListGroup key={key}>
              <DescriptionListTerm>{label}</DescriptionListTerm>
              <DescriptionListDescription>{shown}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
      </DescriptionList>
    </section>
  );
};

/** The dashboard leaves out an optional line without a value. */
const isEmpty = (value: ReactNode): boolean =>
  value === undefined || value === null || value === '';
