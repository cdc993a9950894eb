import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dicomFile, MAMMOGRAM } from '../dicom/dicom-file.test-support.js';
import { readDicomHeader } from '../dicom/header.js';
import { readSegmentation } from '../dicom/segmentation.js';
import { encodeSecondaryCapture } from './secondary-capture.js';
import { encodeSegmentation } from './segmentation-object.js';

const SOURCE = dicomFile({
  ...MAMMOGRAM,
  '00100010 PN': 'Somebody^Known',
  '0020000D UI': '1.2.3.1',
  '0020000E UI': '1.2.3.2',
  '00200020 CS': 'P\\F',
});
const BY = { modelSha256: 'ab'.repeat(32), version: '0.1.0', atMs: 1_700_000_000_000 };

describe('a predicted mask as a DICOM segmentation', () => {
  it('is read back pixel by pixel, on its source, whatever it marks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(0, 1), { minLength: 8, maxLength: 8 }), async (bits) => {
        const mask = Uint8Array.from(bits);
        const written = encodeSegmentation(SOURCE, 'a.dcm', { width: 4, height: 2, mask }, BY);
        const read = readSegmentation(written, 'seg.dcm');
        const found = await read.maskFor('1.2.3.4');
        expect([...(found?.mask ?? [])]).toEqual(bits);
      }),
      { numRuns: 40 },
    );
  });

  it('stands in the study of its source, says that it is for research, and by which model', () => {
    const mask = { width: 4, height: 2, mask: new Uint8Array(8).fill(1) };
    const written = encodeSegmentation(SOURCE, 'a.dcm', mask, BY);
    const header = readDicomHeader(written, 'seg.dcm');
    expect(header).toMatchObject({ modality: 'SEG', studyUid: '1.2.3.1', patientId: 'patient-1', rows: 2, columns: 4 });
    expect(header.patientOrientation).toEqual(['P', 'F']);
    expect(header.seriesUid).toMatch(/^2\.25\.\d{1,39}$/);
    expect(header.seriesDescription).toBe('MammoFed, research use only');
    const text = Buffer.from(written).toString('latin1');
    expect(text).toContain('Research use only');
    expect(text).toContain(BY.modelSha256);
    expect(readDicomHeader(encodeSegmentation(SOURCE, 'a.dcm', mask, BY), 'b').sopInstanceUid).not.toBe(
      header.sopInstanceUid,
    );
  });

  it('is not made for a mask of another size, or of an image that nothing can refer to', () => {
    const mask = { width: 2, height: 4, mask: new Uint8Array(8) };
    expect(() => encodeSegmentation(SOURCE, 'a.dcm', mask, BY)).toThrow(
      expect.objectContaining({ code: 'size-mismatch' }),
    );
    const nameless = dicomFile(MAMMOGRAM);
    expect(() => encodeSegmentation(nameless, 'a.dcm', { ...mask, width: 4, height: 2 }, BY)).toThrow(
      expect.objectContaining({ code: 'unsupported-dicom' }),
    );
  });
});

describe('an overlay as a secondary capture', () => {
  it('is the picture with a band below it that says what it is', () => {
    const rgb = Uint8Array.from({ length: 300 * 20 * 3 }, (_, i) => i % 251);
    const written = encodeSecondaryCapture(SOURCE, 'a.dcm', { width: 300, height: 20, rgb }, BY);
    const header = readDicomHeader(written, 'sc.dcm');
    expect(header).toMatchObject({ modality: 'OT', columns: 300, burnedInAnnotation: true, photometric: 'RGB' });
    expect(header.rows).toBeGreaterThan(20);
    const pixels = written.subarray(written.length - 300 * (header.rows ?? 0) * 3);
    expect(pixels.subarray(0, rgb.length)).toEqual(rgb);
    const band = pixels.subarray(rgb.length);
    const inkCount = band.filter((value, i) => i % 3 === 0 && value === 0).length;
    expect(inkCount).toBeGreaterThan(200);
  });
});
