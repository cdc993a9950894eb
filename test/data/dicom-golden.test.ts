import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeFrames } from '@mammofed/imaging';

const DATA = process.env['MAMMOFED_DATA'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
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
});
