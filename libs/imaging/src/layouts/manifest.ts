import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';
import { MAX_INDEX_BYTES } from '../limits.js';
import { readMask, requireSameSize } from '../read-pair.js';
import { factsOfColumns } from './facts.js';
import type { CaseListing, DataCase, LayoutReader, RefusedCase } from './layout.js';
import { readImageFile } from './read-image-file.js';
import { badTable, parseTable, relativePath, type TableRow } from './table.js';

const MANIFEST = 'manifest.csv';
const NEEDED_COLUMNS = ['image', 'patient'] as const;

interface Entry {
  readonly image: string;
  readonly mask: string | null;
  readonly patient: string;
  readonly columns: TableRow['columns'];
}

/**
 * manifest.csv (UTF-8, commas, a header line): `image`, `patient` and, where they are known, `mask`, `laterality`, `view`,
 * `pathology`, `density`. Paths are relative to the folder, with / between folders. Images are PNG, JPEG, PGM or DICOM,
 * told by their content; masks PNG. An empty `mask` is an image without a reference, not one without a mass.
 */
export const MANIFEST_CSV: LayoutReader = {
  layout: 'manifest',

  recognises: (folder) => folder.has(join(folder.root, MANIFEST)),

  async list(folder): Promise<CaseListing> {
    const path = join(folder.root, MANIFEST);
    const entries = parseManifest(await folder.read(path, MANIFEST, MAX_INDEX_BYTES, 'bad-index'));
    const cases: DataCase[] = [];
    const refused: RefusedCase[] = [];
    for (const entry of entries.sort((a, b) => (a.image < b.image ? -1 : 1))) {
      const { image, mask } = entry;
      const refuse = (code: RefusedCase['code'], what: string, advice: string): void => {
        refused.push({ file: image, code, message: `${MANIFEST} lists ${what}, which is not there. ${advice}` });
      };
      if (!(await folder.has(join(folder.root, image)))) refuse('missing-file', image, 'Add it or remove the row.');
      else if (mask !== null && !(await folder.has(join(folder.root, mask))))
        refuse('missing-mask', `the mask ${mask}`, 'Add it or leave the field empty.');
      else cases.push(caseOf(folder, entry));
    }
    // What else lies in the folder is not looked at: any file may be an image.
    return { layout: 'manifest', cases, refused, unlistedImages: 0 };
  },
};

function parseManifest(bytes: Uint8Array): Entry[] {
  const owners = new Map<string, string>();
  const own = (path: string, where: string): void => {
    const owner = owners.get(path);
    if (owner !== undefined)
      throw new ImagingError('duplicate-file', `${MANIFEST} lists ${path} in ${owner} and in ${where}. Remove one.`);
    owners.set(path, where);
  };
  const rows = parseTable(bytes, { name: MANIFEST, neededColumns: NEEDED_COLUMNS });
  return rows.map(({ where, columns }) => {
    const { patient } = columns;
    if (patient === '')
      throw badTable(
        MANIFEST,
        `has no patient in ${where}`,
        'Without it the split could put one person on both sides.',
      );
    const image = relativePath(columns['image'], MANIFEST, where);
    own(image, where);
    const mask = (columns['mask'] ?? '') === '' ? null : relativePath(columns['mask'], MANIFEST, where);
    if (mask !== null) own(mask, where);
    return { image, mask, patient, columns };
  });
}

function caseOf(folder: DataFolder, { image, mask, patient, columns }: Entry): DataCase {
  return {
    file: image,
    patient,
    facts: factsOfColumns(columns),
    maskKind: mask === null ? 'none' : 'outline',
    async read() {
      const read = await readImageFile(folder, join(folder.root, image), image);
      if (mask === null) return { ...read, mask: null };
      const marked = await readMask(folder, join(folder.root, mask), mask);
      requireSameSize(read.pixels, image, marked, mask);
      return { ...read, mask: marked };
    },
  };
}
