import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ImagingError, readSegmentation, type ImagingErrorCode } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const SAMPLES = join(DATA, 'dicom-samples');

interface Expected {
  readonly kind: string;
  readonly segments: number;
  /** Marked pixels of each referenced image, ascending. */
  readonly areas: readonly number[] | ImagingErrorCode;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'dcmqi/liver.dcm': { kind: 'binary', segments: 1, areas: [35220, 35645, 36233] },
  'dcmqi/partial_overlaps.dcm': { kind: 'binary', segments: 5, areas: [10509, 11523, 18473] },
  'dcmqi/seg.dcm': { kind: 'binary', segments: 1, areas: [9, 11, 24, 42, 57, 60, 69, 81, 81, 82, 91, 94, 94] },
  'dcmqi/sparse-labelmap-noppv.dcm': { kind: 'label-map', segments: 2, areas: [315, 315] },
  'highdicom/seg_image_cr_binary.dcm': { kind: 'binary', segments: 1, areas: [151] },
  'highdicom/seg_image_ct_binary.dcm': { kind: 'binary', segments: 1, areas: [0, 127, 255, 256] },
  'highdicom/seg_image_ct_binary_fractional.dcm': { kind: 'fractional', segments: 1, areas: [0, 127, 255, 256] },
  'highdicom/seg_image_ct_binary_overlap.dcm': { kind: 'binary', segments: 2, areas: [16, 16, 16, 16] },
  'highdicom/seg_image_ct_binary_single_frame.dcm': { kind: 'binary', segments: 1, areas: [1832] },
  'highdicom/seg_image_ct_true_fractional.dcm': { kind: 'fractional', segments: 1, areas: [0, 127, 255, 256] },
  // Twenty tiles of one image of a microscope.
  'highdicom/seg_image_sm_control_labelmap.dcm': { kind: 'label-map', segments: 21, areas: 'bad-segmentation' },
  'misc/own_mg_seg_written-with-dcmjs.dcm': { kind: 'binary', segments: 1, areas: [94213] },
  'pydicom/liver_deflate.dcm': { kind: 'binary', segments: 1, areas: [35220, 35645, 36233] },
};

async function areasOf(file: string): Promise<Expected> {
  const segmentation = readSegmentation(readFileSync(join(SAMPLES, file)), file);
  const { kind, segments, references } = segmentation;
  const areas: number[] = [];
  try {
    for (const image of references) {
      const mask = await segmentation.maskFor(image);
      areas.push(mask?.mask.reduce((sum, value) => sum + value, 0) ?? NaN);
    }
  } catch (error) {
    return { kind, segments: segments.length, areas: (error as { readonly code: ImagingErrorCode }).code };
  }
  return { kind, segments: segments.length, areas: areas.sort((a, b) => a - b) };
}

const whereThereIsData = existsSync(SAMPLES) ? describe : describe.skip;

whereThereIsData('the DICOM segmentations among the samples', () => {
  it.each(Object.keys(EXPECTED))('%s marks the pixels that it marks elsewhere', async (file) => {
    expect(await areasOf(file)).toEqual(EXPECTED[file]);
  });

  it('an object that does not reference an image has no mask for it', async () => {
    const file = 'highdicom/seg_image_cr_binary.dcm';
    expect(await readSegmentation(readFileSync(join(SAMPLES, file)), file).maskFor('1.2.3')).toBeNull();
  });

  it.each(['highdicom/ct_image.dcm', 'misc/rtstruct_TCIA-headneck.dcm', 'highdicom/sr_document.dcm'])(
    '%s is no segmentation',
    (file) => {
      const read = (): unknown => readSegmentation(readFileSync(join(SAMPLES, file)), file);
      expect(read).toThrow(ImagingError);
      expect(read).toThrow('is no DICOM segmentation');
    },
  );
});
