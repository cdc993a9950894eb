import { basename, join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import type { MaskPixels } from '../decode.js';
import { ImagingError } from '../errors.js';
import type { GreyPixels } from '../pgm.js';
import { RESCALED } from './case-flags.js';
import { maskOfFinding, type FindingFile } from './cbis-roles.js';
import { cbisTables, readCbisTables, type ListedView } from './cbis-tables.js';
import { emptyMask } from './draw-mask.js';
import type { CaseImage, CaseListing, DataCase, LayoutReader, RefusedCase } from './layout.js';
import { readDicomFile } from './read-image-file.js';

/** The folder that a download puts around the images; they may lie beside the tables as well. */
const IMAGES = 'CBIS-DDSM';
const VIEW_FOLDER = /^(?:Mass|Calc)-(?:Training|Test)_P_\d+_(?:LEFT|RIGHT)_[A-Z]+$/;
/** Study, series, file. */
const FOLDERS_BELOW = 2;
/** How far the proportions of a mask may be from its image's. */
const SHAPE_TOLERANCE = 0.01;

/**
 * CBIS-DDSM: four tables, and for each image a folder, for each finding a folder of mask and cropped image. Masses are
 * marked: the masks of all of an image are joined; an image of calcifications alone has nothing marked on it.
 * @see Lee et al., A curated mammography data set for use in computer-aided detection and diagnosis research, Scientific
 * Data 4 (2017) 170177.
 */
export const CBIS: LayoutReader = {
  layout: 'cbis',

  recognises: async (folder) => (await cbisTables(folder)).length > 0,

  async list(folder): Promise<CaseListing> {
    const tables = await cbisTables(folder);
    if (tables.length === 0) {
      throw new ImagingError(
        'missing-folder',
        `${folder.root} has none of the tables of CBIS-DDSM, such as mass_case_description_train_set.csv, nor has csv/ in it.`,
      );
    }
    const listed = await readCbisTables(folder, tables);
    const inside = join(folder.root, IMAGES);
    const images = (await folder.has(inside)) ? inside : folder.root;
    const cases: DataCase[] = [];
    const refused: RefusedCase[] = [];
    for (const view of listed.sort((a, b) => (a.imageFolder < b.imageFolder ? -1 : 1))) {
      const found = await filesOf(folder, images, view);
      if (found.kind === 'refused') refused.push(found.refused);
      else
        cases.push({
          ...{ file: view.imageFolder, patient: view.patient, facts: view.facts, maskKind: 'outline' },
          read: () => readCase(folder, found.image, found.findings),
        });
    }
    const known = new Set(listed.flatMap(({ folders }) => [...folders]));
    const unlisted = (await folder.names(images, IMAGES)).filter((name) => VIEW_FOLDER.test(name) && !known.has(name));
    return { layout: 'cbis', cases, refused, unlistedImages: unlisted.length };
  },
};

interface Finding {
  readonly name: string;
  readonly paths: readonly string[];
}

type Files =
  | { readonly kind: 'files'; readonly image: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly refused: RefusedCase };

async function filesOf(folder: DataFolder, images: string, view: ListedView): Promise<Files> {
  const file = view.imageFolder;
  const refusal = (code: RefusedCase['code'], message: string): Files => ({
    kind: 'refused',
    refused: { file, code, message },
  });
  const [image, ...others] = await dicomsBelow(folder, join(images, file), file, FOLDERS_BELOW);
  if (image === undefined)
    return refusal('missing-file', `The tables list ${file}, of which no image is there. Add it or remove its rows.`);
  if (others.length > 0)
    return refusal('unclear-role', `${file} has ${others.length + 1} images where there is one. Get it anew.`);
  const findings: Finding[] = [];
  for (const name of view.massFolders) {
    const paths = await dicomsBelow(folder, join(images, name), name, FOLDERS_BELOW);
    if (paths.length === 0)
      return refusal('missing-mask', `${file} has no mask in ${name}. Add it or remove the image's rows.`);
    findings.push({ name, paths });
  }
  return { kind: 'files', image, findings };
}

/** @returns paths of the files *.dcm in a folder and in the folders below it, sorted. */
async function dicomsBelow(folder: DataFolder, dir: string, name: string, depth: number): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await folder.names(dir, name)) {
    if (/\.dcm$/i.test(entry)) found.push(join(dir, entry));
    else if (depth > 0) found.push(...(await dicomsBelow(folder, join(dir, entry), name, depth - 1)));
  }
  return found;
}

async function readCase(folder: DataFolder, path: string, findings: readonly Finding[]): Promise<CaseImage> {
  const { pixels, voi, spacing, flags } = await readDicomFile(folder, path, nameOf(path));
  const mask = emptyMask(pixels);
  let isRescaled = false;
  for (const { name, paths } of findings) {
    const files: FindingFile[] = [];
    for (const one of paths) files.push({ name: nameOf(one), image: await readDicomFile(folder, one, nameOf(one)) });
    const found = maskOfFinding(files, name);
    const marked = inSizeOf(pixels, found);
    isRescaled ||= found.image.pixels.width !== pixels.width || found.image.pixels.height !== pixels.height;
    marked.forEach((value, i) => {
      if (value !== 0) mask.mask[i] = 1;
    });
  }
  return { pixels, mask, voi, spacing, flags: isRescaled ? [...flags, RESCALED] : flags };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The folder of the view or finding, and the file: the names between are long numbers. */
function nameOf(path: string): string {
  const parts = path.split(/[/\\]/);
  const at = parts.findLastIndex((part) => /^(?:Mass|Calc)-/.test(part));
  return `${parts[Math.max(0, at)]}/…/${basename(path)}`;
}

/** Takes for each pixel the one whose centre is nearest: a mask has nothing in between. */
function nearest(marked: Uint8Array, from: Size, to: Size): Uint8Array {
  const result = new Uint8Array(to.width * to.height);
  for (let y = 0, at = 0; y < to.height; y++) {
    const row = Math.floor(((y + 0.5) * from.height) / to.height) * from.width;
    for (let x = 0; x < to.width; x++, at++) result[at] = marked[row + Math.floor(((x + 0.5) * from.width) / to.width)];
  }
  return result;
}

/**
 * @returns a mask's pixels, not 0 where marked, in the size of its image.
 * @throws ImagingError `size-mismatch` if its proportions are others: it may be of another image, or cut.
 */
function inSizeOf({ width, height }: GreyPixels, { name, image }: FindingFile): MaskPixels['mask'] {
  const from = image.pixels;
  const marked = Uint8Array.from(from.grey, (value) => (value === 0 ? 0 : 1));
  if (from.width === width && from.height === height) return marked;
  const distortion = from.width / from.height / (width / height) - 1;
  if (Math.abs(distortion) <= SHAPE_TOLERANCE) return nearest(marked, from, { width, height });
  throw new ImagingError(
    'size-mismatch',
    `${name} is ${from.width}x${from.height} pixels and its image ${width}x${height}, of another shape. Leave it out, or get ` +
      'both anew from their source.',
    { imageWidth: width, imageHeight: height, maskWidth: from.width, maskHeight: from.height },
  );
}
