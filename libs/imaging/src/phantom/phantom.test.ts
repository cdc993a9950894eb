import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '@mammofed/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImagingError } from '../errors.js';
import { loadRegionDataset } from '../dataset.js';
import { MIN_IMAGES_PER_PART } from '../limits.js';
import { otsuThreshold } from '../otsu.js';
import { boundingBox, cutRegion, widened, type Region } from '../region.js';
import { drawPatient, drawView } from './breast.js';
import { render, scannerOf } from './scanner.js';
import { writePhantomDataset } from './write.js';

const SITES = [0, 1, 2, 3];
const PATIENTS = 12;
const SIDE = 160;

interface Sample extends Region {
  readonly site: number;
}

let samples: Sample[];
let root: string;

/** Two views of each patient, cut out as for training. */
function drawSite(site: number): Sample[] {
  return Array.from({ length: 2 * PATIENTS }, (_, i) => {
    const patient = drawPatient(seededRng('test-patient', site, i >> 1));
    const rng = seededRng('test-view', site, i);
    const { exposure, mask } = drawView(rng, patient, SIDE, i % 4 > 1);
    const plane = { width: SIDE, height: SIDE };
    const grey = render(exposure, SIDE, scannerOf(site), rng);
    const box = boundingBox({ ...plane, mask });
    if (box === null) throw new Error(`site ${site}, view ${i}: no mass`);
    const place = widened(box, 0.1, SIDE, SIDE);
    return { site, ...cutRegion({ ...plane, grey }, { ...plane, mask }, place, 64, { kind: 'percentiles' }) };
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-phantom-'));
  samples = SITES.flatMap(drawSite);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const ofSite = (site: number): Sample[] => samples.filter((sample) => sample.site === site);

function dice(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    both += a[i] & b[i];
    sum += a[i] + b[i];
  }
  return sum === 0 ? 1 : (2 * both) / sum;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The best that a mask can do which never looks at the image: the mean mask at its best threshold. */
function meanMaskDice(site: readonly Sample[]): number {
  const shares = Float64Array.from(site[0].mask, (_, i) => mean(site.map(({ mask }) => mask[i])));
  const thresholds = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  return Math.max(
    ...thresholds.map((threshold) => {
      const fixed = Uint8Array.from(shares, (share) => (share >= threshold ? 1 : 0));
      return mean(site.map(({ mask }) => dice(fixed, mask)));
    }),
  );
}

describe('phantoms', () => {
  it.each(SITES)("are not solved by Otsu's threshold in either polarity at site %i", (site) => {
    for (const isBright of [true, false]) {
      const figures = ofSite(site).map(({ display, mask }) => {
        const threshold = otsuThreshold(display);
        return dice(
          display.map((value) => (value > threshold === isBright ? 1 : 0)),
          mask,
        );
      });
      expect(mean(figures)).toBeLessThan(0.6);
    }
  });

  it('are not solved by the mean mask: shapes differ', () => {
    expect(meanMaskDice(samples)).toBeLessThan(0.62);
  });

  it.each([
    [40, 1],
    [12, 2],
  ])('leave no part too small for a site: %i patients of %i images', async (patients, imagesPerPatient) => {
    const dir = join(root, `study-${patients}`);
    await writePhantomDataset({ dir, patients, imagesPerPatient, size: 96, seed: 1, siteIndex: 0, study: 'small' });
    const dataset = await loadRegionDataset({
      dir,
      study: 'small',
      size: 16,
      marginFraction: 0.1,
      window: { kind: 'percentiles' },
    });
    const { train, validation, test } = dataset;
    expect(train.length + validation.length + test.length).toBe(patients * imagesPerPatient);
    for (const part of [train, validation, test]) expect(part.length).toBeGreaterThanOrEqual(MIN_IMAGES_PER_PART);
  });

  it('show their masses: tissue inside is smoother than around', () => {
    const roughness = ({ display, mask }: Sample, marked: number): number => {
      const steps: number[] = [];
      for (let i = 0; i + 65 < mask.length; i++) {
        if (mask[i] === marked && mask[i + 1] === marked) steps.push(Math.abs(display[i + 1] - display[i]));
      }
      return mean(steps);
    };
    for (const site of SITES) {
      expect(mean(ofSite(site).map((sample) => roughness(sample, 0) / roughness(sample, 1)))).toBeGreaterThan(1.2);
    }
  });

  it('differ between scanners', () => {
    const brightness = SITES.map((site) => Math.round(mean(ofSite(site).map(({ display }) => mean([...display])))));
    expect(new Set(brightness).size).toBe(SITES.length);
  });

  it('repeat byte for byte with the seed, and change with it', async () => {
    const read = async (name: string, seed: number): Promise<Map<string, string>> => {
      const dir = join(root, name);
      await writePhantomDataset({ dir, patients: 2, imagesPerPatient: 2, size: 96, seed, siteIndex: 1 });
      const files = (await readdir(dir, { recursive: true })).filter((file) => file.includes('.')).sort();
      const contents = await Promise.all(files.map((file) => readFile(join(dir, file), 'base64')));
      return new Map(files.map((file, i) => [file, contents[i]]));
    };
    const [first, again, other] = [await read('first', 1), await read('again', 1), await read('other', 2)];
    expect(first.size).toBe(9);
    expect(again).toEqual(first);
    expect(other.get('images/S2-P0001_L_CC.png')).not.toBe(first.get('images/S2-P0001_L_CC.png'));
  });

  it('have a value in every pixel, the smallest masses too', () => {
    const rng = seededRng('small-views');
    for (let i = 0; i < 30; i++) {
      const { exposure } = drawView(rng, drawPatient(rng), 96, false);
      expect(exposure.every(Number.isFinite)).toBe(true);
    }
  });

  it('refuse impossible options', async () => {
    const attempt = writePhantomDataset({
      dir: root,
      patients: 0,
      imagesPerPatient: 1,
      size: 96,
      seed: 1,
      siteIndex: 0,
    });
    const error = await attempt.catch((reason: unknown) => reason);
    expect(error instanceof ImagingError && error.code).toBe('bad-argument');
  });
});
