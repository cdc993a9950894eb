import { join } from 'node:path';
import { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';
import { LAYOUTS, type CaseListing, type Layout, type LayoutReader } from './layout.js';
import { CBIS } from './cbis.js';
import { DICOM_FOLDER } from './dicom-folder.js';
import { INBREAST } from './inbreast.js';
import { MANIFEST_CSV } from './manifest.js';
import { MIAS } from './mias.js';
import { PAIRS } from './pairs.js';
import { VINDR } from './vindr.js';

/** Layouts that are told by a few names. */
const LAYOUT_READERS: readonly LayoutReader[] = [PAIRS, INBREAST, CBIS, VINDR, MIAS, MANIFEST_CSV];

/**
 * Looks at what a data folder offers; opens no image.
 * @param layout - how it is laid out; if it is not given, the one layout whose marks the folder has.
 * @throws ImagingError `unknown-layout` if the layout is not given and none or several fit; as the layout's reader.
 */
export async function openLayout(dir: string, layout?: Layout): Promise<CaseListing> {
  const folder = await DataFolder.open(dir);
  const reader = layout === undefined ? await recognised(folder) : readerOf(layout);
  return reader.list(folder);
}

async function recognised(folder: DataFolder): Promise<LayoutReader> {
  const fitting: LayoutReader[] = [];
  for (const reader of LAYOUT_READERS) if (await reader.recognises(folder)) fitting.push(reader);
  const [reader] = fitting;
  // It looks at every name in the folder and in those below, so that it is asked where no other fits.
  if (reader === undefined && !(await hasImages(folder)) && (await DICOM_FOLDER.recognises(folder)))
    return DICOM_FOLDER;
  if (reader !== undefined && fitting.length === 1) return reader;
  const names = (readers: readonly LayoutReader[]): string => readers.map((one) => one.layout).join(', ');
  if (fitting.length > 1) {
    throw new ImagingError(
      'unknown-layout',
      `${folder.root} looks like more than one layout: ${names(fitting)}. Name the one that it is with --layout.`,
      { fitting: fitting.length },
    );
  }
  // Its own refusal says what is missing.
  if (await hasImages(folder)) return PAIRS;
  throw new ImagingError(
    'unknown-layout',
    `${folder.root} looks like none of the layouts that are read (${LAYOUTS.join(', ')}). Check the path, or name the ` +
      'layout with --layout to hear what is missing.',
    { fitting: 0 },
  );
}

async function hasImages(folder: DataFolder): Promise<boolean> {
  return folder.has(join(folder.root, 'images'));
}

function readerOf(layout: Layout): LayoutReader {
  const reader = [...LAYOUT_READERS, DICOM_FOLDER].find((one) => one.layout === layout);
  if (reader !== undefined) return reader;
  throw new ImagingError('bad-argument', `The layout must be one of ${LAYOUTS.join(', ')}, not ${layout}.`);
}
