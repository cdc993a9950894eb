import { readFile } from 'node:fs/promises';
import { canonicalJson } from '@mammofed/core';
import { writeDurably } from '@mammofed/storage';
import { SiteError } from '../errors.js';
import type { SitePaths } from '../site-paths.js';
import { policyFileText } from './policy-text.js';
import { parsePolicy } from './policy-yaml.js';
import { policySchema, type SitePolicy } from './site-policy.js';

/**
 * Sites of before there was `policy.yaml` have their policy in `site.json`: moves it over, once. The new file is on disk
 * before the old place is emptied, so that a crash in between loses nothing.
 * @throws SiteError `bad-configuration` for an old policy that is not sound; `bad-policy` if both files hold one and they
 * differ: which of them the hospital means, it has to say.
 */
export async function movePolicy({ config, policy }: SitePaths): Promise<void> {
  const site = objectIn(await readFile(config, 'utf8').catch(() => ''));
  if (site === null || !('policy' in site)) return;
  const { policy: old, ...rest } = site;
  const moved = policySchema.safeParse(old);
  if (!moved.success) {
    const problems = moved.error.issues.map(({ path, message }) => `policy.${path.join('.')}: ${message}`);
    throw new SiteError('bad-configuration', `${config} is not sound: ${problems.join('; ')}`);
  }
  const there = await readFile(policy, 'utf8').catch(() => null);
  if (there === null) await writeDurably(policy, policyFileText(moved.data), 0o600);
  else assertSame(parsePolicy(there, policy), moved.data, config, policy);
  await writeDurably(config, `${JSON.stringify(rest, null, 2)}\n`);
}

function assertSame(written: SitePolicy, old: SitePolicy, config: string, policy: string): void {
  if (canonicalJson(written) === canonicalJson(old)) return;
  throw new SiteError(
    'bad-policy',
    `${policy} and the older "policy" in ${config} differ: take the older one out of ${config}, or ${policy} away, whichever does not count`,
  );
}

/** Null for what is no object: whoever reads the configuration says so. */
function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
