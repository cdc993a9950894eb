import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import type { MaskPixels } from '../decode.js';
import { MAX_DICOM_BYTES } from '../dicom/limits.js';
import type { DicomImage } from '../dicom/read-dicom.js';
import { readDicomInThread } from '../dicom/shared-decoder.js';
import { ImagingError } from '../errors.js';
import { MAX_INDEX_BYTES } from '../limits.js';
import { requireSameSize } from '../read-pair.js';
import { findSegmentation, findStructureSet, type FoundMarks } from './dicom-marks.js';
import { findObject, isDicomName, refusalOf, type FoundObject } from './dicom-objects.js';
import { filesUnder } from './folder-tree.js';
import type { CaseImage, CaseListing, DataCase, DataFlag, LayoutReader, RefusedCase } from './layout.js';

/** Reads an image's pixels, in this thread or in another. */
type DicomImageSource = (bytes: Uint8Array, name: string) => Promise<DicomImage>;

const PATHOLOGY_FILE = 'pathology.json';

/** Tables and drawings that other layouts keep beside their DICOM files. */
const OTHER_LAYOUTS = /\.(csv|xml|xls|xlsx)$/i;

/**
 * A tree of DICOM files: one case for each mammogram, its patient by Patient ID, its mask the union of the mass segments
 * of every DICOM segmentation that references it, and of RT structure sets for images with a place in the patient's space.
 */
export function dicomFolder(readImage: DicomImageSource): LayoutReader {
  return {
    layout: 'dicom',
    recognises: async (folder) => {
      const files = await filesUnder(folder);
      return (
        files.some((file) => isDicomName(file) || file === 'DICOMDIR') &&
        !files.some((file) => OTHER_LAYOUTS.test(file))
      );
    },
    list: (folder) => listDicom(folder, readImage),
  };
}

/** Decodes in the process's decoding threads. */
export const DICOM_FOLDER = dicomFolder(readDicomInThread);

async function listDicom(folder: DataFolder, readImage: DicomImageSource): Promise<CaseListing> {
  const refused: RefusedCase[] = [];
  const mammograms: FoundObject[] = [];
  const marks: FoundMarks[] = [];
  for (const file of await filesUnder(folder)) {
    if (file.endsWith('DICOMDIR')) continue;
    try {
      const object = await findObject(folder, file);
      if (object === null) continue;
      const refusal = refusalOf(object);
      if (refusal !== null) refused.push(refusal);
      else if (object.kind === 'segmentation') marks.push(await findSegmentation(folder, file));
      else if (object.kind === 'structure-set') marks.push(await findStructureSet(folder, file));
      else mammograms.push(object);
    } catch (error) {
      refused.push(refusedBy(error, file));
    }
  }
  const cases: DataCase[] = [];
  const seen = new Set<string>();
  const pathology = await pathologyIn(folder);
  for (const mammogram of mammograms) {
    const found = caseOf(mammogram, { folder, marks, seen, pathology, readImage });
    if ('read' in found) cases.push(found);
    else refused.push(found);
  }
  for (const { file, references } of marks) {
    if ([...references].some((uid) => seen.has(uid))) continue;
    const message = `${file} marks no mammogram of the folder. Put its images beside it, or leave it out.`;
    refused.push({ file, code: 'bad-segmentation', message });
  }
  return { layout: 'dicom', cases, refused: refused.sort(byFile), unlistedImages: 0 };
}

/** What a listing knows beside an image's own header. */
interface Known {
  readonly folder: DataFolder;
  readonly marks: readonly FoundMarks[];
  /** Instance UIDs of the cases so far. */
  readonly seen: Set<string>;
  readonly pathology: Pathology;
  readonly readImage: DicomImageSource;
}

function caseOf(
  { file, header }: FoundObject,
  { folder, marks, seen, pathology, readImage }: Known,
): DataCase | RefusedCase {
  const { sopInstanceUid, patientId } = header;
  if (sopInstanceUid === null || patientId === null) {
    const what = patientId === null ? 'no patient: images of one person could not be kept together' : 'no instance UID';
    return { file, code: 'bad-dicom', message: `${file} has ${what}. Export it again with a Patient ID or pseudonym.` };
  }
  if (seen.has(sopInstanceUid)) {
    const message = `${file} is the same object as another file of the folder. Remove one of them.`;
    return { file, code: 'duplicate-file', message };
  }
  seen.add(sopInstanceUid);
  const marking = marks.filter(({ references }) => references.has(sopInstanceUid));
  const unclear = marking.find(({ masses }) => masses === null);
  if (unclear !== undefined) {
    const message =
      `${file} is marked by ${unclear.file}, none of whose regions is called a mass or a lesion. ` +
      'Name the regions by what they show, or leave both files out.';
    return { file, code: 'bad-segmentation', message };
  }
  return {
    file,
    patient: patientId,
    facts: {
      // Some vendors leave it out; what is no mammogram was refused before.
      modality: header.modality ?? 'MG',
      presentation: header.presentationIntent === null ? null : (`for-${header.presentationIntent}` as const),
      laterality: header.laterality,
      view: header.view,
      pathology: pathology.get(file) ?? null,
      density: null,
    },
    maskKind: marking.length === 0 ? 'none' : 'outline',
    read: () => readCase(folder, file, marking, readImage),
  };
}

async function readCase(
  folder: DataFolder,
  file: string,
  marking: readonly FoundMarks[],
  readImage: DicomImageSource,
): Promise<CaseImage> {
  const bytes = await folder.read(join(folder.root, file), file, MAX_DICOM_BYTES, 'bad-dicom');
  const { header, pixels, voi, spacing, flags } = await readImage(bytes, file);
  let mask: MaskPixels | null = null;
  for (const marks of marking) {
    const found = await marks.maskFor(header, pixels);
    requireSameSize(pixels, file, found, marks.file);
    mask = mask === null ? found : union(mask, found);
  }
  return { pixels, mask, voi, spacing, flags: [...flags, ...marking.flatMap(flagsOf)] };
}

type Pathology = ReadonlyMap<string, 'benign' | 'malignant'>;

/** What `mammofed site pacs fetch` joined from FHIR: `pathology.json`, an object of file names; empty where there is none. */
async function pathologyIn(folder: DataFolder): Promise<Pathology> {
  const path = join(folder.root, PATHOLOGY_FILE);
  if (!(await folder.has(path))) return new Map();
  const text = Buffer.from(await folder.read(path, PATHOLOGY_FILE, MAX_INDEX_BYTES, 'bad-index')).toString('utf8');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new ImagingError('bad-index', `${PATHOLOGY_FILE} is not JSON. Fetch the images again.`);
  }
  const known = new Map<string, 'benign' | 'malignant'>();
  for (const [file, value] of Object.entries((given ?? {}) as Record<string, unknown>)) {
    if (value === 'benign' || value === 'malignant') known.set(file, value);
  }
  return known;
}

function union(one: MaskPixels, other: MaskPixels): MaskPixels {
  return { ...one, mask: one.mask.map((value, i) => value | other.mask[i]) };
}

function flagsOf({ file, masses }: FoundMarks): readonly DataFlag[] {
  if (masses?.isGuess !== true) return [];
  return [
    {
      code: 'segment-taken-for-mass',
      message: `The only region of ${file} is not called a mass; it was taken for one.`,
    },
  ];
}

function refusedBy(error: unknown, file: string): RefusedCase {
  if (error instanceof ImagingError) return { file, code: error.code, message: error.message };
  throw error;
}

function byFile(one: RefusedCase, other: RefusedCase): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : 0;
}
