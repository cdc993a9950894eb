import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { headerOf, type DicomHeader } from '../dicom/header.js';
import { MAX_DICOM_BYTES } from '../dicom/limits.js';
import { kindOf, type ObjectKind } from '../dicom/object-kind.js';
import { parsePart10 } from '../dicom/part10.js';
import { ImagingError } from '../errors.js';
import type { RefusedCase } from './layout.js';

/** A DICOM object of the folder; its pixels have not been looked at. */
export interface FoundObject {
  readonly file: string;
  readonly header: DicomHeader;
  readonly kind: ObjectKind;
}

/** Most mammograms have a header of some kilobytes; one with a large private element is read as a whole. */
const HEAD_BYTES = 128 * 1024;
const DICOM_NAME = /\.(dcm|dicom|ima)$/i;

/** Whether a name is one that DICOM files have; many have none. */
export function isDicomName(file: string): boolean {
  return DICOM_NAME.test(file);
}

/**
 * @returns null for a file that neither is DICOM nor has its name: a report, a table, a picture.
 * @throws ImagingError `bad-dicom`, `unsupported-dicom`, `dicom-too-large`, `unsafe-path`.
 */
export async function findObject(folder: DataFolder, file: string): Promise<FoundObject | null> {
  const path = join(folder.root, file);
  const head = await folder.readHead(path, file, HEAD_BYTES, 'bad-dicom');
  if (!isDicomName(file) && !hasMark(head.bytes)) return null;
  const parsed = head.isWhole ? null : parsedHead(head.bytes, file);
  const whole = (): Promise<Uint8Array> => folder.read(path, file, MAX_DICOM_BYTES, 'bad-dicom');
  const header = headerOf(parsed ?? parsePart10(head.isWhole ? head.bytes : await whole(), file), file);
  return { file, header, kind: kindOf(header) };
}

/** @returns null if the pixels begin behind the bytes: only the whole file tells whether it is sound. */
function parsedHead(bytes: Uint8Array, file: string): ReturnType<typeof parsePart10> | null {
  try {
    const parsed = parsePart10(bytes, file);
    return parsed.pixelData === null ? null : parsed;
  } catch (error) {
    if (error instanceof ImagingError) return null;
    throw error;
  }
}

function hasMark(bytes: Uint8Array): boolean {
  return [0x44, 0x49, 0x43, 0x4d].every((byte, i) => bytes[128 + i] === byte);
}

/** @returns the refusal of an object that is no mammogram; null for mammograms and what marks regions in them. */
export function refusalOf({ file, kind, header }: FoundObject): RefusedCase | null {
  const refuse = (code: RefusedCase['code'], what: string): RefusedCase => ({
    file,
    code,
    message: `${file} ${what}. It is not used; leave it out.`,
  });
  switch (kind) {
    case 'mammogram':
    case 'segmentation':
    case 'structure-set':
      return null;
    case 'tomosynthesis':
      return refuse('not-mammography', 'is a volume of breast tomosynthesis or has several frames');
    case 'secondary-capture':
      return refuse('not-mammography', 'is a secondary capture: a picture of an image, not the image');
    case 'other-image':
      return refuse('not-mammography', `is an image of another kind (${modalityWord(header.modality)})`);
    case 'no-image':
      return refuse('unsupported-dicom', 'is a DICOM object but no image');
  }
}

/** The header's own word only if it is one of a modality's: anything may stand there. */
function modalityWord(modality: string | null): string {
  return modality !== null && /^[A-Z]{2,10}$/.test(modality) ? `modality ${modality}` : 'without a modality';
}
