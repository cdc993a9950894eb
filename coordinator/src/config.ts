import { z } from 'zod';
import { CoordinatorError } from './errors.js';

const port = z.int().min(0).max(65_535);

const schema = z.strictObject({
  /** Shown to people; no protocol depends on it. */
  name: z.string().min(1).max(100),
  /** Address to listen on. */
  host: z.string().min(1).max(255),
  /** 0 takes any free port. */
  port,
  /** What sites are told to connect to; null: the address that it listens on. */
  publicUrl: z.url({ protocol: /^https?$/ }).nullable(),
  /** File, readable by its owner alone, that holds the URL of a PostgreSQL database; absent: DATABASE_URL, else PGlite. */
  databaseUrlFile: z.string().min(1).optional(),
});

/** The content of `coordinator.json`. */
export type CoordinatorConfig = Readonly<z.infer<typeof schema>>;

const UNSPECIFIED_HOSTS = ['0.0.0.0', '::'];

/**
 * Checks a configuration; every problem is reported at once.
 * @throws CoordinatorError `bad-configuration`.
 */
export function checkedConfig(value: unknown, source: string): CoordinatorConfig {
  const parsed = schema.safeParse(value);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.') || 'configuration'}: ${issue.message}`);
  if (parsed.success && UNSPECIFIED_HOSTS.includes(parsed.data.host) && parsed.data.publicUrl === null) {
    problems.push(`publicUrl: needed with host ${parsed.data.host}, because sites cannot connect to that address`);
  }
  if (!parsed.success || problems.length > 0) {
    throw new CoordinatorError('bad-configuration', `${source} is not sound: ${problems.join('; ')}`);
  }
  return parsed.data;
}

/** Reads the text of `coordinator.json`. @throws CoordinatorError `bad-configuration`. */
export function parseConfig(text: string, source: string): CoordinatorConfig {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CoordinatorError('bad-configuration', `${source} is not JSON: correct it or make the coordinator anew`);
  }
  return checkedConfig(value, source);
}
