import { readFile } from 'node:fs/promises';
import { STATISTICS, type StatisticName } from '@mammofed/core';
import { writeDurably } from '@mammofed/storage';
import type { ConsortiumStatistics } from '@mammofed/wire';
import { z } from 'zod';

/** Studies that are remembered; the oldest are forgotten first. */
const MAX_KNOWN_STUDIES = 50;

const countsOf = (name: StatisticName) => z.array(z.int().min(0)).length(STATISTICS[name].length);
const knownSchema = z.strictObject({
  study: z.string(),
  /** How many other sites the counts are of. */
  sites: z.int().min(2),
  /** Usable images of these sites, those of counts that were left out among them. */
  images: z.int().min(1),
  receivedAtMs: z.number(),
  statistics: z.strictObject({
    maskShare: countsOf('maskShare'),
    maskAreaMm2: countsOf('maskAreaMm2'),
    spacingMm: countsOf('spacingMm'),
    breastShare: countsOf('breastShare'),
    medianShade: countsOf('medianShade'),
  }),
});
const schema = z.strictObject({ version: z.literal(1), studies: z.array(knownSchema) });

/** What other sites shared of their data checks for a study, added. */
export type KnownConsortium = Readonly<z.infer<typeof knownSchema>>;

/** @returns what the coordinator last told of a study; null if nothing, or if the file is not sound. */
export async function readConsortium(path: string, study: string): Promise<KnownConsortium | null> {
  return (await readAll(path)).find((known) => known.study === study) ?? null;
}

/** Keeps the newest sum of a study, for `site data check`. The agent alone writes the file. */
export async function keepConsortium(
  path: string,
  study: string,
  { sites, images, statistics }: ConsortiumStatistics,
  receivedAtMs: number,
): Promise<void> {
  const others = (await readAll(path)).filter((known) => known.study !== study);
  const studies = [...others, { study, sites, images, receivedAtMs, statistics }].slice(-MAX_KNOWN_STUDIES);
  await writeDurably(path, `${JSON.stringify({ version: 1, studies }, null, 2)}\n`, 0o600);
}

async function readAll(path: string): Promise<readonly KnownConsortium[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return schema.parse(JSON.parse(text)).studies;
  } catch {
    // Nothing is lost by it: the coordinator tells the sum again in each session.
    return [];
  }
}
