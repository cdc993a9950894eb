import {
  DENSITY_PARTS,
  PATHOLOGY_PARTS,
  SIZE_PARTS,
  type EvaluationView,
  type LesionMeans,
  type RunView,
  type SubsetFigures,
  type SurfaceMeans,
} from '@mammofed/core';
import { tableOne, weightedMean } from './table-one.js';

/** What images are told apart by, each with its parts. */
export const SLICE_PARTS = {
  edge: ['edge', 'central'],
  size: SIZE_PARTS,
  density: DENSITY_PARTS,
  pathology: PATHOLOGY_PARTS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SliceName = keyof typeof SLICE_PARTS;
export const SLICE_NAMES = Object.keys(SLICE_PARTS) as readonly SliceName[];

/** By the part's name; null or left out: no images. */
type Parts = Readonly<Record<string, SubsetFigures | null>>;

/** A model's outlines and lesions on one site's test images, or on all sites'. Nulls are withheld, or not to be had. */
export interface OutlineRow extends Readonly<Record<SliceName, Parts | null>> {
  readonly site: string;
  /** Test images. */
  readonly n: number | null;
  readonly iou: number | null;
  readonly surface: SurfaceMeans | null;
  readonly lesions: (Omit<LesionMeans, 'sensitivity'> & { readonly sensitivity: number | null }) | null;
}

export interface OutlineTable {
  readonly round: number;
  /** In the order of the run's evaluations. */
  readonly sites: readonly OutlineRow[];
  readonly overall: OutlineRow;
  /** Sites that took part in the run and have no figures of this model. */
  readonly missing: readonly string[];
  /** Parts of which a site told figures, in their order. */
  readonly shownParts: Readonly<Record<SliceName, readonly string[]>>;
}

/** @returns null if no site told any of it: all withhold it, or their versions do not tell it. */
export function outlineTable(view: RunView, round: number): OutlineTable | null {
  const evaluations = view.evaluations.filter((evaluation) => evaluation.round === round);
  // An older coordinator's answer has no such key.
  if (evaluations.every(({ segmentation }) => (segmentation ?? null) === null)) return null;
  const sites = evaluations.map(rowOf);
  const isShown = (slice: SliceName, part: string): boolean =>
    sites.some((row) => (row[slice]?.[part] ?? null) !== null);
  const shown = (slice: SliceName): readonly string[] => SLICE_PARTS[slice].filter((part) => isShown(slice, part));
  return { round, sites, overall: overAll(sites), missing: tableOne(view, round).missing, shownParts: bySlice(shown) };
}

const NOTHING = { iou: null, surface: null, lesions: null, size: null, density: null, pathology: null };

function rowOf({ site, n, edge, central, segmentation }: EvaluationView): OutlineRow {
  return {
    ...{ site, n, ...(segmentation ?? NOTHING) },
    edge: edge === null && central === null ? null : { edge, central },
  };
}

/**
 * Over all test images, where what the sites told adds up to it; one site's withheld figure withholds it. Distances do not:
 * sites do not tell on how many images something was marked. Nor do lesions found, whose number they do not tell, and thirds
 * of the size, which each site cuts for its own images.
 */
function overAll(rows: readonly OutlineRow[]): OutlineRow {
  const counts = rows.map(({ n }) => n);
  const mean = (of: (row: OutlineRow) => number | null): number | null => weightedMean(rows.map(of), counts);
  const falsePositivesPerImage = mean(({ lesions }) => lesions?.falsePositivesPerImage ?? null);
  const step = mean(({ lesions }) => lesions?.step ?? null);
  const pooled = bySlice((slice) => (slice === 'size' ? null : overSites(rows.map((row) => row[slice]))));
  return {
    ...{ site: 'all sites', n: counts.every((n) => n !== null) ? counts.reduce((sum, n) => sum + n, 0) : null },
    ...{ iou: mean(({ iou }) => iou), surface: null, ...pooled },
    lesions:
      falsePositivesPerImage === null || step === null ? null : { step, sensitivity: null, falsePositivesPerImage },
  };
}

function overSites(slices: readonly (Parts | null)[]): Parts | null {
  const known = slices.filter((slice) => slice !== null);
  if (known.length < slices.length) return null;
  const names = new Set(known.flatMap((slice) => Object.keys(slice)));
  return Object.fromEntries(
    [...names].map((part) => {
      const told = known.map((slice) => slice[part] ?? null).filter((one) => one !== null);
      const n = told.reduce((sum, one) => sum + one.n, 0);
      const dice = told.reduce((sum, one) => sum + one.n * one.dice, 0) / n;
      return [part, n === 0 ? null : { n, dice }];
    }),
  );
}

function bySlice<T>(of: (slice: SliceName) => T): Record<SliceName, T> {
  return Object.fromEntries(SLICE_NAMES.map((slice) => [slice, of(slice)])) as Record<SliceName, T>;
}
