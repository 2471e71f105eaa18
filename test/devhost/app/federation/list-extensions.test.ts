import { describe, expect, it } from 'vitest';
import { RuleBook } from '../rules/rule-book.ts';
import { listExtensions } from './list-extensions.ts';

const quiet = { error: () => undefined, warn: () => undefined };
const list = (module: unknown) => {
  const ruleBook = new RuleBook(quiet);
  const listed = listExtensions('nimWizard', module, ruleBook);
  return { listed, rules: ruleBook.all().map(({ rule, detail }) => `${rule}: ${detail}`) };
};
const area = { type: 'app.area', properties: { id: 'nim-wizard' } };

describe('listExtensions', () => {
  it('gives every extension of the default export an identity of its own', () => {
    const { listed, rules } = list({ default: [area, area] });
    expect(rules).toEqual([]);
    expect(listed).toEqual([
      { ...area, pluginName: 'nimWizard', uid: 'nimWizard-0' },
      { ...area, pluginName: 'nimWizard', uid: 'nimWizard-1' },
    ]);
  });

  it.each([
    [{}, 'default-export: There is no default export.'],
    [undefined, 'default-export: There is no default export.'],
    [{ default: { area } }, 'default-export: It is no array but of type object.'],
  ])('reports a module like %j', (module, rule) => {
    expect(list(module)).toEqual({ listed: [], rules: [rule] });
  });

  it.each([
    ['text', 'It is no object.'],
    [{ properties: {} }, 'Its "type" is no string.'],
    [{ type: 'app.area' }, 'Its "properties" (type app.area) are no object.'],
    [
      { ...area, flags: { required: 'nim' } },
      'Its "flags" (type app.area) are not lists of area ids.',
    ],
  ])('reports and leaves out %j, and keeps the others', (broken, detail) => {
    const { listed, rules } = list({ default: [broken, area] });
    expect(rules).toEqual([`extension-shape: ${detail}`]);
    expect(listed).toHaveLength(1);
  });
});
