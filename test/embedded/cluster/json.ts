/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A deep copy that shares nothing with its original; the value must be plain JSON. */
export const copyOf = <T>(value: T): T => copied(value) as T;

/** By hand: `structuredClone` takes ten times as long, and every request copies every object. */
const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]))
    : value;
};

/** Whether two JSON values say the same; the order of an object's fields does not matter. */
export const sameJson = (left: unknown, right: unknown): boolean => {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => sameJson(item, right[at]));
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
    );
  }
  return left === right;
};

/** The object's field when it is an object, else an empty one. */
export const objectAt = (value: unknown, field: string): JsonObject => {
  const found = isJsonObject(value) ? value[field] : undefined;
  return isJsonObject(found) ? found : {};
};

/** The object's field when it is a list, else an empty one. */
export const listAt = (value: unknown, field: string): unknown[] => {
  const found = isJsonObject(value) ? value[field] : undefined;
  return Array.isArray(found) ? found : [];
};

/** The object's field when it is text. */
export const textAt = (value: unknown, field: string): string | undefined => {
  const found = isJsonObject(value) ? value[field] : undefined;
  return typeof found === 'string' ? found : undefined;
};
