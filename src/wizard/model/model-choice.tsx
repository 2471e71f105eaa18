import { FormGroup } from '@patternfly/react-core';
import { type ReactElement, useId, useState } from 'react';
import { type CatalogModel, modelId } from '../../catalog/catalog-model.ts';
import { toEntry } from '../../catalog/model-entry.ts';
import { recommendedVersion } from '../../catalog/order-versions.ts';
import * as words from '../../words/model-choice.ts';
import { model as modelLabel } from '../../words/model.ts';
import type { LoadedCatalog } from '../catalog-query.ts';
import { CatalogGaps } from './catalog-gaps.tsx';
import { ModelHelp } from './model-help.tsx';
import type { ModelFieldProps } from './model-field-props.ts';
import {
  type ChosenModel,
  type DeployedModel,
  imageOfChoice,
  type ModelFieldValue,
  type Protocol,
  protocolOf,
} from './model-field-value.ts';
import { ModelFacts } from './picker/model-facts.tsx';
import { ModelPicker } from './picker/model-picker.tsx';
import { createPickerMemory } from './picker/picker-memory.ts';
import { ProtocolSelect } from './protocol-select.tsx';
import { NoModels } from './no-models.tsx';
import { PullAdvice } from './pull-advice.tsx';
import { VersionSelect } from './version-select.tsx';

type ModelChoiceProps = ModelFieldProps & { catalog: LoadedCatalog };

/** A model of the catalog, its version, and what is to be said about them. */
export const CatalogChoice = (props: ModelChoiceProps): ReactElement => {
  const { value, catalog } = props;
  if (catalog.models.length === 0 && value.kind === 'none') {
    return <NoModels catalog={catalog} />;
  }
  const model = modelOf(value);
  const chosen = model && find(catalog, modelId(model));
  return (
    <>
      <ModelGroup {...props} model={chosen} />
      {value.kind === 'none' ? null : <ModelDetails {...props} value={value} model={chosen} />}
      {props.external.data.pull ? <PullAdvice pull={props.external.data.pull} /> : null}
    </>
  );
};

const find = ({ models }: LoadedCatalog, id: string): CatalogModel | undefined =>
  models.find((model) => modelId(model) === id);

const ModelGroup = (
  props: ModelChoiceProps & { model: CatalogModel | undefined },
): ReactElement => {
  const { value, catalog, isEditing, model } = props;
  const [ownMemory] = useState(createPickerMemory);
  const inputId = useId();
  const helpId = `${inputId}-help`;
  const named = modelOf(value);
  const choose = (next: CatalogModel | undefined): void =>
    props.onChange(valueOf(next, protocolOf(value)));
  return (
    <FormGroup label={modelLabel} fieldId={inputId} isRequired>
      <ModelPicker
        inputId={inputId}
        describedBy={helpId}
        help={
          <>
            <ModelHelp id={helpId} value={value} isEditing={isEditing} model={model} />
            <CatalogGaps catalog={catalog} />
          </>
        }
        catalog={catalog}
        key={props.project}
        project={props.project}
        memory={props.external.data.picker ?? ownMemory}
        placeholder={placeholderOf(value, catalog.models.length)}
        chosen={named && modelId(named)}
        isDisabled={props.isDisabled || isEditing || catalog.models.length === 0}
        onChoose={(id) => choose(find(catalog, id))}
        onClear={() => choose(undefined)}
      />
      {model ? <ModelFacts entry={toEntry(model)} /> : null}
    </FormGroup>
  );
};

const ModelDetails = (
  props: ModelFieldProps & {
    value: ChosenModel | DeployedModel;
    model: CatalogModel | undefined;
  },
): ReactElement => {
  const { value, isDisabled, onChange } = props;
  return (
    <>
      <VersionChoice
        value={value}
        model={props.model}
        isDisabled={isDisabled}
        onChange={onChange}
      />
      <ProtocolSelect
        value={protocolOf(value)}
        isDisabled={isDisabled || props.isEditing}
        onChange={(protocol) => onChange({ ...value, protocol })}
      />
    </>
  );
};

const modelOf = (value: ModelFieldValue): ChosenModel['model'] | undefined =>
  value.kind === 'none' ? undefined : value.model;

/** An image whose model cannot be read is shown as it is. */
const placeholderOf = (value: ModelFieldValue, count: number): string =>
  modelOf(value)?.displayName ??
  (value.kind === 'as-deployed'
    ? value.deployed.image || words.unknownModel
    : words.searchModels(count));

/** A model that is in the catalog no more keeps the version it has. */
const VersionChoice = (props: {
  value: ChosenModel | DeployedModel;
  model: CatalogModel | undefined;
  isDisabled: boolean;
  onChange: (value: ModelFieldValue) => void;
}): ReactElement => {
  const { value, model } = props;
  const tag = value.kind === 'chosen' ? value.tag : '';
  return (
    <VersionSelect
      key={value.model && modelId(value.model)}
      tags={model?.tags ?? (tag === '' ? [] : [tag])}
      recommended={model && recommendedVersion(model)}
      image={imageOfChoice(value)}
      value={tag}
      deployed={value.deployed}
      isDisabled={props.isDisabled}
      onChange={(next) => props.onChange(withVersion(value, next))}
    />
  );
};

/** Without a tag it is the image that is deployed. */
const withVersion = (value: ChosenModel | DeployedModel, tag: string): ModelFieldValue => {
  const { model, deployed, protocol } = value;
  const called = protocol ? { protocol } : {};
  if (tag !== '' && model) {
    return { kind: 'chosen', model, tag, ...(deployed ? { deployed } : {}), ...called };
  }
  return deployed
    ? { kind: 'as-deployed', deployed, ...(model ? { model } : {}), ...called }
    : { kind: 'none' };
};

/** A newly chosen model comes with its recommended version. */
const valueOf = (model: CatalogModel | undefined, protocol: Protocol): ModelFieldValue => {
  const tag = model && recommendedVersion(model);
  return model && tag
    ? {
        kind: 'chosen',
        model: { namespace: model.namespace, name: model.name, displayName: model.displayName },
        tag,
        ...(protocol === 'grpc' ? { protocol } : {}),
      }
    : { kind: 'none' };
};
