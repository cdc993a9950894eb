/**
 * What `mammofed demo` does when nothing else is asked for. Chosen so that `npm run demo` takes two to four minutes on two
 * processor cores; with `--data` the same training takes as long as the images need.
 */
export const DEMO_DEFAULTS = {
  out: './mammofed-demo',
  study: 'demo',
  sites: 3,
  rounds: 6,
  epochs: 6,
  /** As typed: passed on to `run create`. */
  width: '1/8',
  size: 80,
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
