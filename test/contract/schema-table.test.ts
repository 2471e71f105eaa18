import { describe, expect, it } from 'vitest';
import { customResourceDefinitions } from '../apiserver/definitions.ts';
import { isJsonObject, listAt, objectAt, sameJson, textAt } from '../embedded/cluster/json.ts';
import { resourceTypes } from '../embedded/cluster/resource-table.ts';
import type { Schema } from '../embedded/cluster/schema/schema.ts';

const crds = process.env['NIM_CRDS'];
const keeps = 'x-kubernetes-preserve-unknown-fields';

/** The keywords in which our table may not differ from a published schema where it describes a field at all. */
const keywords = [
  'type',
  'enum',
  'pattern',
  'minimum',
  'default',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
] as const;

const differences = (own: Schema, published: unknown, at: string): string[] => {
  if (!isJsonObject(published)) {
    return [`${at}: the published schema does not have it`];
  }
  const isOpen = own[keeps] === true;
  const words = keywords.filter(
    (keyword) => own[keyword] !== undefined && !sameJson(own[keyword], published[keyword]),
  );
  const required = isOpen && !own.required ? [] : requiredDifferences(own, published, at);
  return [
    ...words.map((word) => `${at}: ${word} is ${JSON.stringify(published[word])} there`),
    ...required,
    ...Object.entries(own.properties ?? {}).flatMap(([key, field]) =>
      differences(field, objectAt(published, 'properties')[key], `${at}.${key}`),
    ),
    ...(own.items ? differences(own.items, published['items'], `${at}[]`) : []),
    ...(own.additionalProperties ? valueDifferences(own.additionalProperties, published, at) : []),
  ];
};

const requiredDifferences = (own: Schema, published: unknown, at: string): string[] => {
  const there = listAt(published, 'required').map(String).toSorted();
  return sameJson((own.required ?? []).toSorted(), there)
    ? []
    : [`${at}: requires ${there.join(', ') || 'nothing'} there`];
};

/** A map of ours may stand for fields that the published schema lists one by one, if each has the map's type. */
const valueDifferences = (values: Schema, published: unknown, at: string): string[] => {
  const listed = Object.entries(objectAt(published, 'properties'));
  return listed.length > 0
    ? listed.flatMap(([key, field]) => differences(values, field, `${at}.${key}`))
    : differences(values, objectAt(published, 'additionalProperties'), `${at}[*]`);
};

const schemaIn = (definition: unknown): Record<string, unknown> => {
  const [version] = listAt(objectAt(definition, 'spec'), 'versions');
  return objectAt(objectAt(version, 'schema'), 'openAPIV3Schema');
};

describe.skipIf(!crds)(
  `the table of schemas${crds ? '' : ' (skipped: NIM_CRDS is not set)'}`,
  () => {
    const published = customResourceDefinitions(crds);
    const compared = resourceTypes.filter(
      (type) => type.custom && !['Project', 'HardwareProfile', 'Route'].includes(type.kind),
    );

    it.each(compared)('says of $kind nothing that its published definition does not', (type) => {
      const definition = published.find(
        ({ metadata }) => metadata.name === `${type.plural}.${type.group}`,
      );
      const { status: _status, ...properties } = type.schema.properties ?? {};
      const own = { ...type.schema, properties };
      expect(textAt(objectAt(objectAt(definition, 'spec'), 'names'), 'kind')).toBe(type.kind);
      expect(differences(own, schemaIn(definition), type.kind)).toEqual([]);
    });
  },
);
