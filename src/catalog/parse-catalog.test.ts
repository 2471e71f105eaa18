import { describe, expect, it } from 'vitest';
import { catalogData, modelWith, shippedCatalogData } from './catalog-model.factory.ts';
import { parseCatalog } from './parse-catalog.ts';

const without = (field: string): { name: string } => {
  const { [field]: _left, ...rest } = modelWith();
  return rest as { name: string };
};

describe('reading the catalog', () => {
  it('reads an entry as it is written', () => {
    expect(parseCatalog(catalogData(modelWith()))).toEqual({
      models: [modelWith()],
      unreadable: [],
    });
  });

  it('takes the older format, without euRestricted, as not restricted', () => {
    const { models } = parseCatalog(catalogData(without('euRestricted')));
    expect(models).toEqual([modelWith({ euRestricted: false })]);
  });

  it.each(['latestTag', 'updatedDate'])('does without %s', (field) => {
    expect(parseCatalog(catalogData(without(field))).models).toEqual([without(field)]);
  });

  it('takes a missing description as an empty one', () => {
    const { models } = parseCatalog(catalogData(without('shortDescription')));
    expect(models).toEqual([modelWith({ shortDescription: '' })]);
  });

  it('keeps fields that it does not know', () => {
    const { models } = parseCatalog(catalogData({ ...modelWith(), licence: { id: 'x' } }));
    expect(models[0]).toHaveProperty('licence', { id: 'x' });
  });

  it('keeps tags exactly as they are listed, in their order', () => {
    const tags = ['1', '1.10', '1.10.0', '1.8.0-RTX', 'latest'];
    expect(parseCatalog(catalogData(modelWith({ tags }))).models[0]?.tags).toEqual(tags);
  });

  it('lists models by their display names, whatever their keys', () => {
    const data = catalogData(
      modelWith({ name: 'a', displayName: 'Zephyr' }),
      modelWith({ name: 'b', displayName: 'arctic' }),
      modelWith({ name: 'c', displayName: 'Boltz' }),
    );
    expect(parseCatalog(data).models.map((model) => model.displayName)).toEqual([
      'arctic',
      'Boltz',
      'Zephyr',
    ]);
  });

  it('finds nothing in an empty ConfigMap', () => {
    expect(parseCatalog({})).toEqual({ models: [], unreadable: [] });
  });
});

describe('an entry that cannot be read', () => {
  it.each([
    ['{"name":', 'is not valid JSON: it ends too soon'],
    ['{"name":"cut-o', 'is not valid JSON: see line 1, column 15'],
    ['{\n  "name" "llama"\n}', 'is not valid JSON: see line 2, column 10'],
    ['llama', 'is not valid JSON'],
    ['', 'is empty'],
    [' \n', 'is empty'],
  ])('is no JSON (%j): it is named, with the place', (text, reason) => {
    expect(parseCatalog({ broken: text }).unreadable).toEqual([{ name: 'broken', reason }]);
  });

  it.each(['[]', 'null', '"llama"', '7'])('is %s: it is named', (text) => {
    expect(parseCatalog({ broken: text }).unreadable).toEqual([
      { name: 'broken', reason: 'does not describe a model' },
    ]);
  });

  it.each([
    ['name', undefined, 'has no "name"'],
    ['name', 7, '"name" is 7, which is not text'],
    ['name', null, '"name" is null, which is not text'],
    ['name', {}, '"name" is not text'],
    ['name', '', '"name" is not a valid image name'],
    ['name', 'Llama 3', '"name" is "Llama 3", which is not a valid image name'],
    ['name', '../llama', '"name" is "../llama", which is not a valid image name'],
    ['name', 'llama:1.0', '"name" is "llama:1.0", which is not a valid image name'],
    ['displayName', '', '"displayName" is empty'],
    ['displayName', undefined, 'has no "displayName"'],
    ['namespace', undefined, 'has no "namespace"'],
    ['namespace', 'nim/', '"namespace" is "nim/", which is not a valid image namespace'],
    ['namespace', 'nim//meta', '"namespace" is "nim//meta", which is not a valid image namespace'],
    ['namespace', 'NIM/meta', '"namespace" is "NIM/meta", which is not a valid image namespace'],
    [
      'namespace',
      'nim/../meta',
      '"namespace" is "nim/../meta", which is not a valid image namespace',
    ],
    ['tags', undefined, 'has no "tags"'],
    ['tags', '1.0.0', '"tags" is "1.0.0", which is not a list'],
    ['tags', [], '"tags" has no version'],
    [
      'tags',
      ['1.0.0', '1.0@sha256:0'],
      '"tags" has "1.0@sha256:0", which is not a valid image tag',
    ],
    ['tags', ['-1.0'], '"tags" has "-1.0", which is not a valid image tag'],
    ['tags', ['1.0.0', 1], '"tags" has 1, which is not text'],
    ['tags', ['x'.repeat(129)], `"tags" has "${'x'.repeat(59)}…, which is not a valid image tag`],
    ['latestTag', 'a b', '"latestTag" is "a b", which is not a valid image tag'],
    ['euRestricted', 'yes', '"euRestricted" is "yes", which is neither true nor false'],
  ])('has the %s %j: it is named, with the reason', (field, value, reason) => {
    const text = JSON.stringify({ ...modelWith(), [field]: value });
    expect(parseCatalog({ broken: text })).toEqual({
      models: [],
      unreadable: [{ name: 'broken', reason }],
    });
  });

  it('is not left out for a date that is none', () => {
    const { models } = parseCatalog(catalogData({ ...modelWith(), latestTagPushedDate: 7 }));
    expect(models).toEqual([modelWith()]);
  });

  it('hides none of the others', () => {
    const good = [
      modelWith({ name: 'a', displayName: 'A' }),
      modelWith({ name: 'b', displayName: 'B' }),
    ];
    const [first, second] = Object.entries(catalogData(...good));
    const data = Object.fromEntries([
      first ?? [],
      ['broken', '{'],
      ['untagged', JSON.stringify(modelWith({ tags: [] }))],
      second ?? [],
    ]);
    const { models, unreadable } = parseCatalog(data);
    expect(models).toEqual(good);
    expect(unreadable.map(({ name }) => name)).toEqual(['broken', 'untagged']);
  });

  it('may even be called __proto__', () => {
    const data = JSON.parse('{"__proto__": "{}", "good": ""}') as Record<string, string>;
    const { unreadable } = parseCatalog({ ...data, good: JSON.stringify(modelWith()) });
    expect(unreadable).toEqual([{ name: '__proto__', reason: 'has no "name"' }]);
  });

  it('cannot change what all objects are', () => {
    const text = JSON.stringify(modelWith()).replace('{', '{"__proto__":{"polluted":true},');
    expect(parseCatalog({ sly: text }).models[0]).not.toHaveProperty('polluted');
  });
});

