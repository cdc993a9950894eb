import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeFrames } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const GOLDEN = join(DATA, 'dicom-codec-golden');

interface GoldenFile {
  readonly file: string;
  readonly ref: string;
  readonly transferSyntax: string;
  readonly rows: number;
  readonly cols: number;
  readonly frames: number;
}

const whereThereIsData = existsSync(GOLDEN) ? describe : describe.skip;

whereThereIsData('the golden set of DICOM codecs', () => {
  const manifest = existsSync(GOLDEN)
    ? (JSON.parse(readFileSync(join(GOLDEN, 'manifest.json'), 'utf8')) as GoldenFile[])
    : [];

  it('has 76 files', () => expect(manifest).toHaveLength(76));

  it.each(manifest)('$file decodes to $ref, byte by byte', async ({ file, ref, rows, cols, frames: frameCount }) => {
    const frames = await decodeFrames(readFileSync(join(GOLDEN, file)), file);

    expect(frames.map((frame) => frame.length)).toEqual(Array.from({ length: frameCount }, () => rows * cols));
    const bytes = Buffer.concat(frames.map((frame) => Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength)));
    expect(bytes.equals(readFileSync(join(GOLDEN, ref)))).toBe(true);
  });

  it('bytes in big-endian words (OW) are put in order', async () => {
    const file = readFileSync(join(GOLDEN, 'u8-odd.explicit-be.dcm'));
    const start = file.indexOf(Buffer.from([0x7f, 0xe0, 0x00, 0x10, 0x4f, 0x42]));
    const value = file.subarray(start + 12);
    const words = Buffer.concat([file.subarray(0, start + 4), Buffer.from('OW'), file.subarray(start + 6, start + 12)]);
    const [frame] = await decodeFrames(Buffer.concat([words, Buffer.from(value).swap16()]), 'ow.dcm');
    expect(Buffer.from(frame).equals(readFileSync(join(GOLDEN, 'u8-odd.raw')))).toBe(true);
  });

  // Decoders fill in what is missing and report nothing.
  it.each(manifest.filter(({ transferSyntax }) => isEncapsulated(transferSyntax)))(
    '$file is refused when its last stream is cut, with its lengths set right',
    async ({ file }) => {
      const cut = withLastStreamCut(readFileSync(join(GOLDEN, file)));
      await expect(decodeFrames(cut, file)).rejects.toMatchObject({ code: 'damaged-pixels' });
    },
  );
});

function isEncapsulated(transferSyntax: string): boolean {
  return transferSyntax === '1.2.840.10008.1.2.5' || transferSyntax.startsWith('1.2.840.10008.1.2.4.');
}

/** @returns the file with the second half of its last fragment left out. */
function withLastStreamCut(file: Buffer): Buffer {
  // Pixel Data as OB or OW, which begins with O.
  const start = file.indexOf(Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f])) + 12;
  let last = start;
  for (let at = start; file.readUInt32LE(at) === 0xe000fffe; at += 8 + file.readUInt32LE(at + 4)) last = at;
  const length = file.readUInt32LE(last + 4);
  const kept = 2 * Math.floor(length / 4);
  const header = Buffer.from(file.subarray(last, last + 8));
  header.writeUInt32LE(kept, 4);
  return Buffer.concat([
    file.subarray(0, last),
    header,
    file.subarray(last + 8, last + 8 + kept),
    file.subarray(last + 8 + length),
  ]);
}
