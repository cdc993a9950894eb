import { readFile } from 'node:fs/promises';
import { decodeGrey, decodeMask, fullOverlayPng, placeMask } from '@mammofed/imaging';
import type { MeasuredExperiment } from '../demo/comparison.js';
import { lastCommittedRound } from '../table-one.js';
import { readSiteResults, type OverlayFigure, type SiteResults } from './site-results.js';

/** What the sites' agents kept of one network's federated model. */
export interface NetworkResults {
  readonly model: string;
  readonly round: number;
  readonly results: readonly SiteResults[];
}

/**
 * Reads what the agents kept of the federated models. Of every network after the first come also the pictures of the images
 * that the first is shown on: an agent keeps pictures of each network's own best, median and worst images alone.
 * @param siteDir - the folder of a site's agent.
 * @returns in the order of the experiments.
 */
export async function readNetworks(
  federated: readonly Pick<MeasuredExperiment, 'model' | 'view'>[],
  sites: readonly string[],
  siteDir: (site: string) => string,
): Promise<NetworkResults[]> {
  const networks: NetworkResults[] = [];
  for (const { model, view } of federated) {
    const round = lastCommittedRound(view);
    const results: SiteResults[] = [];
    for (const [i, site] of sites.entries()) {
      const own = await readSiteResults(site, siteDir(site), view.runId, round);
      const shown = networks[0]?.results[i];
      results.push(shown === undefined ? own : { ...own, overlays: await onImagesOf(shown, own) });
    }
    networks.push({ model, round, results });
  }
  return networks;
}

/** @returns the second network's own pictures and, drawn from its masks, those of the other images that the first shows. */
async function onImagesOf(first: SiteResults, second: SiteResults): Promise<OverlayFigure[]> {
  const overlays = [...second.overlays];
  for (const figure of first.overlays) {
    const { file } = figure;
    if (overlays.some((one) => one.file === file)) continue;
    const dice = second.diceByFile.get(file);
    const maskPath = second.maskPaths.get(file);
    if (dice === undefined || maskPath === undefined) continue;
    const png = await redrawn(figure, maskPath);
    if (png !== null) overlays.push({ ...figure, dice, png });
  }
  return overlays;
}

/** The picture with another prediction's outline, as the agent would have drawn it; null if a part cannot be read. */
async function redrawn({ original, reference }: OverlayFigure, maskPath: string): Promise<Uint8Array | null> {
  if (original === null || reference === null) return null;
  try {
    const { width: side, height, grey } = await decodeGrey(original);
    if (side !== height || !(grey instanceof Uint8Array)) return null;
    const [drawn, predicted] = [await decodeMask(reference), await decodeMask(await readFile(maskPath))].map(
      ({ mask, width }) => placeMask(mask, width, { left: 0, top: 0, right: side, bottom: side }, side, side),
    ) as [Uint8Array, Uint8Array];
    const predictions = [{ name: 'prediction', mask: predicted }];
    return await fullOverlayPng({ display: grey, width: side, height, reference: drawn, predictions });
  } catch {
    // A damaged file of one image: the report says that the picture is missing.
    return null;
  }
}
