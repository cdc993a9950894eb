import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SignedRoster } from '@mammofed/privacy';
import { sha256Hex } from '@mammofed/core';
import { termsOf } from '../consent/consent-terms.js';
import { approve, Consents } from '../consent/consents.js';
import { silentLog, temporaryFolders, testFacts, testRunConfig } from '../fixtures.test-support.js';
import { sitePaths, type SitePaths } from '../site-paths.js';
import { HeldPolicy } from './held-policy.js';
import { SiteRules } from './site-rules.js';

const folder = temporaryFolders();
const DAY_MS = 86_400_000;
// The epoch was a Thursday.
const FRIDAYS = 'hours: {timeZone: UTC, windows: [{days: [fri], from: "00:00", to: "24:00"}]}\n';

describe('the rules of a site that runs', () => {
  let paths: SitePaths;
  let nowMs: number;
  let held: SignedRoster | null;

  beforeEach(async () => {
    paths = sitePaths(await folder());
    nowMs = DAY_MS;
    held = signed('1');
  });
  const signed = (digit: string): SignedRoster => ({
    roster: testFacts().roster,
    sha256: sha256Hex(digit.repeat(64)),
    bytes: new Uint8Array(),
  });
  const rulesOf = async (policy: string): Promise<SiteRules> => {
    await writeFile(paths.policy, policy);
    return new SiteRules({
      policy: await HeldPolicy.open(paths.policy),
      consents: await Consents.open(paths.consent),
      roster: {
        get held() {
          return held;
        },
      },
      clock: { nowMs: () => nowMs },
      log: silentLog,
      say: () => undefined,
    });
  };

  it('say when a site may answer otherwise: an approval, another policy, another roster, the hour', async () => {
    const rules = await rulesOf(FRIDAYS);
    expect(await rules.look()).toBe(false);
    await approve(paths, termsOf(testRunConfig(), null), 1);
    expect([await rules.look(), await rules.look()]).toEqual([true, false]);
    expect(rules.facts().approved).toEqual([termsOf(testRunConfig(), null)]);
    await writeFile(paths.policy, `minCohort: 4\n${FRIDAYS}`);
    expect([await rules.look(), rules.policy.minCohort, await rules.look()]).toEqual([true, 4, false]);
    held = signed('2');
    expect([await rules.look(), await rules.look()]).toEqual([true, false]);
    nowMs = 2 * DAY_MS;
    expect([await rules.look(), await rules.look()]).toEqual([true, false]);
  });

  it('end a training when the hours do, by the name of the rule, and let the next one be', async () => {
    const rules = await rulesOf(FRIDAYS);
    const task = new AbortController();
    const first = rules.untilClosed(task.signal);
    expect(first.aborted).toBe(false);
    nowMs = 2 * DAY_MS;
    await rules.look();
    expect(first.reason).toMatchObject({ code: 'task-withdrawn', context: { rule: 'policy-hours' } });
    expect([task.signal.aborted, rules.untilClosed(task.signal).aborted]).toEqual([false, true]);
    nowMs = 8 * DAY_MS;
    await rules.look();
    expect(rules.untilClosed(task.signal).aborted).toBe(false);
  });

  it('judge nothing before there is a roster', async () => {
    const rules = await rulesOf('');
    held = null;
    expect(() => rules.facts()).toThrow(expect.objectContaining({ code: 'internal-error' }));
  });
});
