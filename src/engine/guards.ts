/** Small type guards that record where an unknown value does not match. */

/** Filled with the path of the first mismatch, innermost name first. */
export type Trail = string[];
export type Guard<T> = (value: unknown, trail: Trail) => value is T;

export const isNumber: Guard<number> = (value, _): value is number =>
  typeof value === 'number' && Number.isFinite(value);

export const isText: Guard<string> = (value, _): value is string => typeof value === 'string';

export function oneOf<T extends string | number>(options: readonly T[]): Guard<T> {
  return (value, _): value is T => options.some((option) => option === value);
}

/** Accepts what either guard accepts; on failure keeps the longer trail. */
export function either<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value, trail): value is A | B => {
    const inner: Trail = [];
    if (a(value, inner)) return true;
    const right = b(value, trail);
    // The longer trail is more specific.
    if (!right && inner.length > trail.length) trail.splice(0, trail.length, ...inner);
    return right;
  };
}

const isNull: Guard<null> = (value, _): value is null => value === null;
export const nullable = <T>(guard: Guard<T>): Guard<T | null> => either(isNull, guard);

const isAbsent: Guard<undefined> = (value, _): value is undefined => value === undefined;
export const absentOr = <T>(guard: Guard<T>): Guard<T | undefined> => either(isAbsent, guard);

export function listOf<T>(guard: Guard<T>): Guard<T[]> {
  return (value, trail): value is T[] => {
    if (!Array.isArray(value)) return false;
    return value.every((item, i) => {
      const good = guard(item, trail);
      if (!good) trail.push(String(i));
      return good;
    });
  };
}

/** An object with at least these fields; other fields are ignored. */
export function shape<T extends object>(fields: {
  readonly [K in keyof T]: Guard<T[K]>;
}): Guard<T> {
  return (value, trail): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    const own = new Map<string, unknown>(Object.entries(value));
    for (const key in fields) {
      if (!fields[key](own.get(key), trail)) {
        trail.push(key);
        return false;
      }
    }
    return true;
  };
}
