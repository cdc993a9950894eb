import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node, type ParsedNode } from 'yaml';
import type { z } from 'zod';
import { SiteError } from '../errors.js';
import { policySchema, type SitePolicy } from './site-policy.js';

/** A policy has a dozen keys; anything much longer is another file. */
const MAX_POLICY_CHARACTERS = 64 * 1024;

/**
 * Reads the text of a `policy.yaml`: YAML 1.2, nothing but the known keys.
 * @param source - where it comes from, for the message.
 * @throws SiteError `bad-policy` that names every problem at once, each with its line.
 */
export function parsePolicy(text: string, source: string): SitePolicy {
  if (text.length > MAX_POLICY_CHARACTERS)
    throw badPolicy(source, [`it is longer than ${MAX_POLICY_CHARACTERS} characters`]);
  const { document, lines } = documentOf(text);
  const broken = [...document.errors, ...document.warnings].map(
    ({ message, pos: [offset] }) => `line ${lines.linePos(offset).line}: ${firstLine(message)}`,
  );
  if (broken.length > 0) throw badPolicy(source, broken);
  return checkedPolicy(document, lines, source);
}

/**
 * Puts a value in the place of another, and leaves everything else of the text, comments too, as it is.
 * @param path - of the key, such as `['bandwidth', 'upBytesPerSecond']`.
 * @param value - in YAML.
 * @throws SiteError `bad-policy` if the text was not sound, or is not with the new value.
 */
export function withPolicyValue(text: string, path: readonly string[], value: string): string {
  parsePolicy(text, 'policy.yaml');
  const given = documentOf(value);
  if (given.document.errors.length > 0) throw badPolicy(`the value ${value}`, ['it is not YAML']);
  const { document } = documentOf(text);
  const at = document.getIn(path.slice(0, -1), true);
  const holder = path.length > 1 && !isMap(at) ? path.slice(0, -1) : null;
  if (holder !== null) document.setIn(holder, document.createNode({}));
  document.setIn(path, given.document.contents);
  const changed = document.toString({ lineWidth: 0 });
  parsePolicy(changed, `policy.yaml with ${path.join('.')}: ${value}`);
  return changed;
}

function documentOf(text: string): { readonly document: Document.Parsed; readonly lines: LineCounter } {
  const lines = new LineCounter();
  // Nothing but plain data: no tags of one's own, no merging of keys.
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false });
  return { document, lines };
}

function checkedPolicy(document: Document.Parsed, lines: LineCounter, source: string): SitePolicy {
  let value: unknown;
  try {
    // An empty file says nothing: everything is as for a new site.
    value = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    throw badPolicy(source, ['it uses aliases (*name), which a policy does not need']);
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw badPolicy(
    source,
    parsed.error.issues.flatMap((issue) => problemsOf(issue, document, lines)),
  );
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

function badPolicy(source: string, problems: readonly string[]): SiteError {
  return new SiteError('bad-policy', `${source} is not sound: ${problems.join('; ')}`);
}

function firstLine(message: string): string {
  return message.split('\n')[0] as string;
}
