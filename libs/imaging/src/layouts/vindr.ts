import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';
import { MAX_INDEX_BYTES } from '../limits.js';
import { CLIPPED } from './case-flags.js';
import { emptyMask, markBox } from './draw-mask.js';
import { densityOf, lateralityOf, viewOf } from './facts.js';
import type { CaseFacts, CaseImage, CaseListing, DataCase, LayoutReader, RefusedCase } from './layout.js';
import { readDicomFile } from './read-image-file.js';
import { badTable, parseTable, type TableRow } from './table.js';

const FINDINGS = 'finding_annotations.csv';
const BREASTS = 'breast-level_annotations.csv';
const IMAGES = 'images';
const COMMON_COLUMNS = ['study_id', 'image_id'] as const;
const EDGES = ['xmin', 'ymin', 'xmax', 'ymax'] as const;

/** Edges in pixels of the image, fractions kept. */
interface FindingBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface ListedImage {
  readonly study: string;
  readonly image: string;
  readonly facts: CaseFacts;
  /** In pixels, as the table says; null if it does not. The boxes are counted in it. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly masses: (FindingBox | null)[];
}

/**
 * VinDr-Mammo: images/STUDY/IMAGE.dicom, findings as boxes in finding_annotations.csv, one row for each image in
 * breast-level_annotations.csv. Boxes of masses become weak masks: the whole box is marked. The data set names no
 * patients; what is kept together is the study.
 * @see Nguyen et al., VinDr-Mammo: a large-scale benchmark dataset, Scientific Data 10 (2023) 277.
 */
export const VINDR: LayoutReader = {
  layout: 'vindr',

  recognises: (folder) => folder.has(join(folder.root, FINDINGS)),

  async list(folder): Promise<CaseListing> {
    const listed = await readTables(folder);
    const cases: DataCase[] = [];
    const refused: RefusedCase[] = [];
    const onDisk = await imagesOnDisk(folder);
    for (const one of [...listed.values()].sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1))) {
      const file = fileOf(one);
      if (!onDisk.delete(file)) {
        const message = `The tables list ${file}, which is not in ${IMAGES}/. Add the image or remove its rows.`;
        refused.push({ file, code: 'missing-file', message });
      } else if (one.masses.includes(null)) {
        const message = `${file} has a mass without a box in ${FINDINGS}: the image is neither a positive nor a negative.`;
        refused.push({ file, code: 'unmarked-finding', message });
      } else {
        cases.push({
          ...{ file, patient: one.study, facts: one.facts, maskKind: 'box' },
          read: () => readCase(folder, one),
        });
      }
    }
    return { layout: 'vindr', cases, refused, unlistedImages: onDisk.size };
  },
};

function fileOf({ study, image }: Pick<ListedImage, 'study' | 'image'>): string {
  return `${study}/${image}.dicom`;
}

async function imagesOnDisk(folder: DataFolder): Promise<Set<string>> {
  const root = join(folder.root, IMAGES);
  const found = new Set<string>();
  for (const study of await folder.names(root, `${IMAGES}/`)) {
    for (const name of await folder.names(join(root, study), `${IMAGES}/${study}`)) {
      if (/\.dicom$/i.test(name)) found.add(`${study}/${name}`);
    }
  }
  return found;
}

/** @returns by study and image; whoever has no finding is in the other table alone. */
async function readTables(folder: DataFolder): Promise<Map<string, ListedImage>> {
  const rows = async (name: string, neededColumns: readonly string[]): Promise<TableRow[]> =>
    parseTable(await folder.read(join(folder.root, name), name, MAX_INDEX_BYTES, 'bad-index'), { name, neededColumns });
  const images = new Map<string, ListedImage>();
  const imageOf = (name: string, row: TableRow): ListedImage => {
    const [study, image] = COMMON_COLUMNS.map((column) => plainId(row, column, name));
    const key = fileOf({ study, image });
    const known = images.get(key) ?? { study, image, facts: factsOf(row), size: sizeOf(row), masses: [] };
    images.set(key, known);
    return known;
  };
  if (await folder.has(join(folder.root, BREASTS)))
    for (const row of await rows(BREASTS, COMMON_COLUMNS)) imageOf(BREASTS, row);
  for (const row of await rows(FINDINGS, [...COMMON_COLUMNS, 'finding_categories', ...EDGES])) {
    const { masses } = imageOf(FINDINGS, row);
    if (categoriesOf(row).includes('Mass')) masses.push(boxOf(row));
  }
  if (images.size === 0) throw badTable(FINDINGS, 'lists no image', 'Get it anew from its source.');
  return images;
}

/** Ids become parts of paths. */
function plainId({ where, columns }: TableRow, column: string, name: string): string {
  const id = columns[column];
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) return id;
  throw new ImagingError('unsafe-path', `${name} has '${id}' for ${column} in ${where}, which is no plain name.`);
}

function factsOf({ columns }: TableRow): CaseFacts {
  return {
    laterality: lateralityOf(columns['laterality']),
    view: viewOf(columns['view_position']),
    // BI-RADS is an assessment and no pathology.
    pathology: null,
    density: densityOf(columns['breast_density']),
  };
}

function sizeOf({ columns }: TableRow): ListedImage['size'] {
  const [width, height] = [Number(columns['width']), Number(columns['height'])];
  return Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0 ? { width, height } : null;
}

/** The text of a Python list of strings: ['Mass', 'Skin Thickening']. */
function categoriesOf({ where, columns }: TableRow): string[] {
  const text = columns['finding_categories'];
  const item = String.raw`(?:'[^']*'|"[^"]*")`;
  if (!new RegExp(`^\\[\\s*(?:${item}\\s*(?:,\\s*${item}\\s*)*)?\\]$`).test(text))
    throw badTable(FINDINGS, `has finding_categories that are no list in ${where}`, 'Get it anew from its source.');
  return [...text.matchAll(new RegExp(item, 'g'))].map(([quoted]) => quoted.slice(1, -1));
}

/** @returns null if the row gives no box. */
function boxOf({ where, columns }: TableRow): FindingBox | null {
  const fields = EDGES.map((edge) => columns[edge]);
  if (fields.every((field) => field === '')) return null;
  const [left, top, right, bottom] = fields.map((field) => (field === '' ? NaN : Number(field)));
  if (left < right && top < bottom && [left, top, right, bottom].every(Number.isFinite))
    return { left, top, right, bottom };
  throw badTable(FINDINGS, `has a box that is none in ${where}`, 'Get it anew from its source.');
}

async function readCase(folder: DataFolder, one: ListedImage): Promise<CaseImage> {
  const file = fileOf(one);
  const { pixels, voi, spacing, flags } = await readDicomFile(folder, join(folder.root, IMAGES, file), file);
  const { width, height } = pixels;
  if (one.size !== null && (one.size.width !== width || one.size.height !== height)) {
    throw new ImagingError(
      'size-mismatch',
      `${file} is ${width}x${height} pixels, but its boxes count in ${one.size.width}x${one.size.height}. Get the image ` +
        'anew from its source.',
      { imageWidth: width, imageHeight: height, tableWidth: one.size.width, tableHeight: one.size.height },
    );
  }
  const mask = emptyMask(pixels);
  let isClipped = false;
  for (const box of one.masses) {
    if (box === null) continue;
    markBox(mask, box);
    isClipped ||= box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
  }
  return { pixels, mask, voi, spacing, flags: isClipped ? [...flags, CLIPPED] : flags };
}
