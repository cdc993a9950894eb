import { z } from 'zod';
import { LAYOUTS } from '@mammofed/imaging';
import { ENGINE_SETTINGS } from './engines/engine-selector.js';
import { SiteError } from './errors.js';
import { networkSchema } from './network/settings.js';

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
    /** Only ever read. */
    dir: z.string().min(1).max(4096),
    /** How the folder is laid out; recognised where it is not said. */
    layout: z.enum(LAYOUTS).optional(),
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
  /** Where the policy was before there was policy.yaml: see policy/move-policy.ts, which takes it out. */
  policy: z.unknown().optional(),
});

/** The content of `site.json`. */
export type SiteConfig = Readonly<z.infer<typeof schema>>;

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
