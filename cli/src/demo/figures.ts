import {
  bootstrapInterval,
  type Interval,
  type MetricSummary,
  type ModelSpec,
  type SubsetFigures,
} from '@mammofed/core';
import { METRICS, type Metric } from '../table-one.js';
import type { ExperimentKind } from './experiments.js';
import type { ImageResult } from './image-results.js';

/** Figures of a model over a set of test images. */
export interface SetFigures extends Readonly<Record<Metric, MetricSummary>> {
  readonly n: number;
  readonly patients: number;
  /** 95 %, of the mean Dice, by a bootstrap over patients; null of a single patient. */
  readonly interval: Interval | null;
  /** Lesions whose region the image's border cuts; null where the agents do not say, or there is none. */
  readonly edge: SubsetFigures | null;
  /** All other lesions. */
  readonly central: SubsetFigures | null;
}

/** One row of the comparison: a model and what it does on test images. */
export interface ExperimentRow extends SetFigures {
  readonly model: ModelSpec['name'];
  readonly kind: ExperimentKind;
  /** Whose local-only model; null for the others, and for the row over all local-only models. */
  readonly site: string | null;
  /** Null for the row over all local-only models. */
  readonly runId: string | null;
  readonly modelSha256: string | null;
  readonly perSite: readonly (SetFigures & { readonly site: string })[];
}

/** The mean difference in Dice of two kinds of training, image by image on the same test images. */
export interface DiceDifference {
  readonly model: ModelSpec['name'];
  /** The first minus the second. */
  readonly between: readonly [ExperimentKind, ExperimentKind];
  readonly n: number;
  readonly mean: number;
  /** 95 %, by a bootstrap over patients. */
  readonly interval: Interval | null;
}

/** @param images - at least one. @param seed - of the bootstrap. */
export function setFigures(images: readonly ImageResult[], seed: number): SetFigures {
  const summary = (metric: Metric): MetricSummary => {
    const values = images.map((image) => image[metric]);
    return { mean: mean(values), min: Math.min(...values), max: Math.max(...values) };
  };
  const subset = (touchesEdge: boolean): SubsetFigures | null => {
    const part = images.filter((image) => image.touchesEdge === touchesEdge);
    return part.length === 0 ? null : { n: part.length, dice: mean(part.map(({ dice }) => dice)) };
  };
  const [sensitivity, specificity, accuracy, dice] = METRICS.map(summary) as [
    MetricSummary,
    MetricSummary,
    MetricSummary,
    MetricSummary,
  ];
  const patients = images.map(({ patient }) => patient);
  return {
    n: images.length,
    patients: new Set(patients).size,
    ...{ sensitivity, specificity, accuracy, dice },
    interval: bootstrapInterval({ values: images.map((image) => image.dice), groups: patients, seed }),
    edge: subset(true),
    central: subset(false),
  };
}

/** The figures by the site whose images they are, in the order of `sites`. */
export function figuresBySite(
  images: readonly ImageResult[],
  sites: readonly string[],
  seed: number,
): ExperimentRow['perSite'] {
  return sites.flatMap((site) => {
    const own = images.filter((image) => image.site === site);
    return own.length === 0 ? [] : [{ site, ...setFigures(own, seed) }];
  });
}

/** Compares image by image; images that only one of them has are left out. @returns null if they share none. */
export function diceDifference(
  model: ModelSpec['name'],
  between: readonly [ExperimentKind, ExperimentKind],
  first: readonly ImageResult[],
  second: readonly ImageResult[],
  seed: number,
): DiceDifference | null {
  const other = new Map(second.map(({ file, dice }) => [file, dice]));
  const pairs = first.flatMap(({ file, patient, dice }) => {
    const counterpart = other.get(file);
    return counterpart === undefined ? [] : [{ patient, difference: dice - counterpart }];
  });
  if (pairs.length === 0) return null;
  const differences = pairs.map(({ difference }) => difference);
  const patients = pairs.map(({ patient }) => patient);
  return {
    ...{ model, between, n: pairs.length, mean: mean(differences) },
    interval: bootstrapInterval({ values: differences, groups: patients, seed }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
