import type { ReactElement } from 'react';
import type { CatalogModel } from '../../catalog/catalog-model.ts';
import * as words from '../../words/model-choice.ts';
import { FieldHelp } from '../field-help.tsx';
import type { ModelFieldValue } from './model-field-value.ts';

interface ModelHelpProps {
  id: string;
  value: ModelFieldValue;
  isEditing: boolean;
  /** The chosen one, if the catalog has it. */
  model: CatalogModel | undefined;
}

/** What is said right below the search field: how to use it, or what the chosen model is. */
export const ModelHelp = (props: ModelHelpProps): ReactElement => {
  const { model, isEditing } = props;
  return (
    <>
      <div role="status" className="pf-v6-screen-reader">
        {model && !isEditing ? words.isChosen(model.displayName) : null}
      </div>
      <FieldHelp id={props.id}>
        <bdi>{textOf(props)}</bdi>
      </FieldHelp>
      {model?.euRestricted && !isEditing ? (
        <FieldHelp variant="warning">{words.notInEurope}</FieldHelp>
      ) : null}
    </>
  );
};

const textOf = ({ value, isEditing, model }: ModelHelpProps): string => {
  if (isEditing) {
    return words.modelStays;
  }
  return value.kind === 'none' ? words.searchBy : model?.shortDescription || words.searchForAnother;
};
