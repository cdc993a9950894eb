/**
 * What `mammofed demo` does when nothing else is asked for. Chosen so that `npm run demo` takes about two minutes on two
 * processor cores, and the 552 images of docs/results.md hardly longer.
 */
export const DEMO_DEFAULTS = {
  out: './mammofed-demo',
  /** Of drawn images; a data set is a study of its own name. */
  phantomStudy: 'demo',
  sites: 3,
} as const;

/** How it trains, as typed at `run create`. */
export const DEMO_TRAINING = {
  model: 'unet',
  rounds: '6',
  epochs: '6',
  width: '1/8',
  size: '64',
  'batch-size': '8',
  'learning-rate': '0.001',
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

/**
 * As typed at `run create`. On one machine everything that is alive says so within seconds; a large network takes minutes
 * for an evaluation on few cores.
 */
export const DEMO_TIMING = {
  'select-ms': '60000',
  'stall-ms': '60000',
  'evaluation-ms': '600000',
} as const;
