import { readFile, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { silentLog, temporaryFolders, testSiteConfig } from '../fixtures.test-support.js';
import { readSiteConfig } from '../enrolment/site-folder.js';
import { sitePaths, type SitePaths } from '../site-paths.js';
import { HeldPolicy } from './held-policy.js';
import { movePolicy } from './move-policy.js';
import { parsePolicy } from './policy-yaml.js';
import { DEFAULT_POLICY } from './site-policy.js';

const folder = temporaryFolders();
let paths: SitePaths;
let said: string[];
beforeEach(async () => {
  paths = sitePaths(await folder());
  said = [];
});
const listeners = { log: silentLog, say: (line: string) => void said.push(line) };

describe('the policy of a site that runs', () => {
  it('is read again when it changes, and a broken edit keeps the last sound one and says so once', async () => {
    await writeFile(paths.policy, 'minCohort: 2\n');
    const held = await HeldPolicy.open(paths.policy);
    await held.refresh(listeners);
    expect([held.current.minCohort, said]).toEqual([2, []]);
    await writeFile(paths.policy, 'minCohort: 30\n');
    await held.refresh(listeners);
    expect(held.current.minCohort).toBe(30);
    await writeFile(paths.policy, 'minCohort: 4\nsurprise: 1\n');
    await held.refresh(listeners);
    await held.refresh(listeners);
    expect(held.current.minCohort).toBe(30);
    expect(said.at(-1)).toMatch(/line 2: there is no key surprise.*The policy of before counts on/);
    expect(said).toHaveLength(2);
    await rm(paths.policy);
    await held.refresh(listeners);
    expect([held.current.minCohort, said.at(-1)]).toEqual([30, expect.stringMatching(/missing/)]);
    await writeFile(paths.policy, 'minCohort: 5\n');
    await held.refresh(listeners);
    expect(held.current.minCohort).toBe(5);
  });

  it('is nothing that is made up: without the file, or with a broken one, the agent does not start', async () => {
    await expect(HeldPolicy.open(paths.policy)).rejects.toMatchObject({ code: 'bad-policy' });
    await writeFile(paths.policy, 'modes: []\n');
    await expect(HeldPolicy.open(paths.policy)).rejects.toMatchObject({ code: 'bad-policy' });
  });
});

describe('an older site.json with the policy in it', () => {
  const OLD = {
    ...{ shareExtremes: true, shareTrainingStats: true, minCellSize: 9, modes: ['sealed'], maxEpochs: 7, minCohort: 4 },
    privacyBudget: { epsilon: 3, delta: 1e-6 },
  };
  const write = (policy: unknown): Promise<void> =>
    writeFile(paths.config, JSON.stringify({ ...testSiteConfig(), policy }));

  it('loses it to policy.yaml, and nothing is lost', async () => {
    await write(OLD);
    await movePolicy(paths);
    expect(parsePolicy(await readFile(paths.policy, 'utf8'), 'policy.yaml')).toEqual({ ...DEFAULT_POLICY, ...OLD });
    expect(JSON.parse(await readFile(paths.config, 'utf8'))).toEqual(testSiteConfig());
    await movePolicy(paths);
    expect(await readSiteConfig(paths)).toEqual(testSiteConfig());
  });

  it('goes on with a move that a crash broke off, and leaves the choice to the hospital where the two differ', async () => {
    await write(OLD);
    await movePolicy(paths);
    await write(OLD);
    await movePolicy(paths);
    expect(JSON.parse(await readFile(paths.config, 'utf8'))).toEqual(testSiteConfig());
    await write({ ...OLD, minCohort: 5 });
    await expect(movePolicy(paths)).rejects.toMatchObject({ code: 'bad-policy' });
    expect(parsePolicy(await readFile(paths.policy, 'utf8'), 'policy.yaml').minCohort).toBe(4);
  });

  it('is refused where the old policy is not sound', async () => {
    await write({ ...OLD, modes: ['open'] });
    await expect(movePolicy(paths)).rejects.toMatchObject({ code: 'bad-configuration' });
  });
});
