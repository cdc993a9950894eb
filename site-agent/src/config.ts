import { MODES } from '@mammofed/core';
import { z } from 'zod';
import { ENGINE_SETTINGS } from './engines/engine-selector.js';
import { SiteError } from './errors.js';
import { networkSchema } from './network/settings.js';

const policySchema = z.strictObject({
  /** Send the smallest and largest figure of a set; each is a single image's number. */
  shareExtremes: z.boolean(),
  /** Send example counts and losses. */
  shareTrainingStats: z.boolean(),
  /** Figures of fewer images than this are not sent at all. */
  minCellSize: z.int().min(1).max(1_000_000),
  /** How the site's update may be hidden from the coordinator. */
  modes: z.array(z.enum(MODES)).min(1),
  /** Most local epochs that a run may ask for in a round. */
  maxEpochs: z.int().min(1).max(1000),
  /** A run whose rounds commit with fewer sites than this is refused. */
  minCohort: z.int().min(1).max(1000),
  /** A secure sum whose masks fewer sites than this could take off is refused. More than two thirds of a cohort it is anyway. */
  minThreshold: z.int().min(0).max(64).default(0),
  /**
   * How much all runs together may learn of one patient, as (ε, δ) of differential privacy; null: no limit. With a limit,
   * runs without such privacy are refused.
   */
  privacyBudget: z
    .strictObject({ epsilon: z.number().positive().max(1000), delta: z.number().min(1e-15).max(1e-3) })
    .nullable()
    .default(null),
  /** The same of the site as a whole; with a limit, runs without privacy for sites are refused. */
  sitePrivacyBudget: z
    .strictObject({ epsilon: z.number().positive().max(1000), delta: z.number().min(1e-15).max(1e-3) })
    .nullable()
    .default(null),
});

const publicKey = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

const schema = z.strictObject({
  coordinator: z.strictObject({
    /** Where the site connects to; it never listens itself. */
    url: z.url({ protocol: /^https?$/ }),
    /** The coordinator's Ed25519 public key in hexadecimal: no other is spoken to until the first roster names one. */
    key: publicKey,
  }),
  consortium: z.strictObject(
    {
      /** The root's Ed25519 public key in hexadecimal: no roster of another root is believed. */
      root: publicKey,
    },
    'missing, because this site was enrolled before there were rosters: enrol it anew, with a new join code in a new folder',
  ),
  site: z.strictObject({ id: z.string().min(1).max(100), name: z.string().min(1).max(100) }),
  data: z.strictObject({
    /** Folder in the pairs layout; only ever read. */
    dir: z.string().min(1).max(4096),
    /** Given: the control in which images are exchanged between patients. */
    permuteImagesSeed: z.int().min(0).optional(),
  }),
  engine: z.strictObject({
    /** Threads that work on one operation of a step. */
    threads: z.int().min(1).max(1024),
    /** What trains: an engine by its name, or the first that works. */
    name: z.enum(ENGINE_SETTINGS).default('auto'),
  }),
  /** How the connection to the coordinator leaves the hospital. */
  network: networkSchema.default({}),
  policy: policySchema,
});

/** The content of `site.json`. */
export type SiteConfig = Readonly<z.infer<typeof schema>>;

/** What the site's operator allows, whatever the coordinator asks. */
export type SitePolicy = Readonly<z.infer<typeof policySchema>>;

/** Counts below it could describe a person; the operator can raise it, or lower it knowingly. */
const DEFAULT_MIN_CELL_SIZE = 5;

/** The policy of a site whose operator said nothing. */
export const DEFAULT_POLICY: SitePolicy = {
  shareExtremes: false,
  shareTrainingStats: false,
  minCellSize: DEFAULT_MIN_CELL_SIZE,
  modes: [...MODES],
  maxEpochs: 1000,
  minCohort: 1,
  minThreshold: 0,
  privacyBudget: null,
  sitePrivacyBudget: null,
};

/**
 * Checks a configuration; every problem is reported at once.
 * @param source - where it comes from, for the message.
 * @throws SiteError `bad-configuration`.
 */
export function checkedConfig(value: unknown, source: string): SiteConfig {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'configuration'}: ${issue.message}`);
  throw new SiteError('bad-configuration', `${source} is not sound: ${problems.join('; ')}`);
}

/** Reads the text of `site.json`. @throws SiteError `bad-configuration`. */
export function parseConfig(text: string, source: string): SiteConfig {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SiteError('bad-configuration', `${source} is not JSON: correct it or enrol the site anew`);
  }
  return checkedConfig(value, source);
}

/** The keys that were pinned at enrolment, 32 bytes each. */
export function pinnedKeys({ coordinator, consortium }: SiteConfig): {
  readonly coordinatorKey: Uint8Array;
  readonly rootKey: Uint8Array;
} {
  const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
  return { coordinatorKey: bytes(coordinator.key), rootKey: bytes(consortium.root) };
}
