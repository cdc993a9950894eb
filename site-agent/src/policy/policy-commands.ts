import { readFile } from 'node:fs/promises';
import { writeDurably } from '@mammofed/storage';
import { approve, readApprovals, revoke } from '../consent/consents.js';
import { readOfferedRuns } from '../consent/offered-runs.js';
import { approvalText, studiesOf, studiesText } from '../consent/studies-text.js';
import { untilTaken, waitingRuns } from '../consent/waiting-runs.js';
import { readSiteConfig } from '../enrolment/site-folder.js';
import { SiteError } from '../errors.js';
import { sitePaths, type SitePaths } from '../site-paths.js';
import { movePolicy } from './move-policy.js';
import type { PolicyCommand } from './policy-command-line.js';
import { parsePolicy, withPolicyValue } from './policy-yaml.js';
import { policyFileText } from './policy-text.js';
import type { SitePolicy } from './site-policy.js';

/**
 * Does what an operator asks about policy and consent. An agent that runs hears of it within a second, by itself.
 * @param say - a line for the person.
 * @throws SiteError `not-enrolled`, `bad-policy`, `bad-consent`, `unknown-study`, `several-variants`; the signal's reason.
 */
export async function runPolicyCommand(
  command: PolicyCommand,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  switch (command.kind) {
    case 'show': {
      const policy = await readPolicy(await siteAt(command.dir));
      return say(command.isJson ? JSON.stringify(policy) : policyFileText(policy).trimEnd());
    }
    case 'check': {
      const file = command.file ?? (await siteAt(command.dir as string)).policy;
      parsePolicy(await textOf(file), file);
      return say(`${file} is sound`);
    }
    case 'set': {
      const { policy } = await siteAt(command.dir);
      await writeDurably(policy, withPolicyValue(await textOf(policy), command.path, command.value), 0o600);
      return say(`${command.path.join('.')} is ${command.value} now`);
    }
    case 'studies': {
      const paths = await siteAt(command.dir);
      const studies = studiesOf(await readOfferedRuns(paths.offeredRuns), await readApprovals(paths));
      if (command.isJson) return say(JSON.stringify(studies));
      return studiesText(studies).forEach((line) => say(line));
    }
    case 'approve': {
      const paths = await siteAt(command.dir);
      for (const { terms } of await waitingRuns(paths, command, signal)) {
        await approve(paths, terms, Date.now());
        for (const line of approvalText(terms)) say(line);
      }
      if (command.waitMs > 0) await untilTaken(paths, command, signal);
      return;
    }
    case 'revoke': {
      const revokedCount = await revoke(await siteAt(command.dir), command.study);
      if (revokedCount === 0) {
        throw new SiteError('unknown-study', `no study ${command.study} is approved: see mammofed site policy studies`);
      }
      return say(`study ${command.study} is not approved any more: nothing is trained for it`);
    }
  }
}

/** The policy that counts. @throws SiteError `bad-policy`. */
export async function readPolicy({ policy }: SitePaths): Promise<SitePolicy> {
  return parsePolicy(await textOf(policy), policy);
}

async function siteAt(dir: string): Promise<SitePaths> {
  const paths = sitePaths(dir);
  await readSiteConfig(paths);
  await movePolicy(paths);
  return paths;
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new SiteError('bad-policy', `${path} cannot be read: ${why}`, {}, error);
  });
}
