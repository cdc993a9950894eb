import { dataContractProblems, type DataContract } from './data-contract.js';
import { CoreError, isCodedError } from './errors.js';
import { readOwnModel } from './own-model/own-model.js';
import { isSame, type Topology } from './own-model/topology.js';
import { patientPrivacyProblems, type PatientPrivacy } from './patient-privacy.js';
import { RING_WIDTHS, type RingBits } from './packed-vector.js';
import { sitePrivacyProblems, type SitePrivacy } from './site-privacy.js';
import { trainingProblems, type TrainingConfig } from './training-config.js';

export const MODES = ['secure', 'sealed'] as const;
/**
 * What hides a site's vector from the coordinator. `secure`: masks, which cancel in the sum. `sealed`: the wire alone. The
 * sum is the same in every mode.
 */
export type Mode = (typeof MODES)[number];

/** The sum is made in a ring of so many bits, unless a run in secure mode says otherwise. */
const DEFAULT_RING_BITS = 32;

/** Sites of a cohort in secure mode, at least and at most; docs/limits.md has libs/privacy's own, which are the same. */
const SECURE_COHORT = { least: 3, most: 64 } as const;

/**
 * `unet`: with `same` padding. `unet-valid`: the published form, whose convolutions lose their border, on a mirrored
 * image. `deconvnet`: Noh 2015, with unpooling to remembered places. `fcn8s`: Long 2015. `attention-unet`: Oktay 2018,
 * the U-Net with gated skips. `residual-unet`: nnU-Net with a residual encoder. See docs/models.md.
 */
