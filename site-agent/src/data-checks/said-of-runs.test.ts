import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { SaidOfRuns } from './said-of-runs.js';

describe('what was said of runs', () => {
  it('tells words that are news from words that are not, of each run', () => {
    const said = new SaidOfRuns();
    expect(said.isNews(runId('one'), 'fit')).toBe(true);
    expect(said.isNews(runId('one'), 'fit')).toBe(false);
    expect(said.isNews(runId('one'), 'differ')).toBe(true);
    expect(said.isNews(runId('two'), 'fit')).toBe(true);
  });

  it('forgets the oldest run where a coordinator makes up more than 200, with its drift', () => {
    const said = new SaidOfRuns();
    said.toldDrift(runId('one'), true);
    for (let i = 0; i < 199; i++) said.isNews(runId(`run-${i}`), 'fit');
    expect(said.hasDrift(runId('one'))).toBe(true);
    said.isNews(runId('run-199'), 'fit');
    expect(said.hasDrift(runId('one'))).toBe(false);
    expect(said.isNews(runId('run-199'), 'fit')).toBe(false);
  });
});
