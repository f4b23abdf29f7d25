import type { FormFault, Path } from './api-error.ts';

/** Looks at one value of a request body and names what Discord would refuse in it. */
export type Check = (value: unknown, path: Path) => readonly FormFault[];
export type Json = { readonly [key: string]: unknown };

export function fault(path: Path, code: string, message: string): FormFault {
  return { path, code, message };
}

/**
 * A string of `min` to `max` UTF-16 units after trimming. Discord may count code points, of which there are never more:
 * what passes here passes there.
 */
export function text(min: number, max: number): Check {
  return (value, path) => {
    if (typeof value !== 'string') return [fault(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')];
    const { length } = value.trim();
    if (min === 0 && length > max) {
      return [fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)];
    }
    if (min > 0 && length === 0) return [required(path)];
    if (length < min || length > max) {
      return [fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)];
    }
    return [];
  };
}

export function integer(min: number, max: number): Check {
  return (value, path) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : [fault(path, 'NUMBER_TYPE_COERCE', `Value must be an integer from ${min} to ${max}.`)];
}

export function choice(allowed: readonly unknown[]): Check {
  return (value, path) =>
    allowed.includes(value)
      ? []
      : [
          fault(
            path,
            'BASE_TYPE_CHOICES',
            `Value must be one of (${allowed.map((one) => JSON.stringify(one)).join(', ')}).`,
          ),
        ];
}

export const boolean = choice([true, false]);

export function webAddress(max: number): Check {
  return (value, path) => {
    const faults = text(1, max)(value, path);
    if (faults.length > 0) return faults;
    const scheme = URL.parse(String(value))?.protocol;
    return scheme === 'http:' || scheme === 'https:'
      ? []
      : [fault(path, 'URL_TYPE_INVALID_URL', "Not a well formed URL. Scheme must be one of ('http', 'https').")];
  };
}

export function list(min: number, max: number, each: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) {
      return [fault(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
    }
    const size =
      value.length < min || value.length > max
        ? [fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]
        : [];
    return [...size, ...value.flatMap((item: unknown, index) => each(item, [...path, index]))];
  };
}

/** An object whose fields pass their checks. Null and absence are the same, and a fault only for a required field. */
export function object(shape: { readonly [field: string]: Check }, requiredFields: readonly string[] = []): Check {
  return (value, path) => {
    if (!isJson(value)) return [fault(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
    return Object.entries(shape).flatMap(([field, check]) => {
      const at = [...path, field];
      if (value[field] !== undefined && value[field] !== null) return check(value[field], at);
      return requiredFields.includes(field) ? [required(at)] : [];
    });
  };
}

/** Passes a value through several checks. */
export function all(...checks: readonly Check[]): Check {
  return (value, path) => checks.flatMap((check) => check(value, path));
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; nothing where it is no list. */
export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function required(path: Path): FormFault {
  return fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}