export const MODEL_NAMES = ['unet', 'unet-valid', 'deconvnet', 'fcn8s', 'attention-unet', 'residual-unet'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** The name of every network that a study brings along: its layers say which one it is. */
export const OWN_MODEL = 'own';

/** One of this program's networks. */
interface NamedModelSpec {
  readonly name: ModelName;
  /** Scales every channel count; 1 is the published network. */
  readonly width: number;
  /**
   * Side of the square input in pixels; `unet`, `attention-unet`: a multiple of 16, `unet-valid`: even, `deconvnet`: at
   * least 32, `fcn8s`: a multiple of 32, `residual-unet`: the same, from 64.
   */
  readonly size: number;
}

/** A study's own network. */
export interface OwnModelSpec {
  readonly name: typeof OWN_MODEL;
  /** 1: its layers say how wide they are. */
  readonly width: number;
  /** As its layers make it. */
  readonly size: number;
  /** In its normal form, so that it is part of the configuration's hash. */
  readonly topology: Topology;
}

/** Which network, how wide, and for which images: one grey channel in, one logit per pixel out. */
export type ModelSpec = NamedModelSpec | OwnModelSpec;

/**
 * How grey values deeper than 8 bits become 8 bits; 8-bit images keep theirs. `percentiles`: the region's own 0.5th and
 * 99.5th become black and white. `level`: the window of DICOM PS3.3 C.11.2.1.2 (LINEAR), in stored values, as in the
 * paper. `header`: what the image's own header says first (window or VOI LUT), and `percentiles` where it says nothing.
 */
export type GreyWindow =
  | { readonly kind: 'percentiles' | 'header' }
  | { readonly kind: 'level'; readonly level: number; readonly width: number };

/** Everything about a run that its sites must agree on. It is hashed as canonical JSON and shown to every site. */
export interface RunConfig {
  /** Names the study; the split of patients into train, validation and test derives from it. */
  readonly study: string;
  readonly seed: number;
  readonly rounds: number;
  readonly mode: Mode;
  /** Width of the ring of the sum; secure mode only, where it is what an update weighs on the wire. 32 if absent. */
  readonly ringBits?: RingBits | undefined;
  readonly strategy: 'fedavg';
  readonly model: ModelSpec;
  readonly training: TrainingConfig;
  /** Given: every site trains by DP-SGD, and its weight is 1, which tells no count. */
  readonly privacy?: PatientPrivacy | undefined;
  /**
   * Given, in mode secure: the sum of the updates is noisy, and every site has the weight 1. It may stand beside `privacy`,
   * which works in the training of a site and protects its patients from the others of that site as well.
   */
  readonly sitePrivacy?: SitePrivacy | undefined;
  readonly preprocessing: {
    readonly mode: 'region';
    /** Margin around the mask's bounding box, as a fraction of its sides. */
    readonly marginFraction: number;
    readonly window: GreyWindow;
  };
  /** What every site's images and masks have to be; absent: nothing beyond what training needs. */
  readonly dataContract?: DataContract | undefined;
  readonly quorum: {
    /** A round commits with at least this many contributions. */
    readonly minSites: number;
    /** ... that stand for at least this many examples. */
    readonly minExamples: number;
    /** Largest cohort; the ring is sized for it. */
    readonly maxSites: number;
    /** Names of the sites that take part; null: every site may. */
    readonly sites: readonly string[] | null;
    /**
     * Secure mode: shares that recover a site's secret, where that is more than the least that is safe for a cohort
     * (over two thirds of it).
     */
    readonly threshold?: number | undefined;
  };
  readonly timing: {
    /** How long a round waits for sites beyond the quorum to connect. */
    readonly selectMs: number;
    /** A site that reports nothing for so long is dropped from the round. */
    readonly stallMs: number;
    /** A round ends after so long whatever is reported. */
    readonly maxRoundMs: number;
    /** How long a committed round's evaluation is waited for. */
    readonly evaluationMs: number;
  };
  /** Example count from which on a site's weight is 1: w = min(n, wMax) / wMax. */
  readonly wMax: number;
}

/** @returns every problem of the configuration, in words; empty if it is sound. */
export function runConfigProblems(config: RunConfig): string[] {
  const problems: string[] = [];
  const whole = (name: string, value: number, min: number, max: number): void => {
    if (!Number.isInteger(value) || value < min || value > max)
      problems.push(`${name} must be a whole number from ${min} to ${max}, not ${value}`);
  };
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(config.study))
    problems.push('study must be 1 to 64 letters, digits, dots, dashes or underscores');
  whole('seed', config.seed, 0, 2 ** 31 - 1);
  whole('rounds', config.rounds, 1, 10_000);
  if (!MODES.includes(config.mode))
    problems.push(`mode must be one of ${MODES.join(', ')}, not ${String(config.mode)}`);
  if (config.strategy !== 'fedavg') problems.push(`strategy must be fedavg, not ${String(config.strategy)}`);
  whole('size', config.model.size, 16, 1024);
  problems.push(...modelProblems(config.model));
  problems.push(...trainingProblems(config.training, config.rounds));
  if (config.privacy !== undefined) problems.push(...privacyProblems(config.privacy, config));
  if (config.sitePrivacy !== undefined) problems.push(...sitePrivacyRunProblems(config.sitePrivacy, config));
  if (!(config.preprocessing.marginFraction >= 0 && config.preprocessing.marginFraction <= 1))
    problems.push('margin must be a fraction from 0 to 1');
  problems.push(...greyWindowProblems(config.preprocessing.window));
  if (config.dataContract !== undefined) problems.push(...dataContractProblems(config.dataContract));
  whole('quorum.maxSites', config.quorum.maxSites, 1, 1000);
  whole('quorum.minSites', config.quorum.minSites, 1, config.quorum.maxSites);
  problems.push(...namedSitesProblems(config.quorum));
  whole('quorum.minExamples', config.quorum.minExamples, 0, 2 ** 31 - 1);
  for (const [name, value] of Object.entries(config.timing)) whole(`timing.${name}`, value, 100, 30 * 24 * 3_600_000);
  whole('wMax', config.wMax, 1, 2 ** 31 - 1);
  problems.push(...modeProblems(config));
  return problems;
}

/** Width in bits of the ring that a run's updates are added in. */
export function ringBitsOf({ ringBits }: Pick<RunConfig, 'ringBits'>): RingBits {
  return ringBits ?? DEFAULT_RING_BITS;
}

function modeProblems({ mode, ringBits, quorum }: RunConfig): string[] {
  const { minSites, maxSites, threshold } = quorum;
  const problems: string[] = [];
  if (mode !== 'secure') {
    if (ringBits !== undefined) problems.push('ringBits is for mode secure: the ring of mode sealed has 32 bits');
    if (threshold !== undefined) problems.push('quorum.threshold is for mode secure');
    return problems;
  }
  const { least, most } = SECURE_COHORT;
  if (ringBits !== undefined && !RING_WIDTHS.includes(ringBits))
    problems.push(`ringBits must be one of ${RING_WIDTHS.join(', ')}, not ${String(ringBits)}`);
  if (minSites < least)
    problems.push(
      `quorum.minSites must be at least ${least} in mode secure: a sum over fewer hides no site from the others; with fewer sites take mode sealed`,
    );
  if (maxSites > most) problems.push(`quorum.maxSites must be at most ${most} in mode secure`);
  if (threshold !== undefined && !(Number.isInteger(threshold) && threshold >= least && threshold <= minSites))
    problems.push(`quorum.threshold must be a whole number from ${least} to quorum.minSites, not ${threshold}`);
  return problems;
}

