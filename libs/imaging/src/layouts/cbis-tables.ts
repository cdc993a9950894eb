import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { MAX_INDEX_BYTES } from '../limits.js';
import { densityOf, lateralityOf, viewOf, worstPathology, pathologyOf } from './facts.js';
import type { CaseFacts } from './layout.js';
import { badTable, parseTable, relativePath } from './table.js';

const TABLE_NAME = /^(?:mass|calc)_case_description_(?:train|test)_set\.csv$/i;
/** Where the tables lie. */
const TABLE_FOLDERS = ['', 'csv/'] as const;
const IMAGE_PATH = 'image file path';
const MASK_PATH = 'roi mask file path';
/** As all four tables have them; in some their words are joined by underscores. */
const NEEDED_COLUMNS = [
  'patient id',
  'left or right breast',
  'image view',
  'abnormality type',
  IMAGE_PATH,
  MASK_PATH,
] as const;

/** One breast in one view, with what all tables say of it. */
export interface ListedView {
  readonly patient: string;
  readonly facts: CaseFacts;
  /** Folder of the image. */
  readonly imageFolder: string;
  /** Folders of the findings that are masses, sorted. */
  readonly massFolders: readonly string[];
  /** Every folder that a table names for it. */
  readonly folders: ReadonlySet<string>;
}

interface Row {
  readonly patient: string;
  readonly laterality: CaseFacts['laterality'];
  readonly view: string | null;
  readonly density: CaseFacts['density'];
  readonly pathology: CaseFacts['pathology'];
  readonly isMass: boolean;
  readonly imageFolder: string;
  readonly maskFolder: string;
}

/** @returns names of the tables that are there, relative to the folder. */
export async function cbisTables(folder: DataFolder): Promise<string[]> {
  const tables: string[] = [];
  for (const place of TABLE_FOLDERS) {
    const names = await folder.names(join(folder.root, place), place);
    tables.push(...names.filter((name) => TABLE_NAME.test(name)).map((name) => `${place}${name}`));
  }
  return tables;
}

/**
 * Reads all tables and joins their rows: an image has a row for each finding, and one with masses and calcifications is in
 * two tables, under two names of folders. It is listed once, by its masses: as an image of calcifications it would pass for
 * one without a mass.
 * @throws ImagingError `bad-index`, `unsafe-path`.
 */
export async function readCbisTables(folder: DataFolder, tables: readonly string[]): Promise<ListedView[]> {
  const views = new Map<string, Row[]>();
  for (const name of tables) {
    const bytes = await folder.read(join(folder.root, name), name, MAX_INDEX_BYTES, 'bad-index');
    for (const row of rowsOf(bytes, name)) {
      const key = [row.patient, row.laterality, row.view].join(' ');
      views.set(key, [...(views.get(key) ?? []), row]);
    }
  }
  return [...views.values()].map(joined);
}

function rowsOf(bytes: Uint8Array, name: string): Row[] {
  const columnName = (text: string): string => text.trim().toLowerCase().replaceAll('_', ' ');
  return parseTable(bytes, { name, neededColumns: NEEDED_COLUMNS, columnName }).map(({ where, columns }) => {
    const patient = columns['patient id'];
    const kind = columns['abnormality type'].toLowerCase();
    const laterality = lateralityOf(columns['left or right breast']);
    const view = viewOf(columns['image view']);
    if (!/^P_\d+$/.test(patient) || laterality === null || view === null || !/^(mass|calcification)$/.test(kind))
      throw badTable(
        name,
        `lacks the patient, side, view or kind of finding in ${where}`,
        'Get it anew from its source.',
      );
    return {
      ...{ patient, laterality, view, isMass: kind === 'mass' },
      density: densityOf(columns['breast density']),
      pathology: pathologyOf(columns['pathology']),
      imageFolder: folderOf(columns[IMAGE_PATH], name, where),
      maskFolder: folderOf(columns[MASK_PATH], name, where),
    };
  });
}

/**
 * The first folder of a path alone is what a download has: the folders below are named anew by some ways of downloading,
 * and the files (000000.dcm) by all.
 */
function folderOf(path: string, name: string, where: string): string {
  return relativePath(path, name, where).split('/')[0];
}

function joined(rows: readonly Row[]): ListedView {
  const masses = rows.filter(({ isMass }) => isMass);
  const counted = masses.length > 0 ? masses : rows;
  const [{ patient, laterality, view, density }] = counted;
  return {
    patient,
    facts: { laterality, view, density, pathology: worstPathology(counted.map(({ pathology }) => pathology)) },
    imageFolder: sorted(counted.map(({ imageFolder }) => imageFolder))[0],
    massFolders: sorted(masses.map(({ maskFolder }) => maskFolder)),
    folders: new Set(rows.flatMap(({ imageFolder, maskFolder }) => [imageFolder, maskFolder])),
  };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
