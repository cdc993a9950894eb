import { SiteError } from '../../errors.js';

/** RFC 2046, section 5.1.1: a boundary has at most 70 characters. */
const MAX_BOUNDARY_CHARACTERS = 70;
/** Headers of one part, and what may stand before the first part. */
const MAX_HEADER_BYTES = 16 * 1024;

/** One part of a multipart body; its body has to be read before the next part is asked for. */
export interface Part {
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * The boundary of a multipart body. Servers write it in quotation marks or without, and values of other parameters may hold
 * its name.
 * @param contentType - of the answer.
 * @returns null unless it is a multipart type with a boundary that RFC 2046 allows.
 */
export function boundaryOf(contentType: string | undefined): string | null {
  if (contentType === undefined || !/^\s*multipart\/[a-z-]+\s*;/i.test(contentType)) return null;
  for (const [, name = '', quoted, plain] of contentType.matchAll(
    /;\s*([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/gi,
  )) {
    if (name.toLowerCase() !== 'boundary') continue;
    const boundary = quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1');
    const isAllowed = /^[0-9A-Za-z'()+_,\-./:=? ]*[0-9A-Za-z'()+_,\-./:=?]$/.test(boundary);
    return isAllowed && boundary.length <= MAX_BOUNDARY_CHARACTERS ? boundary : null;
  }
  return null;
}

/**
 * Reads a multipart body as it arrives, whatever pieces it arrives in; no more than a piece of it is in memory.
 * @param chunks - the body; no cap on the whole here, the caller counts what it takes of each part.
 * @throws SiteError `bad-server-answer` if it ends before its closing delimiter, or is not one.
 * @see RFC 2046, section 5.1.1.
 */
export async function* multipartParts(chunks: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const reader = new MultipartReader(chunks, boundary);
  await reader.skipPreamble();
  while (await reader.isAtPart()) {
    const headers = await reader.headers();
    const body = reader.body();
    yield { headers, body };
    // Whatever was left unread: the next part begins after it.
    for await (const unread of body) void unread;
  }
}

class MultipartReader {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  #held = Buffer.alloc(0);
  #hasEnded = false;

  constructor(chunks: AsyncIterable<Uint8Array>, boundary: string) {
    this.#source = chunks[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
    // The first delimiter may stand at the very start, without the line break that belongs to it.
    this.#held = Buffer.from('\r\n');
  }

  async skipPreamble(): Promise<void> {
    for await (const skipped of this.body(MAX_HEADER_BYTES)) void skipped;
  }

  /** After a delimiter: whether a part follows, or it was the closing one. */
  async isAtPart(): Promise<boolean> {
    await this.#hold(2);
    if (this.#held.toString('latin1', 0, 2) === '--') return false;
    await this.#takeLine();
    return true;
  }

  async headers(): Promise<ReadonlyMap<string, string>> {
    const headers = new Map<string, string>();
    let bytes = 0;
    for (;;) {
      const line = await this.#takeLine();
      if (line === '') return headers;
      bytes += line.length;
      if (bytes > MAX_HEADER_BYTES) throw badMultipart('the headers of a part are too long');
      const colon = line.indexOf(':');
      if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
  }

  /** Everything up to the next delimiter, which is taken too. */
  async *body(maxBytes = Infinity): AsyncGenerator<Buffer> {
    let bytes = 0;
    const counted = (piece: Buffer): Buffer => {
      bytes += piece.length;
      if (bytes > maxBytes) throw badMultipart('what stands before its first part is too long');
      return piece;
    };
    let searchFrom = 0;
    for (;;) {
      const at = this.#held.indexOf(this.#delimiter, searchFrom);
      if (at < 0) {
        // The end of what is held may be the beginning of a delimiter.
        const certain = this.#held.length - this.#delimiter.length + 1;
        if (certain > 0) yield counted(this.#take(certain));
        searchFrom = 0;
        await this.#more();
        continue;
      }
      const isDelimiter = await this.#endsAsDelimiter(at + this.#delimiter.length);
      if (!isDelimiter) {
        searchFrom = at + 1;
        continue;
      }
      if (at > 0) yield counted(this.#take(at));
      this.#take(this.#delimiter.length);
      return;
    }
  }

  /** A boundary that only begins a longer line of the body is none. */
  async #endsAsDelimiter(from: number): Promise<boolean> {
    await this.#hold(from + 2);
    const next = this.#held.toString('latin1', from, from + 2);
    return next === '--' || next === '\r\n' || /^[ \t]/.test(next);
  }

  async #takeLine(): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf('\r\n');
      if (at >= 0) {
        const line = this.#take(at).toString('latin1');
        this.#take(2);
        return line;
      }
      if (this.#held.length > MAX_HEADER_BYTES) throw badMultipart('a header of a part is too long');
      await this.#more();
    }
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #hold(length: number): Promise<void> {
    while (this.#held.length < length) await this.#more();
  }

  async #more(): Promise<void> {
    const next = this.#hasEnded ? null : await this.#source.next();
    if (next === null || next.done === true) {
      this.#hasEnded = true;
      throw badMultipart('it ends in the middle');
    }
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
  }
}

function badMultipart(why: string): SiteError {
  return new SiteError('bad-server-answer', `a multipart answer is not as RFC 2046 says: ${why}`);
}
