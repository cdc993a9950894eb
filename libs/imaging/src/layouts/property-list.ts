/** What a property list holds. */
export type PropertyValue = string | number | boolean | readonly PropertyValue[] | PropertyDictionary;

/** Keys as they are in the file. */
export type PropertyDictionary = ReadonlyMap<string, PropertyValue>;

/** Lists and dictionaries in one another; those of OsiriX have 6. */
const MAX_DEPTH = 32;

/** A declaration, a comment, a tag, or text up to the next of them. What no property list has (CDATA, entities) is not among them. */
const TOKEN = /<\?[^>]*\?>|<!DOCTYPE[^>[\]]*>|<!--[\s\S]*?-->|<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>|[^<]+/gy;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** An element that was begun. */
interface Open {
  readonly tag: string;
  readonly values: PropertyValue[];
  /** Of a dictionary: in turns with the values. */
  readonly keys: string[];
  text: string;
}

/**
 * Reads an XML property list: strictly, in one pass, in memory in proportion to the text. It declares no entities and names
 * no other file; whatever else XML allows is refused.
 * @throws Error with a short reason for a person.
 * @see Apple's DTD PropertyList-1.0: dict, array, key, string, integer, real, true, false, date, data.
 */
export function parsePropertyList(text: string): PropertyValue {
  const stack: Open[] = [{ tag: '', values: [], keys: [], text: '' }];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw new Error('it is not a property list in XML');
    const [token, isClosing, tag, isEmpty] = match;
    if (tag === undefined) {
      if (!token.startsWith('<')) top(stack).text += token;
      continue;
    }
    if (isClosing === '') {
      if (stack.length > MAX_DEPTH) throw new Error('its lists are nested too deeply');
      stack.push({ tag, values: [], keys: [], text: '' });
    }
    if (isClosing !== '' || isEmpty !== '') close(stack, tag);
  }
  const [root, ...open] = stack;
  const [value] = root.values;
  if (open.length > 0 || value === undefined || root.values.length > 1)
    throw new Error('it is not a whole property list');
  return value;
}

function top(stack: readonly Open[]): Open {
  return stack[stack.length - 1];
}

function close(stack: Open[], tag: string): void {
  const closed = stack.length > 1 ? stack.pop() : undefined;
  if (closed?.tag !== tag) throw new Error(`its elements do not close in turn`);
  const parent = top(stack);
  if (tag === 'key') {
    if (parent.tag !== 'dict' || parent.keys.length !== parent.values.length) throw new Error('a key is out of place');
    parent.keys.push(plainText(closed.text));
    return;
  }
  const isWanted = parent.tag === 'dict' ? parent.keys.length === parent.values.length + 1 : isListLike(parent.tag);
  if (!isWanted) throw new Error('a value is out of place');
  parent.values.push(valueOf(closed));
}

function isListLike(tag: string): boolean {
  return tag === '' || tag === 'plist' || tag === 'array';
}

function valueOf({ tag, values, keys, text }: Open): PropertyValue {
  switch (tag) {
    case 'plist': {
      const [value] = values;
      if (value === undefined || values.length > 1) throw new Error('it does not hold one value');
      return value;
    }
    case 'array':
      return values;
    case 'dict':
      if (keys.length !== values.length) throw new Error('a key has no value');
      return new Map(keys.map((key, i) => [key, values[i]]));
    case 'integer':
    case 'real':
      return Number(text.trim() === '' ? NaN : text);
    case 'true':
    case 'false':
      return tag === 'true';
    case 'string':
    case 'date':
    case 'data':
      return plainText(text);
    default:
      throw new Error('it has an element that no property list has');
  }
}

function plainText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (typeof name === 'string') {
      const character = ENTITIES[name];
      if (character === undefined) throw new Error(`it uses ${whole}, which no property list declares`);
      return character;
    }
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
