/** Python literals of TypeScript values. */

export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

function word(value: number): string {
  if (Number.isNaN(value)) return 'math.nan';
  return value > 0 ? 'math.inf' : '-math.inf';
}

/** The value as a Python literal; numbers as the shortest text that reads back the same. */
export function python(value: PythonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : word(value);
  // A JSON string is a valid Python string.
  if (typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(python).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${python(each)}`)
    .join(', ')}}`;
}

const isList = (value: object): value is readonly PythonValue[] => Array.isArray(value);
