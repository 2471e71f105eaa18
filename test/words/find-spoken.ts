import { parseSync } from 'vite';

/** Words that source code says itself, instead of taking them from `src/words`. */
export interface Spoken {
  line: number;
  text: string;
}

interface Node {
  type: string;
  start: number;
  [name: string]: unknown;
}

/**
 * What is known of a text by its place in the code: it is shown, it is for developers and machines only,
 * or nobody can tell but by the text itself.
 */
type Place = 'shown' | 'silent' | 'anywhere';

/** Stands for what is filled in. */
const GAP = '\0';

/** A word beside another one, or beside what is filled in. */
const SEVERAL_WORDS = /[\p{L}\0][,.:;)"]* \p{L}{2,}|\p{L}{2,}[,.:;)"]* [\p{L}\0]/u;
const ONE_CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;

/** What Kubernetes, the browser, CSS and the dashboard call so. */
const NAMES = new Set([
  'Deployment',
  'Enter',
  'Escape',
  'Gi',
  'NVIDIA NIM',
  'Ti',
  'Role',
  'Route',
  'Secret',
  'Service',
  'Template',
  '[role="dialog"] :is(input, footer button)',
]);

const SHOWN_NAME =
  /^(label|title|body|term|button|alt|placeholder|description|explanation|message|aria-(label|description|roledescription|valuetext))$|(Text|Label|Title)(Collapsed|Expanded)?$/i;

export const findSpoken = (path: string, source: string): Spoken[] => {
  const found: Spoken[] = [];
  const judge = (node: Node, text: string, place: Place): void => {
    if (isSpoken(text, place)) {
      const line = source.slice(0, node.start).split('\n').length;
      found.push({ line, text: text.replaceAll(GAP, '…').replaceAll(/\s+/g, ' ').trim() });
    }
  };
  const walk = (node: Node, place: Place): void => {
    const text = textOf(node);
    if (text !== undefined) {
      judge(node, text, place);
    }
    for (const [name, child] of childrenOf(node)) {
      walk(child, placeOf(node, name, place));
    }
  };
  walk(asNode(parseSync(path, source).program), 'anywhere');
  return found;
};

const isSpoken = (text: string, place: Place): boolean => {
  switch (place) {
    case 'silent':
      return false;
    case 'shown':
      return /\p{L}/u.test(text);
    case 'anywhere':
      return !NAMES.has(text) && (SEVERAL_WORDS.test(text) || ONE_CAPITALIZED.test(text));
  }
};

const textOf = (node: Node): string | undefined => {
  switch (node.type) {
    case 'JSXText':
      return String(node['value']);
    case 'Literal':
      return typeof node['value'] === 'string' ? node['value'] : undefined;
    case 'TemplateLiteral':
      return listOf(node['quasis'])
        .map(({ value }) => String(Object(value).cooked))
        .join(GAP);
    default:
      return undefined;
  }
};

/** Where a part of the code stands, by what it is to the code around it. */
const placeOf = (parent: Node, part: string, place: Place): Place => {
  if (place === 'silent' || isSilent(parent, part)) {
    return 'silent';
  }
  switch (parent.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return part === 'children' ? 'shown' : 'anywhere';
    case 'JSXAttribute':
      return SHOWN_NAME.test(nameOf(parent['name'])) ? 'shown' : 'anywhere';
    case 'Property':
      return part === 'value' && SHOWN_NAME.test(nameOf(parent['key'])) ? 'shown' : 'anywhere';
    case 'ConditionalExpression':
      return part === 'test' ? 'anywhere' : place;
    case 'BinaryExpression':
      return parent['operator'] === '+' ? place : 'anywhere';
    case 'JSXExpressionContainer':
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return place;
    default:
      return 'anywhere';
  }
};

/** Types, names of modules and of classes, bugs, and what the console of a developer gets. */
const isSilent = (parent: Node, part: string): boolean => {
  switch (parent.type) {
    case 'NewExpression':
      return /^(Type)?Error$/.test(nameOf(parent['callee']));
    case 'CallExpression':
      return /^(warn|console)$/.test(callerOf(parent['callee']));
    case 'JSXAttribute':
      return nameOf(parent['name']) === 'className';
    default:
      return part === 'source' || /^TS(?!As)/.test(parent.type);
  }
};

const nameOf = (node: unknown): string => {
  const { name, value } = Object(node);
  return String(name ?? value ?? '');
};

/** `warn` of `warn()`, `console` of `console.error()` */
const callerOf = (callee: unknown): string => nameOf(Object(callee).object ?? callee);

const childrenOf = (node: Node): [string, Node][] =>
  Object.entries(node).flatMap(([name, value]) =>
    listOf(value).map((child): [string, Node] => [name, child]),
  );

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const asNode = (value: unknown): Node => {
  if (!isNode(value)) {
    throw new TypeError('That is no syntax tree.');
  }
  return value;
};
