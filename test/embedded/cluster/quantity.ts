/**
 * Kubernetes quantities (`30Gi`, `500m`, `1e3`): the API server keeps them in its kinds in a canonical form,
 * so `1024Mi` comes back as `1Gi`.
 * Source: the documentation of `k8s.io/apimachinery/pkg/api/resource`.
 */
export interface Quantity {
  /** In thousandths of the unit, rounded up. */
  thousandths: bigint;
  form: 'binary' | 'decimal' | 'exponent';
}

const shape = /^([+-]?)(\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimalExponents: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** The quantity that a text or number says, or undefined when it says none. */
export const parseQuantity = (value: unknown): Quantity | undefined => {
  const match =
    typeof value === 'string' || typeof value === 'number' ? shape.exec(String(value)) : null;
  if (!match) {
    return undefined;
  }
  const [, sign = '', digits = '', suffix = ''] = match;
  const [whole = '', fraction = ''] = digits.split('.');
  const mantissa = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const binary = binarySuffixes.indexOf(suffix);
  if (binary > 0) {
    const scaled = mantissa * 1024n ** BigInt(binary) * 1000n;
    return { thousandths: dividedUp(scaled, 10n ** BigInt(fraction.length)), form: 'binary' };
  }
  const form = /^[eE][+-]?\d/.test(suffix) ? 'exponent' : 'decimal';
  const exponent = form === 'exponent' ? Number(suffix.slice(1)) : (decimalExponents[suffix] ?? 0);
  const power = exponent - fraction.length + 3;
  return {
    thousandths:
      power >= 0 ? mantissa * 10n ** BigInt(power) : dividedUp(mantissa, 10n ** BigInt(-power)),
    form,
  };
};

const dividedUp = (value: bigint, by: bigint): bigint =>
  value / by + (value > 0n && value % by !== 0n ? 1n : 0n);

/** The canonical form of a quantity; a text that is none comes back unchanged. */
export const canonicalQuantity = (value: unknown): unknown => {
  const quantity = parseQuantity(value);
  if (!quantity) {
    return value;
  }
  const { thousandths, form } = quantity;
  const bytes = thousandths / 1000n;
  const small = bytes > -1024n && bytes < 1024n;
  return form === 'binary' && !small && thousandths % 1000n === 0n
    ? binaryText(bytes)
    : decimalText(thousandths, form === 'exponent');
};

const binaryText = (bytes: bigint): string => {
  let rest = bytes;
  let suffix = 0;
  while (rest % 1024n === 0n && suffix < binarySuffixes.length - 1) {
    rest /= 1024n;
    suffix += 1;
  }
  return `${rest}${binarySuffixes[suffix]}`;
};

const decimalText = (thousandths: bigint, asExponent: boolean): string => {
  if (thousandths === 0n) {
    return '0';
  }
  let rest = thousandths;
  let exponent = -3;
  while (rest % 1000n === 0n && exponent < 18) {
    rest /= 1000n;
    exponent += 3;
  }
  const suffix =
    Object.entries(decimalExponents).find(([, power]) => power === exponent)?.[0] ?? '';
  return asExponent && exponent !== 0 ? `${rest}e${exponent}` : `${rest}${suffix}`;
};
