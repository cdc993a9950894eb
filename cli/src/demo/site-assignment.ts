import { seededRng, shuffled } from '@mammofed/core';
import { splitPart, type PairRecord, type SplitPart } from '@mammofed/imaging';
import { CliError } from '../errors.js';
import { counted } from '../formats.js';
import { MAX_SITES } from './defaults.js';

export interface AssignedSite {
  /** Safe as a folder's name and as a site's name on the wire. */
  readonly name: string;
  /** The column's value that the site stands for; null where patients were dealt out at random. */
  readonly value: string | null;
  readonly records: readonly PairRecord[];
}

export interface Assignment {
  /** In words, how images got to their sites. */
  readonly how: string;
  readonly sites: readonly AssignedSite[];
}

export interface AssignmentRequest {
  readonly records: readonly PairRecord[];
  readonly by: string | undefined;
  readonly siteCount: number | undefined;
  /** Used where neither a column nor `siteCount` says. */
  readonly usualSiteCount: number;
  readonly seed: number;
  readonly study: string;
}

const SITE_COLUMN = 'site';

/**
 * Deals a data set's images out to sites: a `site` column wins; else the column `by`; else whole patients at random.
 * @throws CliError `bad-usage` | `bad-data`.
 */
export function assignSites(request: AssignmentRequest): Assignment {
  const { records, by } = request;
  if (records.length === 0)
    throw new CliError('bad-data', 'The data folder has no images. Put them into images/ and masks/.');
  const columns = Object.keys(records[0]?.columns ?? {});
  if (by !== undefined && !columns.includes(by)) {
    const known = columns.length === 0 ? 'there is no index.csv' : `index.csv has: ${columns.join(', ')}`;
    throw new CliError(
      'bad-usage',
      `There is no column '${by}' to make sites by (${known}). Give --by one of its columns.`,
    );
  }
  if (!columns.includes(SITE_COLUMN)) return by === undefined ? atRandom(request) : byColumn(request, by);
  const assignment = byColumn(request, SITE_COLUMN);
  const isOverruled = by !== undefined && by !== SITE_COLUMN;
  return isOverruled ? { ...assignment, how: `${assignment.how}, which goes before --by ${by}` } : assignment;
}

function byColumn({ records, siteCount }: AssignmentRequest, column: string): Assignment {
  const groups = new Map<string, PairRecord[]>();
  for (const record of records) {
    const value = record.columns[column] ?? '';
    if (value === '')
      throw new CliError('bad-data', `${record.file} has no value in the column '${column}' of index.csv. Fill it in.`);
    groups.set(value, [...(groups.get(value) ?? []), record]);
  }
  const values = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1));
  if (siteCount !== undefined && siteCount !== values.length) {
    throw new CliError(
      'bad-usage',
      `--sites ${siteCount} disagrees with the column '${column}', which names ${counted(values.length, 'site')}. Leave --sites out, or correct the column.`,
    );
  }
  refuseTooMany(values.length, `The column '${column}'`);
  const names = safeNames(values);
  return {
    how: `by the column '${column}'`,
    sites: values.map((value, i) => ({ name: names[i] ?? '', value, records: groups.get(value) ?? [] })),
  };
}

/**
 * Whole patients, seeded. They are dealt out part by part of the study's split, so that every site gets its share of
 * training, validation and test patients: left to chance alone, small data often leaves one site without a test set.
 */
function atRandom({ records, siteCount, usualSiteCount, seed, study }: AssignmentRequest): Assignment {
  const count = siteCount ?? usualSiteCount;
  const byPatient = new Map<string, PairRecord[]>();
  for (const record of records) byPatient.set(record.patient, [...(byPatient.get(record.patient) ?? []), record]);
  if (byPatient.size < count) {
    throw new CliError(
      'bad-usage',
      `${counted(byPatient.size, 'patient')} cannot be dealt out to ${count} sites. Give a smaller --sites.`,
    );
  }
  refuseTooMany(count, '--sites');
  const parts: Record<SplitPart, string[]> = { train: [], validation: [], test: [] };
  for (const patient of byPatient.keys()) parts[splitPart(study, patient)].push(patient);
  const rng = seededRng('demo-sites', seed);
  // Each part begins at the site where the last one ended, so that the totals stay even too.
  const line = [parts.train, parts.validation, parts.test].flatMap((patients) => shuffled(rng, patients));
  const siteOf = new Map(line.map((patient, i) => [patient, i % count]));
  return {
    how: 'patient by patient at random',
    sites: Array.from({ length: count }, (_, site) => ({
      name: `site-${site + 1}`,
      value: null,
      records: records.filter(({ patient }) => siteOf.get(patient) === site),
    })),
  };
}

function refuseTooMany(count: number, what: string): void {
  if (count <= MAX_SITES) return;
  throw new CliError(
    'bad-usage',
    `${what} asks for ${count} sites; the demo runs at most ${MAX_SITES} on one machine.`,
  );
}

/**
 * Names for folders and for the wire, one for each value, all different, also on disks that ignore case, and none in the
 * way of another's data folder (`NAME-data`).
 */
export function safeNames(values: readonly string[]): string[] {
  const taken = new Set<string>();
  return values.map((value) => {
    const plain = safeName(value);
    for (let i = 1; ; i++) {
      const name = i === 1 ? plain : `${plain}-${i}`;
      const key = name.toLowerCase();
      const inTheWay = [key, `${key}-data`, key.endsWith('-data') ? key.slice(0, -'-data'.length) : key];
      if (inTheWay.some((other) => taken.has(other))) continue;
      taken.add(key);
      return name;
    }
  });
}

/** A name for folders and for the wire that is close to `value`. */
export function safeName(value: string): string {
  const plain = value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 48);
  return plain === '' ? 'site' : plain;
}
