import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { dataSet, dicomFile, encapsulatedFile, MAMMOGRAM } from './dicom-file.test-support.js';
import { readDicomImage } from './read-dicom.js';

const NAME = 'a.dcm';
const DEFLATED = '1.2.840.10008.1.2.1.99';
const RLE = '1.2.840.10008.1.2.5';
const JPEG_LOSSLESS = '1.2.840.10008.1.2.4.70';
const JPEG_2000 = '1.2.840.10008.1.2.4.90';

function meta(transferSyntax: string): Buffer {
  return Buffer.from(dicomFile({}, transferSyntax));
}

function encapsulated(transferSyntax: string, ...fragments: readonly Uint8Array[]): Uint8Array {
  return encapsulatedFile(MAMMOGRAM, transferSyntax, ...fragments);
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  return readDicomImage(bytes, NAME).then(
    () => 'read',
    (error: { readonly code: string }) => error.code,
  );
}

/** @returns an RLE frame of the segments, each one run of zeros of the given length. */
function rleOf(...lengths: readonly number[]): Uint8Array {
  const head = Buffer.alloc(64);
  head.writeUInt32LE(lengths.length, 0);
  const segments = lengths.map((length) => Buffer.from([257 - length, 0]));
  segments.forEach((_, i) => head.writeUInt32LE(64 + 2 * i, 4 + 4 * i));
  return Buffer.concat([head, ...segments]);
}

describe('a file that was made to harm', () => {
  it('may be deflated, but not unfold to more than a file may have', async () => {
    const sound = Buffer.concat([meta(DEFLATED), deflateRawSync(dataSet(MAMMOGRAM))]);
    expect(await codeOf(sound)).toBe('read');
    const bomb = Buffer.concat([meta(DEFLATED), deflateRawSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 })]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await codeOf(bomb)).toBe('dicom-too-large');
    expect(await codeOf(sound.subarray(0, -20))).toBe('bad-dicom');
  });

  it('may not have millions of elements', async () => {
    const element = Buffer.from([0x09, 0, 0, 0, 0x4c, 0x4f, 0, 0]);
    const many = Buffer.alloc(8 * 2_000_000);
    for (let at = 0; at < many.length; at += 8) element.copy(many, at);
    expect(await codeOf(Buffer.concat([meta('1.2.840.10008.1.2.1'), many]))).toBe('dicom-too-large');
  });

  it('may not nest sequences without end', async () => {
    const open = Buffer.from([
      0x08, 0, 0x15, 0x11, 0x53, 0x51, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff,
    ]);
    const deep = Buffer.concat(Array.from({ length: 100_000 }, () => open));
    expect(await codeOf(Buffer.concat([meta('1.2.840.10008.1.2.1'), deep]))).toBe('bad-dicom');
  });

  it('has a whole table of RLE segments, and whole segments', async () => {
    expect(await codeOf(encapsulated(RLE, rleOf(8, 8)))).toBe('read');
    expect(await codeOf(encapsulated(RLE, rleOf(8, 7)))).toBe('damaged-pixels');
    expect(await codeOf(encapsulated(RLE, rleOf(8)))).toBe('damaged-pixels');
    expect(await codeOf(encapsulated(RLE, rleOf(8, 8).subarray(0, 60)))).toBe('damaged-pixels');
    const outside = Buffer.from(rleOf(8, 8));
    outside.writeUInt32LE(1_000_000, 8);
    expect(await codeOf(encapsulated(RLE, outside))).toBe('damaged-pixels');
    expect(await codeOf(encapsulated(RLE, rleOf(8, 8)).subarray(0, -9))).toBe('damaged-pixels');
  });

  it.each([
    ['no stream', JPEG_LOSSLESS, [1, 2, 3, 4]],
    ['a stream without an end', JPEG_LOSSLESS, [0xff, 0xd8, 0xff, 0xc3, 0, 11, 12, 0, 2, 0, 4, 1, 0x11, 0, 0]],
    ['another size', JPEG_LOSSLESS, [0xff, 0xd8, 0xff, 0xc3, 0, 11, 12, 0, 9, 0, 4, 1, 1, 0x11, 0, 0xff, 0xd9]],
    ['a frame of nothing', JPEG_LOSSLESS, [0xff, 0xd8, 0xff, 0xc3, 0, 11, 12, 0, 2, 0, 4, 1, 1, 0x11, 0, 0xff, 0xd9]],
    ['no codestream', JPEG_2000, [0xff, 0xd8, 0xff, 0xd9]],
  ])('has a compressed stream that is sound: not %s', async (_, syntax, bytes) => {
    expect(await codeOf(encapsulated(syntax, Uint8Array.from(bytes)))).toBe('damaged-pixels');
  });

  it('harms no file that is read after it', async () => {
    expect(await codeOf(dicomFile(MAMMOGRAM))).toBe('read');
  });
});
