import { afterEach, describe, expect, it } from '@jest/globals';
import { DicomDecoder, type DicomDecoderOptions } from './decoder.js';
import { dicomFile, MAMMOGRAM } from './dicom-file.test-support.js';
import { readDicomImage } from './read-dicom.js';

const SOUND = dicomFile(MAMMOGRAM);
const CUT = SOUND.subarray(0, SOUND.length - 4);

describe('the threads that decode DICOM images', () => {
  const open: DicomDecoder[] = [];
  afterEach(async () => {
    for (const decoder of open.splice(0)) await decoder.close();
  });
  function decoderOf(options: Partial<DicomDecoderOptions> = {}): DicomDecoder {
    const decoder = new DicomDecoder({ threads: 2, ...options });
    open.push(decoder);
    return decoder;
  }

  it('give what this thread would have given', async () => {
    expect(await decoderOf().read(SOUND, 'a.dcm')).toEqual(await readDicomImage(SOUND, 'a.dcm'));
  });

  it('refuse with the same codes, and read on', async () => {
    const decoder = decoderOf({ threads: 1 });
    await expect(decoder.read(CUT, 'cut.dcm')).rejects.toMatchObject({ name: 'ImagingError', code: 'damaged-pixels' });
    await expect(decoder.read(new Uint8Array(300), 'none.dcm')).rejects.toMatchObject({ code: 'bad-dicom' });
    expect((await decoder.read(SOUND, 'a.dcm')).pixels.width).toBe(4);
  });

  it('take more images than there are threads, and are replaced as they go', async () => {
    const decoder = decoderOf({ imagesPerThread: 2 });
    const images = await Promise.all(Array.from({ length: 9 }, (_, i) => decoder.read(SOUND, `${i}.dcm`)));
    expect(images.map(({ pixels }) => pixels.grey.length)).toEqual(new Array(9).fill(8));
  });

  it('give up on an image that takes too long, and read the next', async () => {
    const decoder = decoderOf({ threads: 1, timeoutMs: 1 });
    await expect(decoder.read(SOUND, 'slow.dcm')).rejects.toMatchObject({ code: 'decoder-failed' });
    await expect(decoder.read(SOUND, 'slow.dcm')).rejects.toMatchObject({ code: 'decoder-failed' });
  });

  it('end where the heap is not enough, without ending the process', async () => {
    const decoder = decoderOf({ threads: 1, heapMiB: 2 });
    await expect(decoder.read(SOUND, 'a.dcm')).rejects.toMatchObject({ code: 'decoder-failed' });
  });

  it('take nothing once they are closed', async () => {
    const decoder = decoderOf({ threads: 1 });
    const waiting = [decoder.read(SOUND, 'a.dcm'), decoder.read(SOUND, 'b.dcm')];
    const outcomes = Promise.allSettled(waiting);
    await decoder.close();
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'decoder-failed' } });
    await expect(decoder.read(SOUND, 'c.dcm')).rejects.toMatchObject({ code: 'decoder-failed' });
  });

  it('are at least one', () => {
    expect(() => new DicomDecoder({ threads: 0 })).toThrow('at least one thread');
  });
});
