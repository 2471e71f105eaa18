/** A field that is `undefined` is a field that is not there: the API server must not see it. */
export const withoutUndefined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Defined<T>;

type Defined<T> = { [Field in keyof T]: Exclude<T[Field], undefined> };
