import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { epsilonOf } from '@mammofed/privacy';
import { DEFAULT_POLICY } from './site-policy.js';
import { temporaryFolders } from '../fixtures.test-support.js';
import { PrivacyAccount } from './privacy-account.js';
import { assertWithinBudget, forecastText, privacyForecast } from './privacy-forecast.js';
import { privacyReport, privacyText } from './privacy-report.js';

const folder = temporaryFolders();
const USE = { samplingRate: 0.1, noiseMultiplier: 1.5, times: 20 };
let path: string;
beforeEach(async () => {
  path = join(await folder(), 'privacy.json');
});

describe("a site's account of privacy", () => {
  it('adds up what was used, also over restarts', async () => {
    const first = await PrivacyAccount.open(path);
    expect(first.epsilon(1e-5)).toBe(0);
    await first.charge(USE);
    await first.charge({ ...USE, samplingRate: 0.2 });
    const second = await PrivacyAccount.open(path);
    await second.charge(USE);
    const uses = [
      { ...USE, samplingRate: 0.2 },
      { ...USE, times: 40 },
    ];
    expect((await PrivacyAccount.open(path)).uses).toEqual(uses);
    expect(second.epsilon(1e-5)).toBe(epsilonOf(uses, 1e-5));
  });

  it('keeps what noisy sums cost the site as a whole apart from what trainings cost its patients', async () => {
    const sum = { samplingRate: 1, noiseMultiplier: 3, times: 1 };
    const first = await PrivacyAccount.open(path);
    await first.charge(USE);
    await first.charge(sum, 'sites');
    const account = await PrivacyAccount.open(path);
    await account.charge(sum, 'sites');
    expect([account.uses, account.siteUses]).toEqual([[USE], [{ ...sum, times: 2 }]]);
    expect(account.epsilon(1e-5, 'sites')).toBe(epsilonOf([{ ...sum, times: 2 }], 1e-5));
    const report = privacyReport(account, { ...DEFAULT_POLICY, sitePrivacyBudget: { epsilon: 4, delta: 1e-7 } });
    expect(report.sites).toMatchObject({ delta: 1e-7, budget: 4, epsilon: account.epsilon(1e-7, 'sites') });
    expect(privacyText(report)).toContain('2 updates in noisy sums');
  });

  it('that was begun before there were noisy sums goes on', async () => {
    await writeFile(path, JSON.stringify({ version: 1, uses: [USE] }));
    const account = await PrivacyAccount.open(path);
    expect([account.uses, account.siteUses]).toEqual([[USE], []]);
  });

  it.each(['', '{', '{}', '{"version":1,"uses":[{"samplingRate":2,"noiseMultiplier":1,"times":1}]}'])(
    'is not taken for empty where it is damaged: %s',
    async (text) => {
      await writeFile(path, text);
      await expect(PrivacyAccount.open(path)).rejects.toMatchObject({ code: 'bad-privacy-account' });
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  it('is reported with what the policy allows', async () => {
    const account = await PrivacyAccount.open(path);
    expect(privacyText(privacyReport(account, DEFAULT_POLICY))).toContain('No run has used');
    await account.charge(USE);
    const report = privacyReport(account, { ...DEFAULT_POLICY, privacyBudget: { epsilon: 8, delta: 1e-6 } });
    const sites = { uses: [], delta: 1e-5, epsilon: 0, budget: null };
    expect(report).toEqual({ uses: [USE], delta: 1e-6, epsilon: epsilonOf([USE], 1e-6), budget: 8, sites });
    expect(privacyText(report)).toContain('The policy allows ε = 8.');
  });
});

describe('the forecast of a round', () => {
  it('counts what was spent before, this round, and the rest of the run', () => {
    const before = [{ ...USE, noiseMultiplier: 2 }];
    const forecast = privacyForecast(before, USE, 5, 1e-5);
    expect(forecast).toEqual({
      delta: 1e-5,
      spent: epsilonOf(before, 1e-5),
      afterRound: epsilonOf([...before, USE], 1e-5),
      afterRun: epsilonOf([...before, { ...USE, times: 100 }], 1e-5),
    });
    expect(forecast.spent).toBeLessThan(forecast.afterRound);
    expect(forecast.afterRound).toBeLessThan(forecast.afterRun);
    expect(forecastText(forecast)).toContain(`after this round ${forecast.afterRound.toFixed(2)}`);
  });

  it('is refused above the budget, and only there', () => {
    const forecast = privacyForecast([], USE, 1, 1e-5);
    const budget = (epsilon: number) => ({ epsilon, delta: 1e-5 });
    expect(() => assertWithinBudget(forecast, budget(forecast.afterRound - 1e-9))).toThrow(
      expect.objectContaining({ code: 'privacy-budget-spent' }),
    );
    assertWithinBudget(forecast, budget(forecast.afterRound));
    assertWithinBudget(forecast, null);
    expect(() => assertWithinBudget(forecast, budget(0.1), 'sites')).toThrow(
      expect.objectContaining({ code: 'site-privacy-budget-spent' }),
    );
  });
});
