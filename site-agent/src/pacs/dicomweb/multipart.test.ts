import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { boundaryOf, multipartParts } from './multipart.js';

const BOUNDARY = 'b-1';

async function* inPieces(body: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += length) yield Promise.resolve(body.subarray(at, at + length));
}

async function partsOf(
  body: Buffer,
  length: number,
): Promise<{ headers: ReadonlyMap<string, string>; body: Buffer }[]> {
  const parts = [];
  for await (const { headers, body: pieces } of multipartParts(inPieces(body, length), BOUNDARY)) {
    const read: Buffer[] = [];
    for await (const piece of pieces) read.push(piece);
    parts.push({ headers, body: Buffer.concat(read) });
  }
  return parts;
}

/** A body that holds line breaks, and lines that only begin as the delimiter does. */
const TREACHEROUS = Buffer.concat([
  Buffer.from(`\r\n\r\n--${BOUNDARY}0 is no delimiter\r\n--b\r\n--b-\r\n-`),
  randomBytes(100),
  Buffer.from('\r'),
]);

function multipart(bodies: readonly Buffer[], preamble = ''): Buffer {
  const parts = bodies.flatMap((body) => [
    Buffer.from(`--${BOUNDARY}  \r\nContent-Type: application/dicom;\r\nX-Odd:  a: b \r\n\r\n`),
    body,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([Buffer.from(preamble), ...parts, Buffer.from(`--${BOUNDARY}--\r\nepilogue`)]);
}

describe('the parts of a multipart body', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('are read whole when it arrives in pieces of %i bytes', async (length) => {
    const bodies = [TREACHEROUS, Buffer.alloc(0), randomBytes(5000)];
    const parts = await partsOf(multipart(bodies), length);
    expect(parts.map(({ body }) => body.toString('hex'))).toEqual(bodies.map((body) => body.toString('hex')));
    expect(parts[0]?.headers.get('content-type')).toBe('application/dicom;');
    expect(parts[0]?.headers.get('x-odd')).toBe('a: b');
  });

  it('begin after a preamble, where there is one', async () => {
    expect(await partsOf(multipart([TREACHEROUS], 'words for old readers\r\n'), 5)).toHaveLength(1);
  });

  it('are skipped when nobody reads them', async () => {
    let count = 0;
    for await (const part of multipartParts(inPieces(multipart([TREACHEROUS, TREACHEROUS]), 3), BOUNDARY)) {
      expect(part.headers.size).toBe(2);
      count += 1;
    }
    expect(count).toBe(2);
  });

  it.each([
    ['ends in the middle', multipart([randomBytes(100)]).subarray(0, 120)],
    ['has no delimiter', randomBytes(100)],
    ['has endless headers', Buffer.from(`--${BOUNDARY}\r\n${'a: b\r\n'.repeat(10_000)}`)],
    ['has an endless header', Buffer.from(`--${BOUNDARY}\r\n${'a'.repeat(50_000)}`)],
    ['has an endless preamble', Buffer.alloc(50_000)],
  ])('are refused where the body %s', async (_, body) => {
    await expect(partsOf(body, 1000)).rejects.toMatchObject({ code: 'bad-server-answer' });
  });
});

describe('the boundary of a multipart type', () => {
  it.each([
    ['multipart/related; type="application/dicom"; boundary=abc', 'abc'],
    ['multipart/related;boundary="a;b c"; type="application/dicom"', null],
    ['multipart/related;boundary="a/b c"; type="application/dicom"', 'a/b c'],
    ['Multipart/Related; type="x; boundary=wrong"; BOUNDARY=right', 'right'],
    ['multipart/related; type=application/dicom', null],
    [`multipart/related; boundary=${'a'.repeat(71)}`, null],
    ['application/json; boundary=abc', null],
    [undefined, null],
  ])('of %s is %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
