import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRng } from '@mammofed/core';
import sharp from 'sharp';
import { ImagingError } from '../errors.js';
import { MIN_IMAGES_PER_PART } from '../limits.js';
import { splitPart, type SplitPart } from '../split.js';
import { drawPatient, drawView } from './breast.js';
import { render, scannerOf } from './scanner.js';

export interface PhantomOptions {
  /** Made if needed; receives images/, masks/ and index.csv. */
  readonly dir: string;
  readonly patients: number;
  readonly imagesPerPatient: number;
  /** Side of the square images, pixels, 96..1024. */
  readonly size: number;
  readonly seed: number;
  /** From 0: chooses the scanner and draws other patients than any other site's. */
  readonly siteIndex: number;
  /**
   * Given: patients are numbered, with gaps, so that the parts of this study's split get their shares even in a small
   * set, and validation and test never fewer images than a site needs. By chance alone one of three sites with 40
   * patients each would have too few for validation every second time.
   */
  readonly study?: string;
  /** Aborted to stop after the patient being drawn. */
  readonly signal?: AbortSignal;
}

/**
 * Writes drawn mammogram-like images with masks in the pairs layout, for machines without data and for tests. They are
 * no substitute for patients: a result on them says that the software works, nothing about medicine.
 * The same options give the same pixels everywhere and, with one version of sharp, the same bytes.
 * @throws ImagingError `bad-argument`; the signal's reason.
 */
export async function writePhantomDataset(options: PhantomOptions): Promise<void> {
  const { dir, patients, imagesPerPatient, size, seed, siteIndex } = options;
  requireWhole('patients', patients, 1, 100_000);
  requireWhole('imagesPerPatient', imagesPerPatient, 1, 8);
  requireWhole('size', size, 96, 1024);
  requireWhole('siteIndex', siteIndex, 0, 10_000);
  await mkdir(join(dir, 'images'), { recursive: true });
  await mkdir(join(dir, 'masks'), { recursive: true });
  const scanner = scannerOf(siteIndex);
  const rows = ['file,patient,site,side,view'];
  for (const patient of patientNames(options)) {
    options.signal?.throwIfAborted();
    const traits = drawPatient(seededRng('phantom-patient', seed, siteIndex, patient));
    for (let i = 0; i < imagesPerPatient; i++) {
      const side = i % 4 < 2 ? 'L' : 'R';
      const view = i % 2 === 0 ? 'CC' : 'MLO';
      const name = `${patient}_${side}_${view}${i < 4 ? '' : '_2'}.png`;
      const rng = seededRng('phantom-view', seed, siteIndex, patient, i);
      const { exposure, mask } = drawView(rng, traits, size, side === 'R');
      await Promise.all([
        writeGrey(join(dir, 'images', name), render(exposure, size, scanner, rng), size),
        writeGrey(
          join(dir, 'masks', name),
          mask.map((value) => value * 255),
          size,
        ),
      ]);
      rows.push(`${name},${patient},site-${siteIndex + 1},${side},${view}`);
    }
  }
  await writeFile(join(dir, 'index.csv'), `${rows.join('\n')}\n`);
}

/** Names like S1-P0007. With a study, the next name of each part that still wants patients. */
function patientNames({ patients, imagesPerPatient, siteIndex, study }: PhantomOptions): string[] {
  const name = (number: number): string => `S${siteIndex + 1}-P${String(number).padStart(4, '0')}`;
  if (study === undefined) return Array.from({ length: patients }, (_, i) => name(i + 1));
  const wanted: Record<SplitPart, number> = { train: 0, validation: 0, test: 0 };
  const fewest = Math.ceil(MIN_IMAGES_PER_PART / imagesPerPatient);
  wanted.validation = Math.min(patients, Math.max(fewest, Math.round((patients * 60) / 596)));
  wanted.test = Math.min(patients - wanted.validation, Math.max(fewest, Math.round((patients * 80) / 596)));
  wanted.train = patients - wanted.validation - wanted.test;
  const names: string[] = [];
  for (let number = 1; names.length < patients; number++) {
    const part = splitPart(study, name(number));
    if (wanted[part] === 0) continue;
    wanted[part]--;
    names.push(name(number));
  }
  return names;
}

async function writeGrey(path: string, grey: Uint8Array, size: number): Promise<void> {
  await writeFile(
    path,
    await sharp(grey, { raw: { width: size, height: size, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  );
}

function requireWhole(name: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new ImagingError('bad-argument', `${name} must be a whole number from ${low} to ${high}, not ${value}.`);
}
