import { textAt } from '../json.ts';
import { badRequest } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import { labelValueFaults, qualifiedNameFaults } from '../validation/names.ts';

type Matcher = (object: StoredObject) => boolean;

/**
 * Reads a label selector: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas.
 *
 * @throws Refusal 400 when it is none.
 */
export const labelMatcher = (selector: string): Matcher => {
  const matchers = splitTerms(selector).map(termMatcher);
  return (object) => matchers.every((matches) => matches(object.metadata.labels ?? {}));
};

type LabelMatcher = (labels: Record<string, string>) => boolean;

const setTerm = /^([^\s=!(),]+)\s+(in|notin)\s*\(([^()]*)\)$/;
const equalTerm = /^([^\s=!(),]+)\s*(==|=|!=)\s*([^\s=!(),]*)$/;
const presenceTerm = /^(!?)\s*([^\s=!(),]+)$/;

const splitTerms = (selector: string): string[] =>
  selector.trim() === '' ? [] : selector.split(/,(?![^(]*\))/).map((term) => term.trim());

const termMatcher = (term: string): LabelMatcher => {
  const set = setTerm.exec(term);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    refuseBadLabels(key, values);
    return (labels) => (operator === 'in') === values.includes(labels[key] ?? '\0');
  }
  const equal = equalTerm.exec(term);
  if (equal) {
    const [, key = '', operator, value = ''] = equal;
    refuseBadLabels(key, [value]);
    return (labels) => (operator === '!=') !== (labels[key] === value);
  }
  const presence = presenceTerm.exec(term);
  if (presence) {
    const [, not, key = ''] = presence;
    refuseBadLabels(key, []);
    return (labels) => (not === '!') !== Object.hasOwn(labels, key);
  }
  throw badRequest(`unable to parse requirement: ${JSON.stringify(term)}`);
};

const refuseBadLabels = (key: string, values: string[]): void => {
  const [badKey] = qualifiedNameFaults(key);
  if (badKey) {
    throw badRequest(
      `unable to parse requirement: invalid label key ${JSON.stringify(key)}: ${badKey}`,
    );
  }
  for (const value of values) {
    const [fault] = labelValueFaults(value);
    if (fault) {
      const where = `${JSON.stringify(value)}: at key: ${JSON.stringify(key)}`;
      throw badRequest(`unable to parse requirement: invalid label value: ${where}: ${fault}`);
    }
  }
};

/**
 * Reads a field selector. Every kind can be selected by `metadata.name` and `metadata.namespace`, a Secret by `type`.
 *
 * @throws Refusal 400 for any other field.
 */
export const fieldMatcher = (selector: string, kind: string): Matcher => {
  const matchers = selector
    .split(',')
    .filter((term) => term !== '')
    .map((term): Matcher => {
      const [, field = '', operator, value = ''] = /^([^=!]+)(==|=|!=)(.*)$/.exec(term) ?? [];
      if (!operator) {
        throw badRequest(`invalid selector: '${selector}'; can't understand '${term}'`);
      }
      const read = fieldReader(field, kind);
      return (object) => (operator === '!=') !== (read(object) === value);
    });
  return (object) => matchers.every((matches) => matches(object));
};

const fieldReader = (field: string, kind: string): ((object: StoredObject) => string) => {
  if (field === 'metadata.name') {
    return (object) => object.metadata.name;
  }
  if (field === 'metadata.namespace') {
    return (object) => object.metadata.namespace ?? '';
  }
  if (field === 'type' && kind === 'Secret') {
    return (object) => textAt(object, 'type') ?? '';
  }
  throw badRequest(`field label not supported: ${field}`);
};
