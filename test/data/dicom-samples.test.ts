import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDicomHeader, readDicomImage, type ImagingErrorCode } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const SAMPLES = join(DATA, 'dicom-samples');

/** What a file is: its size, its greatest grey value and its mean to one decimal, or the code of its refusal. */
type Expected = { readonly size: string; readonly greatest: number; readonly mean: number } | ImagingErrorCode;

const EXPECTED: Readonly<Record<string, Expected>> = {
  'dcmqi/liver.dcm': 'unsupported-dicom',
  'dcmqi/partial_overlaps.dcm': 'unsupported-dicom',
  'dcmqi/seg.dcm': 'unsupported-dicom',
  'dcmqi/sparse-labelmap-noppv.dcm': 'unsupported-dicom',
  'highdicom/ct_image.dcm': { size: '128x128', greatest: 34959, mean: 33672.9 },
  'highdicom/dx_image.dcm': { size: '211x169', greatest: 250, mean: 89.2 },
  'highdicom/seg_image_cr_binary.dcm': 'unsupported-dicom',
  'highdicom/seg_image_ct_binary.dcm': 'unsupported-dicom',
  'highdicom/seg_image_ct_binary_fractional.dcm': 'unsupported-dicom',
  'highdicom/seg_image_ct_binary_overlap.dcm': 'unsupported-dicom',
  'highdicom/seg_image_ct_binary_single_frame.dcm': 'unsupported-dicom',
  'highdicom/seg_image_ct_true_fractional.dcm': 'unsupported-dicom',
  'highdicom/seg_image_sm_control_labelmap.dcm': 'unsupported-dicom',
  'highdicom/sr_document.dcm': 'unsupported-dicom',
  'misc/MG_Explicit_Little_clunie-calibration.dcm': { size: '512x512', greatest: 255, mean: 13 },
  'misc/own_mg_seg_written-with-dcmjs.dcm': 'unsupported-dicom',
  'misc/rtstruct_TCIA-headneck.dcm': 'unsupported-dicom',
  'nema-wg04/MG1_J2KI.dcm': { size: '3064x4664', greatest: 4095, mean: 1610.8 },
  'nema-wg04/MG1_JPLY.dcm': { size: '3064x4664', greatest: 4095, mean: 1610.9 },
  'nema-wg04/RG3_J2KR.dcm': { size: '1760x1760', greatest: 1023, mean: 690.3 },
  'nema-wg04/RG3_JLSL.dcm': { size: '1760x1760', greatest: 1023, mean: 690.3 },
  'nema-wg04/RG3_JLSN.dcm': { size: '1760x1760', greatest: 1023, mean: 690 },
  'nema-wg04/RG3_JPLL.dcm': { size: '1760x1760', greatest: 1023, mean: 690.3 },
  'nema-wg04/RG3_JPLY.dcm': { size: '1760x1760', greatest: 1023, mean: 689.7 },
  'nema-wg04/RG3_RLE.dcm': { size: '1760x1760', greatest: 1023, mean: 690.3 },
  'pydicom/693_J2KR.dcm': { size: '512x512', greatest: 35260, mean: 33181.9 },
  'pydicom/HTJ2KLossless_08_RGB.dcm': 'unsupported-dicom',
  'pydicom/HTJ2K_08_RGB.dcm': 'unsupported-dicom',
  'pydicom/JLSL_16_15_1_1F.dcm': { size: '128x128', greatest: 32767, mean: 12340.4 },
  'pydicom/bad_sequence.dcm': { size: '512x512', greatest: 2267, mean: 947.4 },
  'pydicom/emri_small_RLE.dcm': 'unsupported-dicom',
  'pydicom/emri_small_jpeg_2k_lossless.dcm': 'unsupported-dicom',
  'pydicom/emri_small_jpeg_ls_lossless.dcm': 'unsupported-dicom',
  'pydicom/liver_deflate.dcm': 'unsupported-dicom',
  'pydicom/mlut_18.dcm': { size: '512x512', greatest: 65535, mean: 33177.1 },
  'pydicom/rtstruct.dcm': 'unsupported-dicom',
  'pydicom/vlut_04.dcm': { size: '512x512', greatest: 255, mean: 128.8 },
};

const whereThereIsData = existsSync(SAMPLES) ? describe : describe.skip;

async function outcomeOf(file: string): Promise<Expected> {
  try {
    const { pixels } = await readDicomImage(readFileSync(join(SAMPLES, file)), file);
    let greatest = 0;
    let sum = 0;
    for (const value of pixels.grey) {
      greatest = Math.max(greatest, value);
      sum += value;
    }
    return {
      size: `${pixels.width}x${pixels.height}`,
      greatest,
      mean: Math.round((10 * sum) / pixels.grey.length) / 10,
    };
  } catch (error) {
    return (error as { readonly code: ImagingErrorCode }).code;
  }
}

function filesOf(folder: string): string[] {
  return existsSync(SAMPLES) ? readdirSync(join(SAMPLES, folder)).filter((file) => file.endsWith('.dcm')) : [];
}

whereThereIsData('the DICOM samples', () => {
  it('are all expected here', () => {
    const found = [...new Set(Object.keys(EXPECTED).map((file) => file.split('/')[0]))].flatMap((folder) =>
      filesOf(folder).map((file) => `${folder}/${file}`),
    );
    expect(found.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.keys(EXPECTED))('%s is read or refused with its code', async (file) => {
    expect(await outcomeOf(file)).toEqual(EXPECTED[file]);
  });

  it.each(Object.keys(EXPECTED))('%s has a header', (file) => {
    const header = readDicomHeader(readFileSync(join(SAMPLES, file)), file);
    expect(header.sopClassUid).toMatch(/^1\.2\.840\.10008\./);
    expect(header.sopInstanceUid).toMatch(/^[0-9a-f.]{10,64}$/);
  });

  it('one radiograph is the same in every lossless syntax', async () => {
    const [first, ...others] = await Promise.all(
      ['RG3_J2KR', 'RG3_JLSL', 'RG3_JPLL', 'RG3_RLE'].map(async (file) => {
        const image = await readDicomImage(readFileSync(join(SAMPLES, 'nema-wg04', `${file}.dcm`)), file);
        return Buffer.from(image.pixels.grey.buffer);
      }),
    );
    for (const other of others) expect(other.equals(first)).toBe(true);
  });
});
