/** Longest text of a value in a message. */
const SHOWN_CHARACTERS = 60;

/**
 * Compares two values of JSON or of a decoded message.
 * @returns where they differ first and how, in words; null if they are equal. Keys are compared in the order of `expected`.
 */
export function firstDifference(actual: unknown, expected: unknown, path: string): string | null {
  if (Object.is(actual, expected)) return null;
  if (expected instanceof Uint8Array && actual instanceof Uint8Array) {
    return Buffer.compare(actual, expected) === 0 ? null : `${path} has other bytes`;
  }
  if (!isTree(actual) || !isTree(expected) || Array.isArray(actual) !== Array.isArray(expected))
    return `${path} is ${shown(actual)} and should be ${shown(expected)}`;
  for (const key of Object.keys(expected)) {
    const difference = firstDifference(actual[key], expected[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  const [more] = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
  return more === undefined ? null : `${path}.${more} is ${shown(actual[more])} and should not be there`;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  const text = JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
