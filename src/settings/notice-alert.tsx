import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import type { Notice } from './notice.ts';
import { useFocusCaught } from './use-focus-caught.ts';

/** The outcome of what a person did: announced, and focused where the control that did it is gone. */
export const NoticeAlert = ({ notice }: { notice: Notice }): ReactElement => {
  const place = useFocusCaught<HTMLDivElement>(notice);
  return (
    <div ref={place} tabIndex={-1}>
      <FieldAlert variant={notice.variant} title={notice.title} wait={notice.wait} isLiveRegion>
        {notice.body}
      </FieldAlert>
    </div>
  );
};
