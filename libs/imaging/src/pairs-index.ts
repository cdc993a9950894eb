import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolder } from './data-folder.js';
import { ImagingError } from './errors.js';
import { badTable, parseTable } from './layouts/table.js';
import { MAX_INDEX_BYTES } from './limits.js';

/** One image and where its mask is expected; neither has been opened yet. */
export interface PairRecord {
  /** Name in images/, with extension. */
  readonly file: string;
  /** From the index, or the file name without extension where there is no index. */
  readonly patient: string;
  /** Every column of the index, `file` and `patient` included; empty without an index. */
  readonly columns: Readonly<Record<string, string>>;
  readonly imagePath: string;
  readonly maskPath: string;
}

/** What a data folder offers. */
export interface PairsListing {
  readonly records: PairRecord[];
  /** Images in images/ that an existing index.csv does not list; they are not used. */
  readonly unlistedImages: number;
}

/** Hidden files (such as the ._NAME.png that macOS leaves on shared disks) are no images. */
const IMAGE_NAME = /^([^.].*)\.(png|jpg|jpeg|pgm)$/i;
const INDEX = 'index.csv';
const NEEDED_COLUMNS = ['file', 'patient'] as const;

/**
 * Reads what a folder in the pairs layout offers: images/NAME.(png|jpg|jpeg|pgm), masks/NAME.png, optional index.csv
 * (UTF-8, comma separated, header line, at least `file,patient`). Without an index every file is its own patient; with
 * one, images that it does not list are left out. Fields are trimmed: 'P1 ' and 'P1' are one patient.
 * @returns records sorted by file name (code units), so that the order does not depend on the index or the disk.
 * @throws ImagingError `missing-folder`, `bad-index`, `duplicate-file`, `missing-file`, `unsafe-path`.
 */
export async function readPairsIndex(dir: string): Promise<PairRecord[]> {
  return (await listPairs(await DataFolder.open(dir))).records;
}

/** Whether a folder of data has its images in images/. */
export async function hasImagesFolder(folder: DataFolder): Promise<boolean> {
  return folder.has(join(folder.root, 'images'));
}

/**
 * Reads what there is to predict on: images/ with or without masks/, or a folder of images. Every image counts; an
 * index.csv adds its columns to the images that it lists, and needs no patients.
 * @param imagesName - 'images/', or '' where the images lie in the folder itself.
 * @returns records sorted by file name (code units).
 * @throws ImagingError as `readPairsIndex`.
 */
export async function listImages(folder: DataFolder, imagesName: 'images/' | ''): Promise<PairRecord[]> {
  const imagesDir = join(folder.root, imagesName);
  await folder.requireInside(imagesDir, 'images/');
  const images = new Set((await namesIn(imagesDir, folder.root)).filter((name) => IMAGE_NAME.test(name)));
  const indexPath = join(folder.root, 'index.csv');
  const rows = (await folder.has(indexPath))
    ? parseIndex(await folder.read(indexPath, 'index.csv', MAX_INDEX_BYTES, 'bad-index'), images, ['file'])
    : [];
  const listed = new Map(rows.map((row) => [row.file, row]));
  const records = [...images]
    .map((file) => ({
      ...(listed.get(file) ?? { file, patient: stemOf(file), columns: {} }),
      imagePath: join(imagesDir, file),
      maskPath: join(folder.root, 'masks', maskName(file)),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  // Without masks/ nothing is shared.
  if (imagesName === 'images/') refuseSharedMasks(records);
  return records;
}

/** As `readPairsIndex`, with the count of images left out. */
export async function listPairs(folder: DataFolder): Promise<PairsListing> {
  const imagesDir = join(folder.root, 'images');
  const masksDir = join(folder.root, 'masks');
  await folder.requireInside(imagesDir, 'images/');
  await folder.requireInside(masksDir, 'masks/');
  const images = new Set((await namesIn(imagesDir, folder.root)).filter((name) => IMAGE_NAME.test(name)));
  await namesIn(masksDir, folder.root);

  const indexPath = join(folder.root, 'index.csv');
  const hasIndex = await folder.has(indexPath);
  const rows = hasIndex
    ? parseIndex(await folder.read(indexPath, 'index.csv', MAX_INDEX_BYTES, 'bad-index'), images)
    : [...images].map((file) => ({ file, patient: stemOf(file), columns: {} }));
  const records = rows
    .map((row) => ({ ...row, imagePath: join(imagesDir, row.file), maskPath: join(masksDir, maskName(row.file)) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  refuseSharedMasks(records);
  return { records, unlistedImages: hasIndex ? images.size - records.length : 0 };
}

/** The mask that belongs to an image: NAME.png. */
export function maskName(file: string): string {
  return `${stemOf(file)}.png`;
}

function parseIndex(
  bytes: Uint8Array,
  images: ReadonlySet<string>,
  neededColumns: readonly string[] = NEEDED_COLUMNS,
): Pick<PairRecord, 'file' | 'patient' | 'columns'>[] {
  const rows = parseTable(bytes, { name: INDEX, neededColumns });
  const seen = new Set<string>();
  return rows.map(({ where, columns }) => {
    const { file, patient = stemOf(file) } = columns;
    if (patient === '' && neededColumns.includes('patient'))
      throw badIndex(`has no patient in ${where}`, 'Without it the split could put one person on both sides.');
    requirePlainName(file, where);
    if (seen.has(file))
      throw new ImagingError('duplicate-file', `index.csv lists ${file} twice (${where}). Remove one.`);
    seen.add(file);
    if (!IMAGE_NAME.test(file)) {
      throw badIndex(`lists ${file} in ${where}`, 'Give the name with its extension: png, jpg, jpeg or pgm.');
    }
    if (!images.has(file)) {
      throw new ImagingError(
        'missing-file',
        `index.csv lists ${file} (${where}), which is not in images/. Add the image or remove the row.`,
      );
    }
    return { file, patient, columns };
  });
}

/** A name with any path in it could reach outside images/; `..`, drives and absolute paths all need a separator or colon. */
function requirePlainName(file: string, where: string): void {
  if (file === '' || file === '.' || file === '..' || /[/\\:\u0000]/.test(file)) {
    throw new ImagingError(
      'unsafe-path',
      `index.csv names '${file}' in ${where}; the file column takes plain names of files in images/, without a folder.`,
    );
  }
}

function refuseSharedMasks(records: readonly PairRecord[]): void {
  const owners = new Map<string, string>();
  for (const { file, maskPath } of records) {
    const owner = owners.get(maskPath);
    if (owner !== undefined) {
      throw new ImagingError(
        'duplicate-file',
        `images/${owner} and images/${file} would share one mask (${maskName(file)}). Rename one of them and its mask.`,
      );
    }
    owners.set(maskPath, file);
  }
}

async function namesIn(dir: string, root: string): Promise<string[]> {
  return readdir(dir).catch((error: unknown) => {
    throw new ImagingError(
      'missing-folder',
      `${dir} cannot be listed. A data folder needs images/ and masks/ (looked in ${root}).`,
      {},
      error,
    );
  });
}

function stemOf(file: string): string {
  return IMAGE_NAME.exec(file)?.[1] ?? file;
}

function badIndex(problem: string, advice: string): ImagingError {
  return badTable(INDEX, problem, advice);
}
