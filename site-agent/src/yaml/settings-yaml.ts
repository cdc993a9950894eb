import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node, type ParsedNode } from 'yaml';
import type { z } from 'zod';

/** Settings have some dozen keys; anything much longer is another file. */
const MAX_CHARACTERS = 64 * 1024;

/** A text in YAML, and where its lines begin. */
export interface SettingsDocument {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/**
 * Reads settings that an operator wrote: YAML 1.2 (and so JSON too), nothing but the keys of the schema.
 * @param refuse - makes the error out of every problem at once, each with its line.
 * @throws what `refuse` makes.
 */
export function parseSettings<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  refuse: (problems: readonly string[]) => Error,
): z.infer<Schema> {
  if (text.length > MAX_CHARACTERS) throw refuse([`it is longer than ${MAX_CHARACTERS} characters`]);
  const { document, lines } = settingsDocument(text);
  const broken = [...document.errors, ...document.warnings].map(
    ({ message, pos: [offset] }) => `line ${lines.linePos(offset).line}: ${firstLine(message)}`,
  );
  if (broken.length > 0) throw refuse(broken);
  let value: unknown;
  try {
    // An empty file says nothing: everything is as by default.
    value = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    throw refuse(['it uses aliases (*name), which settings do not need']);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse(parsed.error.issues.flatMap((issue) => problemsOf(issue, document, lines)));
}

/** A text as YAML, sound or not. */
export function settingsDocument(text: string): SettingsDocument {
  const lines = new LineCounter();
  // Nothing but plain data: no tags of one's own, no merging of keys.
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false });
  return { document, lines };
}

function problemsOf(issue: z.core.$ZodIssue, document: Document.Parsed, lines: LineCounter): string[] {
  const at = (path: readonly PropertyKey[]): string => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? '' : `line ${lines.linePos(offset).line}: `;
  };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return `${at(path)}there is no key ${path.join('.')}`;
    });
  }
  return [`${at(issue.path)}${issue.path.join('.') || 'the whole'}: ${issue.message}`];
}

/** Where the key of `path`, or the item of a list, stands in the text; of what is missing, where it would have to be. */
function offsetOf(contents: ParsedNode | null, path: readonly PropertyKey[]): number | null {
  let node: Node | null | undefined = contents;
  let offset = contents?.range[0] ?? null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else {
      const items: readonly unknown[] = (node as { items?: unknown[] } | null | undefined)?.items ?? [];
      node = items[Number(step)] as Node | undefined;
      offset = node?.range?.[0] ?? offset;
    }
  }
  return offset;
}

function firstLine(message: string): string {
  return message.split('\n')[0] as string;
}
