import { describe, expect, it } from '@jest/globals';
import { splitPart, type PairRecord } from '@mammofed/imaging';
import { CliError } from '../errors.js';
import { assignSites, safeNames, type AssignmentRequest } from './site-assignment.js';

function record(file: string, patient: string, columns: Record<string, string> = {}): PairRecord {
  return {
    file,
    patient,
    columns: { file, patient, ...columns },
    imagePath: `/d/images/${file}`,
    maskPath: `/d/masks/${file}`,
  };
}

/** `count` patients with two images each. */
function patients(count: number, columnsOf: (patient: number) => Record<string, string> = () => ({})): PairRecord[] {
  return Array.from({ length: count }, (_, i) =>
    [0, 1].map((view) => record(`p${i}-${view}.png`, `p${i}`, columnsOf(i))),
  ).flat();
}

const request = (records: readonly PairRecord[], changes: Partial<AssignmentRequest> = {}): AssignmentRequest => ({
  records,
  by: undefined,
  siteCount: undefined,
  usualSiteCount: 3,
  seed: 7,
  study: 'demo',
  ...changes,
});

function refusal(asked: AssignmentRequest): CliError {
  try {
    assignSites(asked);
  } catch (error) {
    if (error instanceof CliError) return error;
  }
  throw new Error('nothing refused');
}

const content = (asked: AssignmentRequest) =>
  assignSites(asked).sites.map(({ name, records }) => [name, records.map(({ file }) => file)]);

describe('assignSites', () => {
  it('lets a site column win, also over --by, and says so', () => {
    const records = patients(4, (i) => ({ site: i % 2 === 0 ? 'north' : 'south', scanner: 'one' }));
    const { how, sites } = assignSites(request(records, { by: 'scanner', siteCount: 2 }));
    expect(how).toBe("by the column 'site', which goes before --by scanner");
    expect(sites.map(({ name, value, records: images }) => [name, value, images.length])).toEqual([
      ['north', 'north', 4],
      ['south', 'south', 4],
    ]);
  });

  it('refuses --sites that disagree with the column', () => {
    const error = refusal(
      request(
        patients(4, (i) => ({ site: `s${i % 2}` })),
        { siteCount: 3 },
      ),
    );
    expect(error.code).toBe('bad-usage');
    expect(error.message).toMatch(/--sites 3 disagrees with the column 'site', which names 2 sites/);
  });

  it('refuses a column that is not there, also beside a site column', () => {
    expect(refusal(request(patients(4), { by: 'scanner' })).message).toMatch(/no column 'scanner'.*file, patient/);
    expect(
      refusal(
        request(
          patients(4, () => ({ site: 'a' })),
          { by: 'scanner' },
        ),
      ).code,
    ).toBe('bad-usage');
    const bare = patients(4).map((one) => ({ ...one, columns: {} }));
    expect(refusal(request(bare, { by: 'scanner' })).message).toMatch(/there is no index\.csv/);
  });

  it('makes a site of each value of --by, in the order of the values', () => {
    const { sites, how } = assignSites(
      request(
        patients(6, (i) => ({ scanner: ['GE', 'Hologic', 'Fuji'][i % 3] ?? '' })),
        { by: 'scanner' },
      ),
    );
    expect(how).toBe("by the column 'scanner'");
    expect(sites.map(({ name }) => name)).toEqual(['Fuji', 'GE', 'Hologic']);
    expect(sites.flatMap(({ records }) => records)).toHaveLength(12);
  });

  it('refuses an empty value, no images, too many sites and more sites than patients', () => {
    expect(
      refusal(
        request(
          patients(2, (i) => ({ scanner: i === 0 ? 'GE' : '' })),
          { by: 'scanner' },
        ),
      ).message,
    ).toMatch(/p1-0\.png has no value/);
    expect(refusal(request([])).code).toBe('bad-data');
    expect(refusal(request(patients(20), { by: 'patient' })).message).toMatch(/20 sites; the demo runs at most 16/);
    expect(refusal(request(patients(2), { siteCount: 3 })).message).toMatch(
      /2 patients cannot be dealt out to 3 sites/,
    );
  });

  it('keeps whole patients together, gives every image once, and fills every site', () => {
    const records = patients(31);
    const { sites } = assignSites(request(records, { siteCount: 4 }));
    expect(sites.map(({ name }) => name)).toEqual(['site-1', 'site-2', 'site-3', 'site-4']);
    const siteOf = new Map<string, string>();
    for (const site of sites) {
      for (const { patient } of site.records) {
        expect(siteOf.get(patient) ?? site.name).toBe(site.name);
        siteOf.set(patient, site.name);
      }
    }
    expect(siteOf.size).toBe(31);
    expect(sites.flatMap(({ records: images }) => images)).toHaveLength(62);
    const counts = sites.map((site) => site.records.length / 2);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('gives every site its share of each part of the split', () => {
    const { sites } = assignSites(request(patients(90)));
    for (const part of ['train', 'validation', 'test'] as const) {
      const counts = sites.map(
        ({ records }) => records.filter(({ patient }) => splitPart('demo', patient) === part).length / 2,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it('deals the same way for the same seed, and otherwise for another', () => {
    expect(content(request(patients(30)))).toEqual(content(request(patients(30))));
    expect(content(request(patients(30)))).not.toEqual(content(request(patients(30), { seed: 8 })));
  });
});

describe('safeNames', () => {
  it('makes names that folders and the wire take', () => {
    expect(safeNames(['GE Senographe', 'Köln/Mitte', '../../etc', '...', '', 'a'.repeat(80)])).toEqual([
      'GE-Senographe',
      'Koln-Mitte',
      'etc',
      'site',
      'site-2',
      'a'.repeat(48),
    ]);
  });

  it('makes them differ, also where case is ignored and beside another site’s data folder', () => {
    expect(safeNames(['a b', 'a-b', 'A B', 'north', 'north-data', 'x-data', 'x'])).toEqual([
      'a-b',
      'a-b-2',
      'A-B-3',
      'north',
      'north-data-2',
      'x-data',
      'x-2',
    ]);
  });
});
