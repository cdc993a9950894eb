import { parse } from 'csv-parse/sync';
import { ImagingError } from '../errors.js';

/** One line of a table. */
export interface TableRow {
  /** Where a person finds it: 'row 2' is the first below the header, counted in rows and not in lines. */
  readonly where: string;
  /** Every field by its column's name, trimmed. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface TableOptions {
  /** The file as a person knows it, for messages. */
  readonly name: string;
  readonly neededColumns: readonly string[];
  readonly delimiter?: ',' | ';';
  /** Given: columns are known by what this makes of their names. */
  readonly columnName?: (name: string) => string;
}

/**
 * Reads a table with a header line: UTF-8 with or without a byte order mark; quoted fields may hold separators and line
 * ends (RFC 4180, section 2). Every field is trimmed: 'P1 ' and 'P1' are one patient.
 * @throws ImagingError `bad-index`.
 */
export function parseTable(bytes: Uint8Array, options: TableOptions): TableRow[] {
  const { name, neededColumns, columnName = (column) => column } = options;
  const [header, ...lines] = parseCsv(bytes, options);
  if (header === undefined)
    throw badTable(name, 'is empty', `Write a header line with at least ${neededColumns.join(',')}.`);
  const columns = header.map(columnName);
  for (const column of neededColumns) {
    if (!columns.includes(column))
      throw badTable(name, `has no column '${column}'`, `Its columns are: ${header.join(', ')}.`);
  }
  const repeated = columns.find((column, i) => columns.indexOf(column) !== i);
  if (repeated !== undefined) throw badTable(name, `has the column '${repeated}' twice`, 'Remove or rename one.');
  return lines.map((fields, i) => ({
    where: `row ${i + 2}`,
    columns: Object.fromEntries(columns.map((column, at) => [column, fields[at].trim()])),
  }));
}

/**
 * @param problem - follows the file's name: 'has no patient in row 3'.
 * @param advice - a sentence of its own.
 */
export function badTable(name: string, problem: string, advice: string, cause?: unknown): ImagingError {
  return new ImagingError('bad-index', `${name} ${problem}. ${advice}`, {}, cause);
}

/**
 * Takes only names that lead downwards: no other can be outside without a link, and links are looked at when they are opened.
 * @returns `text`: with single separators, so that one file has one name.
 * @throws ImagingError `unsafe-path`.
 */
export function relativePath(text: string, name: string, where: string): string {
  const isPlain = text.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (isPlain && !/[\\:\u0000]/.test(text)) return text;
  throw new ImagingError(
    'unsafe-path',
    `${name} names '${text}' in ${where}; it takes paths inside the folder, such as images/a.png: no .., no leading /.`,
  );
}

function parseCsv(bytes: Uint8Array, { name, delimiter = ',' }: TableOptions): string[][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw badTable(name, 'is not UTF-8 text', 'Save it as "CSV UTF-8".', error);
  }
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, delimiter }) as string[][];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const separated = delimiter === ',' ? 'comma-separated' : 'semicolon-separated';
    throw badTable(name, `is not a ${separated} table`, `${reason}.`, error);
  }
}
