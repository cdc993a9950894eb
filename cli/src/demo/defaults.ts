/**
 * What `mammofed demo` does when nothing else is asked for. Chosen so that `npm run demo` takes about two minutes on two
 * processor cores, and the 552 images of docs/results.md hardly longer.
 */
export const DEMO_DEFAULTS = {
  out: './mammofed-demo',
  /** Of drawn images; a data set is a study of its own name. */
  phantomStudy: 'demo',
  /** Of a secure sum over five, one may fail. */
  sites: 5,
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
  patients: 36,
  imagesPerPatient: 2,
  /** Side of the whole images, pixels. */
  size: 192,
} as const;

/** Sites are processes: so many fit on one machine for a demonstration. */
export const MAX_SITES = 16;

/**
 * As typed at `run create`. On one machine there is no slow line, on which a report waits 131 s behind a chunk of 1 MiB at
 * 64 kbit/s, but a machine that is busy with other work can be as slow: a site that is left out costs more than three minutes.
 * A large network takes minutes for an evaluation on few cores.
 */
export const DEMO_TIMING = {
  'select-ms': '60000',
  'stall-ms': '180000',
  'evaluation-ms': '600000',
} as const;
