import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import {
  dataSet,
  dicomFile,
  encapsulatedFile,
  MAMMOGRAM,
  segmentationOf,
  type TestElements,
} from '../dicom/dicom-file.test-support.js';
import { evenPgm, greyPng } from '../layouts/generated-images.test-support.js';
import { mammogram } from '../layouts/mammogram.test-support.js';
import type { Damage } from './damage.test-support.js';
import { DICOM_DAMAGE } from './damage-dicom.test-support.js';
import { JPEG_DAMAGE, PGM_DAMAGE, PNG_DAMAGE } from './damage-picture.test-support.js';

/** What a file is read as: an object of DICOM, or a picture. */
export type SampleKind = 'dicom' | 'picture';

/** A sound file, and how it is damaged. */
export interface Sample {
  readonly name: string;
  readonly kind: SampleKind;
  readonly bytes: Uint8Array;
  readonly damage: readonly Damage[];
}

/** Real files above this are left out: 20,000 of them would take hours. */
const MOST_BYTES = 130_000;

const DATA = process.env['MAMMOFED_DATA'] ?? join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data');

/** Sound files by group; files are drawn from each group as often as from every other. */
export async function samples(): Promise<readonly (readonly Sample[])[]> {
  const groups = [
    await generatedDicom(),
    generatedSegmentations(),
    await generatedPictures(),
    realDicom('dicom-codec-golden'),
    realDicom('dicom-samples'),
  ];
  return groups.filter((group) => group.length > 0);
}

const dicom = (name: string, bytes: Uint8Array): Sample => ({ name, kind: 'dicom', bytes, damage: DICOM_DAMAGE });

function realDicom(folder: string): Sample[] {
  const root = join(DATA, folder);
  if (!existsSync(root)) return [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dcm'));
  const small = names.filter((name) => statSync(join(root, name)).size <= MOST_BYTES).sort();
  return small.map((name) => dicom(join(folder, name), readFileSync(join(root, name))));
}

/** Two segments of 8 bytes, each one run. */
const RLE_FRAME = Buffer.alloc(68);
RLE_FRAME.writeUInt32LE(2, 0);
RLE_FRAME.writeUInt32LE(64, 4);
RLE_FRAME.writeUInt32LE(66, 8);
RLE_FRAME.set([257 - 8, 1, 257 - 8, 2], 64);

async function generatedDicom(): Promise<Sample[]> {
  const [width, height] = [40, 30];
  const jpeg = await jpegOf(width, height);
  const lut: TestElements = {
    ...MAMMOGRAM,
    '00281050 DS': '2000\\100',
    '00281051 DS': '400\\50',
    '00281056 CS': 'SIGMOID',
    '00283000 SQ': [{ '00283002 US': [4, 0, 16], '00283006 US': [1, 2, 3, 4] }],
    '00283010 SQ': [{ '00283002 US': [4, 0, 16], '00283006 US': [1, 200, 3000, 65_535] }],
  };
  const eightBit: TestElements = {
    ...MAMMOGRAM,
    '00280010 US': [height],
    '00280011 US': [width],
    '00280100 US': [8],
    '00280101 US': [8],
    '00280102 US': [7],
  };
  const plain = mammogram({ width, height, bits: 12, photometric: 'MONOCHROME1', valueAt: (x, y) => 90 * x + y });
  const deflated = Buffer.concat([dicomFile({}, '1.2.840.10008.1.2.1.99'), deflateRawSync(dataSet(MAMMOGRAM))]);
  return [
    dicom('small', dicomFile(MAMMOGRAM)),
    dicom('plain', plain),
    dicom('tables', dicomFile(lut)),
    dicom('deflated', deflated),
    dicom('rle', encapsulatedFile(MAMMOGRAM, '1.2.840.10008.1.2.5', RLE_FRAME)),
    dicom('jpeg-baseline', encapsulatedFile(eightBit, '1.2.840.10008.1.2.4.50', evenLength(jpeg))),
    dicom(
      'frames',
      dicomFile({ ...MAMMOGRAM, '00280008 IS': '2', '7FE00010 OW': Array.from({ length: 16 }, (_, i) => i) }),
    ),
  ];
}

/** Fragments are filled up. */
function evenLength(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]);
}

function generatedSegmentations(): Sample[] {
  const two = [
    { label: 'Mass', bits: '11000000' },
    { label: 'Other', bits: '00000011' },
  ];
  const eightBit = (kind: string, values: Uint8Array): TestElements => ({
    ...segmentationOf('1.2.3.4', two),
    '00620001 CS': kind,
    '0062000E US': [255],
    '00280100 US': [8],
    '00280101 US': [8],
    '00280102 US': [7],
    '7FE00010 OB': values,
  });
  return [
    dicom('binary', dicomFile(segmentationOf('1.2.3.4', two))),
    dicom('fractional', dicomFile(eightBit('FRACTIONAL', Buffer.alloc(16, 200)))),
    dicom('label-map', dicomFile(eightBit('LABELMAP', Buffer.alloc(16, 1)))),
    dicom(
      'many',
      dicomFile(
        segmentationOf(
          '1.2.3.4',
          Array.from({ length: 200 }, (_, i) => ({ label: `S${i}`, bits: '10000001' })),
        ),
      ),
    ),
  ];
}

async function jpegOf(width: number, height: number): Promise<Buffer> {
  return sharp(await greyPng(width, height, (x, y) => (x * y) % 251))
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function generatedPictures(): Promise<Sample[]> {
  const picture = (name: string, bytes: Uint8Array, damage: readonly Damage[]): Sample => ({
    name,
    kind: 'picture',
    bytes,
    damage,
  });
  const grey = sharp(await greyPng(40, 30, (x, y) => (x * y) % 251));
  const deep = grey.clone().toColourspace('grey16');
  const colour = grey.clone().toColourspace('srgb');
  const plainPgm = `P2\n# plain\n4 2\n255\n${Array.from({ length: 8 }, (_, i) => i * 30).join(' ')}\n`;
  return [
    picture('grey.png', await grey.clone().png().toBuffer(), PNG_DAMAGE),
    picture('deep.png', await deep.clone().png().toBuffer(), PNG_DAMAGE),
    picture('colour.png', await colour.clone().ensureAlpha().png({ progressive: true }).toBuffer(), PNG_DAMAGE),
    picture('palette.png', await colour.clone().png({ palette: true, colours: 8 }).toBuffer(), PNG_DAMAGE),
    picture('grey.jpg', await jpegOf(40, 30), JPEG_DAMAGE),
    picture('progressive.jpg', await colour.clone().jpeg({ progressive: true }).toBuffer(), JPEG_DAMAGE),
    picture('binary.pgm', evenPgm(40, 30, 7), PGM_DAMAGE),
    picture('plain.pgm', Buffer.from(plainPgm), PGM_DAMAGE),
  ];
}
