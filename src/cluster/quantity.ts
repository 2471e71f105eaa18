const SHAPE = /^([+-]?(?:\d+\.?\d*|\.\d+))(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/**
 * The number that a Kubernetes quantity says (`30Gi`, `500m`, `1e3`, 4), exact enough to compare two;
 * undefined for what is none.
 */
export const quantityOf = (value: string | number | undefined): number | undefined => {
  const [, digits, suffix = ''] = SHAPE.exec(String(value)) ?? [];
  return digits === undefined ? undefined : Number(digits) * factorOf(suffix);
};

/** How many bytes, say, `Gi` stands for. */
export const factorOf = (suffix: string): number => {
  if (BINARY.includes(suffix)) {
    return 1024 ** (BINARY.indexOf(suffix) + 1);
  }
  return suffix === '' ? 1 : (DECIMAL[suffix] ?? Number(`1${suffix}`));
};
