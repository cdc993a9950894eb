import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';
import { listPairs, maskName, type PairRecord } from '../pairs-index.js';
import { readImage, readMask, requireSameSize } from '../read-pair.js';
import { factsOfColumns } from './facts.js';
import type { CaseImage, CaseListing, DataCase, LayoutReader, RefusedCase } from './layout.js';

/** images/NAME.(png|jpg|jpeg|pgm) and masks/NAME.png, with or without index.csv; see `readPairsIndex`. */
export const PAIRS: LayoutReader = {
  layout: 'pairs',

  async recognises(folder) {
    const [images, masks] = ['images', 'masks'].map((name) => folder.has(join(folder.root, name)));
    return (await images) && (await masks);
  },

  async list(folder): Promise<CaseListing> {
    const { records, unlistedImages } = await listPairs(folder);
    const cases: DataCase[] = [];
    const refused: RefusedCase[] = [];
    for (const record of records) {
      const { file, patient, columns } = record;
      if (await folder.has(record.maskPath))
        cases.push({
          ...{ file, patient, facts: factsOfColumns(columns), maskKind: 'outline' },
          read: () => readPair(folder, record),
        });
      else refused.push({ file, code: 'missing-mask', message: missingMask(record).message });
    }
    return { layout: 'pairs', cases, refused, unlistedImages };
  },
};

async function readPair(folder: DataFolder, { file, imagePath, maskPath }: PairRecord): Promise<CaseImage> {
  const [imageName, maskFile] = [`images/${file}`, `masks/${maskName(file)}`];
  const pixels = await readImage(folder, imagePath, imageName);
  const mask = await readMask(folder, maskPath, maskFile);
  requireSameSize(pixels, imageName, mask, maskFile);
  return { pixels, mask, voi: null, spacing: null, flags: [] };
}

function missingMask({ file }: PairRecord): ImagingError {
  return new ImagingError(
    'missing-mask',
    `images/${file} has no masks/${maskName(file)}. Add the mask or remove the image.`,
  );
}
