import { Form } from '@patternfly/react-core';
import type { ComponentType, FormEvent, ReactElement } from 'react';

/** Around a component that the wizard shows in a form: the form's styles, and it is never submitted. */
export const inForm = (Story: ComponentType): ReactElement => (
  <Form onSubmit={keepPage}>
    <Story />
  </Form>
);

const keepPage = (event: FormEvent): void => event.preventDefault();
