import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';
import { MAX_INDEX_BYTES } from '../limits.js';
import { readImage } from '../read-pair.js';
import { CLIPPED } from './case-flags.js';
import { emptyMask, markCircle } from './draw-mask.js';
import { worstPathology } from './facts.js';
import type { CaseFacts, CaseImage, CaseListing, DataCase, LayoutReader, PixelSpacing, RefusedCase } from './layout.js';
import { badTable } from './table.js';

const INFO = 'Info.txt';
/** Where the images lie, seen from Info.txt: beside it, as they were published, or in a folder of this name. */
const IMAGE_FOLDERS = ['', 'all-mias/'] as const;
/** Side of every image, pixels; the rows of Info.txt are counted in it. */
const SIDE = 1024;
/** The films were scanned at 0.05 mm and reduced to 0.2 mm, say the notes of the database; the files themselves say nothing. */
const SPACING: PixelSpacing = { rowMm: 0.2, columnMm: 0.2, at: 'detector' };
/** The classes of Info.txt that are masses: circumscribed, spiculated, other. The rest are findings of other kinds. */
const MASSES = new Set(['CIRC', 'SPIC', 'MISC']);
const IMAGE_NAME = /^mdb\d{3}\.pgm$/i;
const LINE = /^(mdb\d{3})\s+[FGD]\s+(CALC|CIRC|SPIC|MISC|ARCH|ASYM|NORM)(?:\s+([BM]))?(?:\s+(.*))?$/;
const CIRCLE = /^(\d{1,4})\s+(\d{1,4})\s+(\d{1,4})$/;

interface Finding {
  readonly kind: string;
  readonly pathology: CaseFacts['pathology'];
  /** In pixels; `x` from the left, `yFromBottom` from the lowest row upwards. Null where none is given. */
  readonly circle: { readonly x: number; readonly yFromBottom: number; readonly radius: number } | null;
}

/**
 * mini-MIAS: mdb001.pgm to mdb322.pgm of 1024×1024 pixels and Info.txt, which gives each finding a circle. Masses are
 * marked, as filled circles. Images 2k−1 and 2k are the right and left breast of one person.
 * @see Suckling et al., The Mammographic Image Analysis Society digital mammogram database (1994), and the notes in its
 * Info.txt.
 */
export const MIAS: LayoutReader = {
  layout: 'mias',

  async recognises(folder) {
    if (!(await folder.has(join(folder.root, INFO)))) return false;
    return (await imagesIn(folder)).size > 0;
  },

  async list(folder): Promise<CaseListing> {
    const images = await imagesIn(folder);
    const listed = parseInfo(await folder.read(join(folder.root, INFO), INFO, MAX_INDEX_BYTES, 'bad-index'));
    const cases: DataCase[] = [];
    const refused: RefusedCase[] = [];
    for (const [id, findings] of listed) {
      const file = `${id}.pgm`;
      const path = images.get(file);
      if (path === undefined) {
        const message = `${INFO} lists ${file}, which is not there. Add the image or remove the line.`;
        refused.push({ file, code: 'missing-file', message });
      } else if (findings.some(({ kind, circle }) => kind !== 'NORM' && circle === null)) {
        const message = `${file} has a finding without a circle in ${INFO}: the image is neither a positive nor a negative.`;
        refused.push({ file, code: 'unmarked-finding', message });
      } else cases.push(caseOf(folder, id, path, findings));
    }
    const unlistedImages = [...images.keys()].filter((file) => !listed.has(file.slice(0, -'.pgm'.length))).length;
    const byFile = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : 1);
    return { layout: 'mias', cases: cases.sort(byFile), refused: refused.sort(byFile), unlistedImages };
  },
};

/** @returns paths by the names of files, in small letters as Info.txt has them. */
async function imagesIn(folder: DataFolder): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const place of IMAGE_FOLDERS) {
    const dir = join(folder.root, place);
    for (const name of await folder.names(dir, place)) {
      if (IMAGE_NAME.test(name)) found.set(name.toLowerCase(), join(dir, name));
    }
  }
  return found;
}

/** Lines that do not begin with an image's name are its notes. */
function parseInfo(bytes: Uint8Array): Map<string, Finding[]> {
  const listed = new Map<string, Finding[]>();
  new TextDecoder('latin1')
    .decode(bytes)
    .split(/\r\n|\r|\n/)
    .forEach((line, i) => {
      if (!/^mdb\d/.test(line)) return;
      const match = LINE.exec(line.trim());
      if (match === null) throw senseless(i);
      const [, id, kind, severity, place = ''] = match;
      const circle = CIRCLE.exec(place.trim());
      // A note, such as *NOTE 3*, stands in place of a circle.
      if (circle === null && /\d/.test(place.replace(/\*?NOTE\s+\d+\*?/i, ''))) throw senseless(i);
      const [x, yFromBottom, radius] = (circle ?? []).slice(1).map(Number);
      const findings = listed.get(id) ?? [];
      findings.push({
        kind,
        pathology: severity === undefined ? null : severity === 'M' ? 'malignant' : 'benign',
        circle: circle === null || radius === 0 ? null : { x, yFromBottom, radius },
      });
      listed.set(id, findings);
    });
  if (listed.size === 0) throw badTable(INFO, 'lists no image', 'It has a line such as "mdb001 G CIRC B 535 425 197".');
  return listed;
}

function senseless(line: number): ImagingError {
  return badTable(INFO, `makes no sense in line ${line + 1}`, 'Get it anew from its source.');
}

function caseOf(folder: DataFolder, id: string, path: string, findings: readonly Finding[]): DataCase {
  const number = Number(id.slice('mdb'.length));
  const masses = findings.filter(({ kind }) => MASSES.has(kind));
  const counted = masses.length > 0 ? masses : findings;
  return {
    file: `${id}.pgm`,
    patient: `pair ${Math.ceil(number / 2)}`,
    facts: {
      laterality: number % 2 === 0 ? 'L' : 'R',
      // The whole database is of this view.
      view: 'MLO',
      pathology: worstPathology(counted.map(({ pathology }) => pathology)),
      // Its three classes of tissue are not ACR's four.
      density: null,
    },
    maskKind: 'circle',
    read: () => readCase(folder, `${id}.pgm`, path, masses),
  };
}

async function readCase(
  folder: DataFolder,
  file: string,
  path: string,
  masses: readonly Finding[],
): Promise<CaseImage> {
  const pixels = await readImage(folder, path, file);
  const { width, height } = pixels;
  if (width !== SIDE || height !== SIDE) {
    throw new ImagingError(
      'size-mismatch',
      `${file} is ${width}x${height} pixels, but ${INFO} counts in ${SIDE}x${SIDE}. Get the image anew from its source.`,
      { imageWidth: width, imageHeight: height },
    );
  }
  const mask = emptyMask(pixels);
  let isClipped = false;
  for (const { circle } of masses) {
    if (circle === null) continue;
    const { x, radius } = circle;
    const y = SIDE - 1 - circle.yFromBottom;
    markCircle(mask, { x, y }, radius);
    isClipped ||= x - radius < 0 || y - radius < 0 || x + radius > SIDE - 1 || y + radius > SIDE - 1;
  }
  return { pixels, mask, voi: null, spacing: SPACING, flags: isClipped ? [CLIPPED] : [] };
}
