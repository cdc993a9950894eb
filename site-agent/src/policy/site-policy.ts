import { MODES, type Mode } from '@mammofed/core';
import { z } from 'zod';
import { DAYS } from './hours.js';

/** The modes that a site takes part in whose operator said nothing: `sealed`, which hides nothing, is allowed by name alone. */
const MODES_OF_NEW_SITES: readonly Mode[] = ['secure'];

/** Counts below it could describe a person; the operator can raise it, or lower it knowingly. */
const DEFAULT_MIN_CELL_SIZE = 5;

/** Slower than this, one chunk of a transfer takes longer than answers are waited for. */
const MIN_BYTES_PER_SECOND = 8 * 1024;

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as "19:00", in quotation marks');
const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin');
const bytesPerSecond = z.int().min(MIN_BYTES_PER_SECOND).nullable().default(null);

const window = z
  .strictObject({ days: z.array(z.enum(DAYS)).min(1), from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to && from !== '24:00', 'must begin and end at different times, from 00:00 on');

/** The content of `policy.yaml`; what is left out is as for a site whose operator said nothing. */
export const policySchema = z.strictObject({
  /** How the site's update may be hidden from the coordinator. */
  modes: z
    .array(z.enum(MODES))
    .min(1)
    .default([...MODES_OF_NEW_SITES]),
  /** A run whose rounds commit with fewer sites than this is refused. In secure mode never less than three count. */
  minCohort: z.int().min(1).max(1000).default(1),
  /** A secure sum whose masks fewer sites than this could take off is refused. More than two thirds of a cohort it is anyway. */
  minThreshold: z.int().min(0).max(64).default(0),
  /** Most local epochs that a run may ask for in a round. */
  maxEpochs: z.int().min(1).max(1000).default(1000),
  /** When training may go on; null: always. */
  hours: z
    .strictObject({ timeZone, windows: z.array(window).min(1).max(50) })
    .nullable()
    .default(null),
  /** Most bytes that models and updates put on the line in a second, on average; null: no cap. */
  bandwidth: z
    .strictObject({ upBytesPerSecond: bytesPerSecond, downBytesPerSecond: bytesPerSecond })
    .default({ upBytesPerSecond: null, downBytesPerSecond: null }),
  /** Of the roster's model signers those whose studies count here, by name or key; null: all of them. */
  modelSigners: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "must be a signer's name or key"))
    .max(1000)
    .nullable()
    .default(null),
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
  /** Figures of fewer images than this are not sent at all. */
  minCellSize: z.int().min(1).max(1_000_000).default(DEFAULT_MIN_CELL_SIZE),
  /** Send the smallest and largest figure of a set; each is a single image's number. */
  shareExtremes: z.boolean().default(false),
  /** Send example counts, losses, and figures of the parts of the test set by facts about patients, which count exactly. */
  shareTrainingStats: z.boolean().default(false),
});

/** What the site's operator allows, whatever the coordinator asks. */
export type SitePolicy = Readonly<z.infer<typeof policySchema>>;

/** The policy of a site whose operator said nothing. */
export const DEFAULT_POLICY: SitePolicy = policySchema.parse({});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
