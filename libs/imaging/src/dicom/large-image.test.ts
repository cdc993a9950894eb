import { afterEach, describe, expect, it, jest } from '@jest/globals';
import codecs from 'dcmjs-codecs';
import sharp from 'sharp';
import { decodeFrames } from './decode-frames.js';
import { encapsulatedFile, MAMMOGRAM } from './dicom-file.test-support.js';

const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';

async function jpegFile(side: number): Promise<Uint8Array> {
  const grey = { create: { width: side, height: side, channels: 3, background: '#888' } } as const;
  const jpeg = await sharp(grey).toColourspace('b-w').jpeg().toBuffer();
  const header = {
    ...MAMMOGRAM,
    '00280010 US': [side],
    '00280011 US': [side],
    '00280100 US': [8],
    '00280101 US': [8],
    '00280102 US': [7],
  };
  return encapsulatedFile(header, JPEG_BASELINE, Buffer.concat([jpeg, Buffer.alloc(jpeg.length % 2)]));
}

describe('the memory of the decoders', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('is given back after an image above the size of any mammogram, and kept after others', async () => {
    const release = jest.spyOn(codecs.NativeCodecs, 'release');
    expect((await decodeFrames(await jpegFile(64), 'a.dcm'))[0]).toHaveLength(64 ** 2);
    expect(release).not.toHaveBeenCalled();
    const side = 5800;
    expect((await decodeFrames(await jpegFile(side), 'large.dcm'))[0]).toHaveLength(side ** 2);
    expect(release).toHaveBeenCalledTimes(1);
    expect((await decodeFrames(await jpegFile(64), 'b.dcm'))[0]).toHaveLength(64 ** 2);
  });
});
