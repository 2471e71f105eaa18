import type { ListedExtension } from '../extensions/code-references.ts';
import type { RuleBook } from '../rules/rule-book.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStrings = (value: unknown): value is string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const shapeFault = (extension: unknown): string | undefined => {
  if (!isRecord(extension)) {
    return 'It is no object.';
  }
  const { type, properties, flags } = extension;
  if (typeof type !== 'string' || type === '') {
    return 'Its "type" is no string.';
  }
  if (!isRecord(properties)) {
    return `Its "properties" (type ${type}) are no object.`;
  }
  if (flags === undefined) {
    return undefined;
  }
  return isRecord(flags) && isStrings(flags['required']) && isStrings(flags['disallowed'])
    ? undefined
    : `Its "flags" (type ${type}) are not lists of area ids.`;
};

/**
 * The extensions of a remote, from what its "extensions" module exports. What the dashboard could
 * not read is reported and left out.
 */
export const listExtensions = (
  pluginName: string,
  module: unknown,
  ruleBook: RuleBook,
): ListedExtension[] => {
  const exported =
    isRecord(module) || isModule(module) ? Reflect.get(module, 'default') : undefined;
  if (!Array.isArray(exported)) {
    const detail =
      exported === undefined
        ? 'There is no default export.'
        : `It is no array but of type ${typeof exported}.`;
    ruleBook.report({ rule: 'default-export', extension: pluginName, detail });
    return [];
  }
  return exported.flatMap((extension: unknown, index) => {
    const detail = shapeFault(extension);
    if (detail !== undefined) {
      const name = `${pluginName} extension ${index + 1}`;
      ruleBook.report({ rule: 'extension-shape', extension: name, detail });
      return [];
    }
    return [{ ...(extension as ListedExtension), pluginName, uid: `${pluginName}-${index}` }];
  });
};

const isModule = (value: unknown): value is object => typeof value === 'object' && value !== null;