function modelProblems(model: ModelSpec): string[] {
  if (model.name === OWN_MODEL) return ownModelProblems(model);
  const problems: string[] = [];
  if (!(model.width > 0 && model.width <= 2)) problems.push(`width must be above 0 and at most 2, not ${model.width}`);
  if (!MODEL_NAMES.includes(model.name))
    problems.push(`model must be one of ${MODEL_NAMES.join(', ')}, not ${String(model.name)}`);
  else problems.push(...sizeProblems(model));
  if ('topology' in model) problems.push(`model ${model.name} has layers of its own and takes no others`);
  return problems;
}

/** @returns every problem of a study's own network, in words; empty if it is sound. */
function ownModelProblems({ width, size, topology }: OwnModelSpec): string[] {
  const problems = width === 1 ? [] : [`the width of a study's own network must be 1, not ${width}`];
  try {
    const own = readOwnModel(topology);
    if (size !== own.size) problems.push(`the study's own network takes images of size ${own.size}, not ${size}`);
    // Whatever is said in it counts, and counts for every site alike.
    if (!isSame(topology, own.topology)) problems.push("the study's own network is not in its normal form");
  } catch (error) {
    if (!isCodedError(error)) throw error;
    problems.push(error.message);
  }
  return problems;
}

function sizeProblems({ name, size }: NamedModelSpec): string[] {
  switch (name) {
    case 'unet':
    case 'attention-unet':
      return size % 16 === 0 ? [] : [`size must be a multiple of 16 (four 2×2 poolings), not ${size}`];
    case 'unet-valid':
      return size % 2 === 0 ? [] : [`size must be even, so that both sides are mirrored alike, not ${size}`];
    case 'deconvnet':
      return size >= 32 ? [] : [`size must be at least 32 (five 2×2 poolings), not ${size}`];
    case 'fcn8s':
      return size % 32 === 0 ? [] : [`size must be a multiple of 32 (five 2×2 poolings), not ${size}`];
    case 'residual-unet':
      return size % 32 === 0 && size >= 64
        ? []
        : [`size must be a multiple of 32 from 64 (five halvings to more than one pixel), not ${size}`];
  }
}

function privacyProblems(privacy: PatientPrivacy, { quorum, training }: RunConfig): string[] {
  return [
    ...patientPrivacyProblems(privacy),
    ...(training.balance === undefined
      ? []
      : [
          'training.balance cannot stand beside privacy for patients, whose accounting holds where every patient is drawn with the same chance: leave one of them out',
        ]),
    ...(quorum.minExamples === 0 ? [] : ['quorum.minExamples must be 0 with privacy: every site has the weight 1']),
  ];
}

function sitePrivacyRunProblems(privacy: SitePrivacy, { mode, quorum }: RunConfig): string[] {
  return [
    ...sitePrivacyProblems(privacy),
    ...(mode === 'secure'
      ? []
      : ['privacy for sites is for mode secure: in mode sealed each update is seen with its own noise alone']),
    ...(quorum.minExamples === 0 ? [] : ['quorum.minExamples must be 0 with privacy: every site has the weight 1']),
  ];
}

/** @returns every problem of the window, in words; empty if it is sound. */
export function greyWindowProblems(window: GreyWindow): string[] {
  if (window.kind !== 'level') return [];
  const { level, width } = window;
  const isLevel = level >= 0 && level <= 65535;
  // A width of 1 is the formula's threshold; below it there is none.
  const isWidth = width >= 1 && width <= 65536;
  return [
    ...(isLevel ? [] : [`window level must be from 0 to 65535, not ${level}`]),
    ...(isWidth ? [] : [`window width must be from 1 to 65536, not ${width}`]),
  ];
}

function namedSitesProblems({ sites, minSites }: RunConfig['quorum']): string[] {
  if (sites === null) return [];
  const problems: string[] = [];
  if (new Set(sites).size < sites.length) problems.push('quorum.sites names a site twice');
  if (sites.length < minSites)
    problems.push(`quorum.sites names ${sites.length} sites, fewer than the ${minSites} that a round needs`);
  if (sites.length > 1000) problems.push('quorum.sites names more than 1000 sites');
  return problems;
}

/** @throws CoreError `bad-run-config` that names every problem at once. */
export function assertRunConfig(config: RunConfig): void {
  const problems = runConfigProblems(config);
  if (problems.length > 0)
    throw new CoreError('bad-run-config', `the run's configuration is not sound: ${problems.join('; ')}`);
}
