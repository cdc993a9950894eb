import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Something that must not be where it is searched for. */
export interface Mark {
  /** What it is, for whoever reads the failure: the mark itself is not repeated. */
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** A mark that was found. */
export interface FoundMark {
  readonly what: string;
  /** How it was written there. */
  readonly written: string;
  readonly where: string;
}

/** Shorter marks would be found by chance. */
const FEWEST_BYTES = 8;

/** @param text - as it stands in the file. */
export function markOf(what: string, text: string): Mark {
  return { what, bytes: Buffer.from(text, 'utf8') };
}

/**
 * Searches bytes for marks in plain, in capitals and small letters, base64 and base64url at every alignment, hexadecimal
 * and UTF-16.
 */
export class MarkSearch {
  readonly #needles: readonly { readonly what: string; readonly written: string; readonly bytes: Buffer }[];

  constructor(marks: readonly Mark[]) {
    this.#needles = marks.flatMap(({ what, bytes }) => {
      if (bytes.length < FEWEST_BYTES) throw new Error(`${what} is too short to be searched for`);
      return [...writings(Buffer.from(bytes))].map(([written, needle]) => ({ what, written, bytes: needle }));
    });
  }

  /** @param where - for whoever reads what was found. */
  in(where: string, content: Uint8Array | string): FoundMark[] {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    return this.#needles
      .filter((needle) => bytes.includes(needle.bytes))
      .map(({ what, written }) => ({ what, written, where }));
  }

  /** In the names and the contents of all files below a folder. @returns what was found, and how many files were searched. */
  async inFolder(dir: string): Promise<{ readonly found: FoundMark[]; readonly files: number }> {
    const found: FoundMark[] = [];
    let files = 0;
    for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      found.push(...this.in('the name of a file', entry.name));
      if (!entry.isFile()) continue;
      files++;
      found.push(...this.in(path, await readFile(path)));
    }
    return { found, files };
  }
}

function writings(mark: Buffer): Map<string, Buffer> {
  const text = mark.toString('utf8');
  const isText = Buffer.from(text, 'utf8').equals(mark);
  const all = new Map<string, Buffer>([
    ['plain', mark],
    ['hex', Buffer.from(mark.toString('hex'))],
    ['HEX', Buffer.from(mark.toString('hex').toUpperCase())],
  ]);
  if (isText) {
    const little = Buffer.from(text, 'utf16le');
    all.set('UTF-16LE', little);
    all.set('UTF-16BE', Buffer.from(little).swap16());
    all.set('capitals', Buffer.from(text.toUpperCase()));
    all.set('small letters', Buffer.from(text.toLowerCase()));
    all.set('in a URL', Buffer.from(encodeURIComponent(text)));
  }
  for (const before of [0, 1, 2]) {
    for (const kind of ['base64', 'base64url'] as const) {
      all.set(`${kind} behind ${before} bytes`, Buffer.from(aligned(mark, before, kind)));
    }
  }
  return all;
}

/** The letters of base64 that depend on the mark alone when `before` bytes (modulo 3) stand before it. */
function aligned(mark: Buffer, before: number, kind: 'base64' | 'base64url'): string {
  const letters = Buffer.concat([Buffer.alloc(before), mark]).toString(kind);
  const last = Math.floor(((before + mark.length) * 8) / 6);
  return letters.slice(Math.ceil((before * 8) / 6), last);
}
