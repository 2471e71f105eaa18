import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  ExpandableSection,
  List,
  ListItem,
  ListVariant,
} from '@patternfly/react-core';
import { ExternalLinkAltIcon } from '@patternfly/react-icons/dist/esm/icons/external-link-alt-icon';
import type { ReactElement, ReactNode } from 'react';
import {
  countParameters,
  describeGpus,
  describeUpdate,
  kindTitles,
} from '../../../catalog/describe-facts.ts';
import type { CatalogModel } from '../../../catalog/catalog-model.ts';
import type { ModelEntry } from '../../../catalog/model-entry.ts';
import { describePush, describeVersion } from '../../../catalog/describe-version.ts';
import { orderVersions } from '../../../catalog/order-versions.ts';
import * as words from '../../../words/picker.ts';

/** What is known of a model, with all its versions. */
export const ModelFacts = ({ entry }: { entry: ModelEntry }): ReactElement => (
  <section aria-label={words.aboutModel}>
    <DescriptionList
      isCompact
      columnModifier={{ default: '2Col', xl: '3Col' }}
      className="pf-v6-u-mt-md"
    >
      <Fact term={words.chosenModel}>
        <bdi>{entry.model.displayName}</bdi>
      </Fact>
      <Fact term={words.publisher}>{entry.publisher}</Fact>
      <Fact term={words.kind}>{kindTitles[entry.kind]}</Fact>
      <Fact term={words.parameters}>{countParameters(entry) ?? words.notKnown}</Fact>
      <Fact term={words.gpus}>{describeGpus(entry) ?? words.notKnown}</Fact>
      <Fact term={words.lastChanged}>{describeUpdate(entry) ?? words.notKnown}</Fact>
      <Fact term={words.availability}>
        {entry.model.euRestricted ? words.notInEurope : words.availableAsKnown}
      </Fact>
      <Fact term={words.descriptionAndTerms}>
        <a
          href={catalogPage(entry)}
          target="_blank"
          rel="noreferrer"
          aria-label={words.modelInCatalog(entry.model.displayName)}
        >
          {words.catalog} <ExternalLinkAltIcon />
        </a>
      </Fact>
    </DescriptionList>
    <AllVersions model={entry.model} />
  </section>
);

/** With its date where there is one: a catalog knows that of the latest tag at most. */
const AllVersions = ({ model }: { model: CatalogModel }): ReactElement => {
  const versions = orderVersions(model.tags);
  return (
    <ExpandableSection toggleText={words.allVersions(versions.length)} className="pf-v6-u-mt-sm">
      <List variant={ListVariant.inline} className="pf-v6-u-text-break-word">
        {versions.map((version) => (
          <ListItem key={version.tag}>
            {words.datedVersion(describeVersion(version), describePush(model, version))}
          </ListItem>
        ))}
      </List>
    </ExpandableSection>
  );
};

const Fact = (props: { term: string; children: ReactNode }): ReactElement => (
  <DescriptionListGroup>
    <DescriptionListTerm>{props.term}</DescriptionListTerm>
    <DescriptionListDescription>{props.children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** Where NVIDIA describes the container, with its terms. */
const catalogPage = ({ model, publisher }: ModelEntry): string =>
  `https://catalog.ngc.nvidia.com/orgs/nim/teams/${publisher}/containers/${model.name}`;
