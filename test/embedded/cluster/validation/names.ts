// The shapes of names, and the API server's sentences about them (apimachinery, `util/validation`).

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const configKey = /^[-._a-zA-Z0-9]+$/;

const lengthWords = (most: number) => `must be no more than ${most} characters`;

/** What is wrong with a DNS-1123 label. */
export const labelFaults = (name: string): string[] => [
  ...(name.length > 63 ? [lengthWords(63)] : []),
  ...(label.test(name)
    ? []
    : [
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ]),
];

/** What is wrong with a DNS-1123 subdomain, the usual form of an object's name. */
export const subdomainFaults = (name: string): string[] => [
  ...(name.length > 253 ? [lengthWords(253)] : []),
  ...(subdomain.test(name)
    ? []
    : [
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      ]),
];

/** What is wrong with a name that only has to fit into a path (RBAC). */
export const pathSegmentFaults = (name: string): string[] => [
  ...(name === '.' || name === '..' ? [`may not be '${name}'`] : []),
  ...['/', '%'].filter((mark) => name.includes(mark)).map((mark) => `may not contain '${mark}'`),
];

/** What is wrong with the key of a label or annotation: `[prefix/]name`. */
export const qualifiedNameFaults = (key: string): string[] => {
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  const prefix = parts.length === 2 ? parts[0] : undefined;
  if (parts.length > 2) {
    return [
      "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
    ];
  }
  return [
    ...(prefix === '' ? ['prefix part must be non-empty'] : []),
    ...(prefix ? subdomainFaults(prefix).map((fault) => `prefix part ${fault}`) : []),
    ...(name === '' ? ['name part must be non-empty'] : []),
    ...(name.length > 63 ? ['name part must be no more than 63 characters'] : []),
    ...(qualified.test(name)
      ? []
      : [
          "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
        ]),
  ];
};

/** What is wrong with a label's value. */
export const labelValueFaults = (value: string): string[] => [
  ...(value.length > 63 ? [lengthWords(63)] : []),
  ...(value === '' || qualified.test(value)
    ? []
    : [
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
      ]),
];

/** What is wrong with a key of a ConfigMap or Secret. */
export const configKeyFaults = (key: string): string[] => {
  const faults = [
    ...(key.length > 253 ? [lengthWords(253)] : []),
    ...(configKey.test(key)
      ? []
      : [
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
        ]),
  ];
  if (key === '.' || key === '..') {
    return [...faults, `must not be '${key}'`];
  }
  return key.startsWith('..') ? [...faults, "must not start with '..'"] : faults;
};
