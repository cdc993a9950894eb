import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';
import { MAX_INDEX_BYTES } from '../limits.js';
import { CLIPPED } from './case-flags.js';
import { emptyMask, markOutline, type Point } from './draw-mask.js';
import { densityOf, lateralityOf, viewOf } from './facts.js';
import { massOutlines } from './inbreast-outlines.js';
import type { CaseFacts, CaseImage, CaseListing, DataCase, LayoutReader, RefusedCase } from './layout.js';
import { readDicomFile } from './read-image-file.js';
import { badTable, parseTable } from './table.js';

const IMAGES = 'AllDICOMs';
const OUTLINES = 'AllXML';
const TABLE = 'INbreast.csv';
/** Number of the image, hash of the patient, side, view. */
const IMAGE_NAME = /^(\d+)_([0-9a-f]{16})_MG_([LR])_([A-Z]+)_ANON\.dcm$/i;

interface Row {
  readonly view: string | null;
  readonly density: CaseFacts['density'];
}

/**
 * INbreast: AllDICOMs/ID_HASH_MG_SIDE_VIEW_ANON.dcm, outlines in AllXML/ID.xml, INbreast.csv separated by semicolons. The
 * hash is the patient. An image without outlines that the table lists has nothing marked on it.
 * @see Moreira et al., INbreast: toward a full-field digital mammographic database, Academic Radiology 19 (2012) 236–248.
 */
export const INBREAST: LayoutReader = {
  layout: 'inbreast',

  recognises: (folder) => folder.has(join(folder.root, IMAGES)),

  async list(folder): Promise<CaseListing> {
    const names = await folder.names(join(folder.root, IMAGES), `${IMAGES}/`);
    if (names.length === 0) {
      throw new ImagingError(
        'missing-folder',
        `${join(folder.root, IMAGES)} is not there or is empty. INbreast has ${IMAGES}/, ${OUTLINES}/ and ${TABLE}.`,
      );
    }
    const outlines = new Set(await folder.names(join(folder.root, OUTLINES), `${OUTLINES}/`));
    const rows = await readTable(folder);
    const cases: DataCase[] = [];
    const refused: RefusedCase[] = [];
    let unlistedImages = 0;
    for (const file of names) {
      const match = IMAGE_NAME.exec(file);
      if (match === null) {
        if (/\.dcm$/i.test(file)) unlistedImages++;
        continue;
      }
      const [, id, patient, side, view] = match;
      const row = rows.get(id);
      const xml = outlines.has(`${id}.xml`) ? `${OUTLINES}/${id}.xml` : null;
      if (xml === null && row === undefined) {
        const message = `${file} has no ${OUTLINES}/${id}.xml and no row in ${TABLE}: nobody says whether it shows a mass.`;
        refused.push({ file, code: 'missing-mask', message });
        continue;
      }
      cases.push({
        ...{ file, patient: patient.toLowerCase(), maskKind: 'outline' },
        facts: {
          laterality: lateralityOf(side),
          // The names say ML of what the table calls MLO.
          view: row?.view ?? viewOf(view === 'ML' ? 'MLO' : view),
          pathology: null,
          density: row?.density ?? null,
        },
        read: () => readCase(folder, file, xml),
      });
    }
    return { layout: 'inbreast', cases, refused, unlistedImages };
  },
};

async function readTable(folder: DataFolder): Promise<Map<string, Row>> {
  const path = join(folder.root, TABLE);
  const rows = new Map<string, Row>();
  if (!(await folder.has(path))) return rows;
  const bytes = await folder.read(path, TABLE, MAX_INDEX_BYTES, 'bad-index');
  const table = parseTable(bytes, { name: TABLE, neededColumns: ['File Name'], delimiter: ';' });
  for (const { where, columns } of table) {
    const id = columns['File Name'];
    if (!/^\d+$/.test(id)) {
      // Lines of separators alone stand at the end of some copies.
      if (Object.values(columns).every((field) => field === '')) continue;
      throw badTable(TABLE, `has no number of an image in ${where}`, 'Get it anew from its source.');
    }
    rows.set(id, { view: viewOf(columns['View']), density: densityOf(columns['ACR']) });
  }
  return rows;
}

async function readCase(folder: DataFolder, file: string, xml: string | null): Promise<CaseImage> {
  // Before the pixels: it is small, and tells most of what can be wrong.
  const outlines =
    xml === null
      ? []
      : massOutlines(await folder.read(join(folder.root, xml), xml, MAX_INDEX_BYTES, 'bad-annotation'), xml);
  const { pixels, voi, spacing, flags } = await readDicomFile(folder, join(folder.root, IMAGES, file), file);
  const mask = emptyMask(pixels);
  for (const outline of outlines) markOutline(mask, outline);
  const isOutside = ({ x, y }: Point): boolean => x < 0 || y < 0 || x > pixels.width || y > pixels.height;
  const isClipped = outlines.some((outline) => outline.some(isOutside));
  return { pixels, mask, voi, spacing, flags: isClipped ? [...flags, CLIPPED] : flags };
}