describe('a model that is there more than once', () => {
  const [first, again] = ['First', 'Again'].map((displayName) => modelWith({ displayName }));
  const [firstText, againText] = [JSON.stringify(first), JSON.stringify(again)];

  it('is what its first entry says, and the other one is named, with the name of the first', () => {
    expect(parseCatalog({ llama: firstText, 'llama-copy': againText })).toEqual({
      models: [first],
      unreadable: [
        {
          name: 'llama-copy',
          reason: 'is the model nim/meta/llama-3.1-8b-instruct again, which is listed as "llama"',
          isRepeated: true,
        },
      ],
    });
  });

  it('may have the same name in another part of the catalog', () => {
    expect(parseCatalog({ llama: firstText }, { llama: againText })).toEqual({
      models: [first],
      unreadable: [
        {
          name: 'llama',
          reason:
            'is the model nim/meta/llama-3.1-8b-instruct again, which is listed as "llama" in another part of the catalog',
          isRepeated: true,
        },
      ],
    });
  });

  it('is another one where another publisher has it', () => {
    const theirs = modelWith({ namespace: 'nim/else' });
    const { models, unreadable } = parseCatalog({
      ours: firstText,
      theirs: JSON.stringify(theirs),
    });
    expect([models, unreadable]).toEqual([[first, theirs], []]);
  });
});

describe('the catalog that the plugin is installed with', () => {
  const data = shippedCatalogData();
  const catalog = parseCatalog(data);

  it('has 186 models, all of them readable', () => {
    expect(catalog.unreadable).toEqual([]);
    expect(catalog.models).toHaveLength(186);
  });

  it('has each model under its own name', () => {
    expect(catalog.models.map(({ name }) => name).toSorted()).toEqual(Object.keys(data).toSorted());
  });

  it('knows the four models that are restricted in the EU', () => {
    const restricted = catalog.models.filter(({ euRestricted }) => euRestricted);
    expect(restricted.map(({ name }) => name).toSorted()).toEqual([
      'llama-3.2-11b-vision-instruct',
      'llama-3.2-90b-vision-instruct',
      'llama-4-maverick-17b-128e-instruct',
      'llama-4-scout-17b-16e-instruct',
    ]);
  });

  it('lists every latest tag among the tags', () => {
    const unlisted = catalog.models.filter(
      ({ latestTag, tags }) => latestTag === undefined || !tags.includes(latestTag),
    );
    expect(unlisted).toEqual([]);
  });
});
