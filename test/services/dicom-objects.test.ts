import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { decodeMask } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';
import { Workbench } from '../support/processes.js';

/** Debian's, where pydicom is. */
const PYTHON = '/usr/bin/python3';
const DCIODVFY = '/usr/bin/dciodvfy';
const IMAGES = dataFolder('format-fixtures-derived', 'inbreast-style', 'AllDICOMs');
const whereThereAreImages = existsSync(IMAGES) ? describe : describe.skip;

const INITIAL_MODEL = join(import.meta.dirname, '..', '..', 'site-agent', 'dist', 'initial-model.js');
const MODEL = [
  ...['--model', 'unet', '--width', '0.0625', '--size', '32', '--seed', '1', '--study', 'objects'],
  ...['--margin', '0.1', '--window', '{"kind":"percentiles"}', '--batch-size', '1'],
];

/** Prints the mask that pydicom finds in a segmentation, a digit for a pixel. */
const READ_MASK = `
import sys, pydicom
ds = pydicom.dcmread(sys.argv[1])
bits = [(byte >> i) & 1 for byte in ds.PixelData for i in range(8)][: ds.Rows * ds.Columns]
source = ds.PerFrameFunctionalGroupsSequence[0].DerivationImageSequence[0].SourceImageSequence[0]
print(ds.Rows, ds.Columns, source.ReferencedSOPInstanceUID, ds.SeriesDescription)
print(''.join(map(str, bits)))
`;

/** By programs that know nothing of this one: pydicom reads the mask, dciodvfy (dicom3tools) the object. */
whereThereAreImages('what predict writes of DICOM images, read by others', () => {
  const workbench = new Workbench();
  afterAll(() => workbench.end());

  it('has the exact mask, and no error', async () => {
    const dir = await workbench.dir();
    const model = join(dir, 'model.safetensors');
    const out = join(dir, 'predictions');
    expect(spawnSync(process.execPath, [INITIAL_MODEL, ...MODEL, '--out', model]).status).toBe(0);
    const options = ['--model', model, '--in', IMAGES, '--out', out, '--box', '100,100,200,200'];
    await workbench.must('predict', ...options);
    const segmentations = readdirSync(out).filter((name) => name.endsWith('-segmentation.dcm'));
    expect(segmentations).toHaveLength(4);
    let marked = 0;
    for (const name of segmentations) {
      const { mask } = await decodeMask(readFileSync(join(out, name.replace('-segmentation.dcm', '-mask.png'))));
      const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', READ_MASK, join(out, name)], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const [head, bits] = stdout.trim().split('\n');
      expect(head).toMatch(/^512 512 [\d.]+ MammoFed, research use only$/);
      expect(bits).toBe(mask.join(''));
      marked += mask.reduce((sum, value) => sum + value, 0);
      for (const object of [name, name.replace('-segmentation.dcm', '-overlay.dcm')]) {
        const verified = spawnSync(DCIODVFY, [join(out, object)], { encoding: 'utf8' });
        expect(`${verified.stdout}${verified.stderr}`.split('\n').filter((line) => /error/i.test(line))).toEqual([]);
      }
    }
    // An untrained network marks something: equality of nothing would say nothing.
    expect(marked).toBeGreaterThan(0);
  }, 240_000);
});
