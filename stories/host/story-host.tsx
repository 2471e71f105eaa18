import {
  ActionGroup,
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
} from '@patternfly/react-core';
import { type FormEvent, type ReactElement, useEffect, useMemo, useState } from 'react';
import type { ExternalDataMap } from '../../src/dashboard/host-contract.ts';
import { RuleBookProvider } from '../../test/devhost/app/rules/rule-book-context.tsx';
import { RuleBook } from '../../test/devhost/app/rules/rule-book.ts';
import { ExternalDataLoader } from '../../test/devhost/app/wizard/external-data-loader.tsx';
import type { InitialData } from '../../test/devhost/app/wizard/initial-data.ts';
import type { Wizard } from '../../test/devhost/app/wizard/use-wizard-state.ts';
import { validate } from '../../test/devhost/app/wizard/validation.ts';
import {
  type AnyField,
  dependenciesOf,
  fieldFault,
  stateKeyOf,
} from '../../test/devhost/app/wizard/wizard-field.ts';
import { ReviewLines } from './review-lines.tsx';
import { storyProjects } from './story-projects.ts';
import { useStoryWizard } from './use-story-wizard.ts';

export interface StoryHostProps {
  /** The plugin's field objects, as the dashboard gets them. */
  fields: readonly unknown[];
  /** Null as long as nobody has chosen one. */
  project: string | null;
  /** Lets a person change the project, as the wizard does when it is opened without one. */
  canChangeProject?: boolean;
  /** What the wizard starts from when a deployment is edited: values by the fields' ids. */
  initialData?: InitialData;
  isDisabled?: boolean;
  /** Shows what the review page would. */
  hasReview?: boolean;
  /** Told the whole state after each change: this is what a dashboard hands on to telemetry. */
  onState?: (state: unknown) => void;
}

/** A page of the wizard that plays the dashboard's part for the plugin's fields. */
export const StoryHost = (props: StoryHostProps): ReactElement => {
  const [ruleBook] = useState(() => new RuleBook(console));
  return (
    <RuleBookProvider value={ruleBook}>
      <WizardPage {...props} ruleBook={ruleBook} />
    </RuleBookProvider>
  );
};

const WizardPage = (props: StoryHostProps & { ruleBook: RuleBook }): ReactElement => {
  const { onState, initialData, ruleBook } = props;
  const fields = useMemo(() => props.fields.map(asField), [props.fields]);
  const [projectName, setProjectName] = useState<string | null>(props.project);
  const [externalData, setExternalData] = useState<ExternalDataMap>({});
  const wizard = useStoryWizard({ fields, projectName, initialData, externalData });
  const { state } = wizard;
  useEffect(() => onState?.(state), [onState, state]);
  const warn = (error: unknown): void => ruleBook.warn('validation:', error);
  const isValid = validate(state, fields, false, warn).modelSource;
  return (
    <Form onSubmit={keepPage}>
      <ExternalDataLoader wizard={wizard} setExternalData={setExternalData} />
      {props.canChangeProject ? (
        <ProjectSelect value={projectName} onChange={setProjectName} />
      ) : null}
      {fields.map((field) => (
        <Field
          key={field.id}
          field={field}
          wizard={wizard}
          externalData={externalData}
          isDisabled={props.isDisabled ?? false}
        />
      ))}
      {props.hasReview ? <ReviewLines wizard={wizard} externalData={externalData} /> : null}
      <ActionGroup>
        <Button isDisabled={!isValid}>Next</Button>
      </ActionGroup>
    </Form>
  );
};

/** A form of the wizard is never submitted. */
const keepPage = (event: FormEvent): void => event.preventDefault();

const asField = (field: unknown): AnyField => {
  const fault = fieldFault(field);
  if (fault !== undefined) {
    throw new Error(`This is no wizard field. ${fault}`);
  }
  return field as AnyField;
};

const Field = (props: {
  field: AnyField;
  wizard: Wizard;
  externalData: ExternalDataMap;
  isDisabled: boolean;
}): ReactElement => {
  const { field, wizard } = props;
  const { state, initialData, setField } = wizard;
  const FieldComponent = field.component;
  const data = props.externalData[field.id];
  return (
    <FieldComponent
      id={stateKeyOf(field)}
      value={state[stateKeyOf(field)]}
      initialValue={initialData?.[stateKeyOf(field)]}
      onChange={(value) => setField(field, value)}
      {...(data === undefined ? {} : { externalData: data })}
      dependencies={dependenciesOf(field, state, initialData)}
      isDisabled={props.isDisabled}
    />
  );
};

const ProjectSelect = (props: {
  value: string | null;
  onChange: (project: string) => void;
}): ReactElement => (
  <FormGroup label="Project" fieldId="story-project">
    <FormSelect
      id="story-project"
      value={props.value ?? ''}
      onChange={(_event, project) => props.onChange(project)}
    >
      {['', ...storyProjects].map((name) => (
        <FormSelectOption key={name} value={name} label={name || 'Choose a project'} />
      ))}
    </FormSelect>
  </FormGroup>
);
