/**
 * What `mammofed demo` does when nothing else is asked for. Chosen so that `npm run demo` takes about two minutes on two
 * processor cores, and the 552 images of docs/results.md hardly longer.
 */
export const DEMO_DEFAULTS = {
  out: './mammofed-demo',
  /** Of drawn images; a data set is a study of its own name. */
  phantomStudy: 'demo',
  model: 'unet',
  sites: 3,
  rounds: 6,
  epochs: 6,
  /** As typed: passed on to `run create`. */
  width: '1/8',
  size: 64,
  batchSize: 8,
  learningRate: 1e-3,
} as const;

/** The drawn images of a demo without `--data`, for each site. */
export const PHANTOMS = {
  patients: 60,
  imagesPerPatient: 2,
  /** Side of the whole images, pixels. */
  size: 192,
} as const;

/** Sites are processes: so many fit on one machine for a demonstration. */
export const MAX_SITES = 16;

/** Passed on to `run create`: on one machine everything that is alive answers within seconds. */
export const DEMO_TIMING = {
  selectMs: 60_000,
  stallMs: 60_000,
  evaluationMs: 120_000,
} as const;
