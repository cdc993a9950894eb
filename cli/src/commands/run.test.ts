import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminServer, json } from '../admin-server.test-support.js';
import { run } from '../main.js';
import {
  completedRun,
  confirming,
  evaluation,
  outlines,
  participant,
  RecordedScreen,
  round,
} from '../run-view.test-support.js';

let server: AdminServer;

beforeEach(async () => {
  server = await AdminServer.start();
});
afterEach(() => server.end());

async function typed(...argv: string[]): Promise<{ code: number; out: string[]; error: string }> {
  const screen = new RecordedScreen();
  const code = await run([...argv, '--dir', server.dir], screen);
  return { code, out: screen.printed, error: screen.noted.join('\n') };
}

describe('the commands of an administrator', () => {
  it('run list and run show print a table, or one line of JSON', async () => {
    const summary = { runId: 'run-1', state: 'completed', study: 'demo', round: 2, rounds: 2, createdAtMs: 0 };
    server.answer = json(200, { runs: [summary] });
    expect((await typed('run', 'list')).out[1]).toMatch(/^run-1 +demo +completed +2\/2 +1970/);
    expect((await typed('run', 'list', '--json')).out).toEqual([JSON.stringify({ runs: [summary] })]);
    server.answer = json(200, { runs: [] });
    expect((await typed('run', 'list')).out.join()).toMatch(/No runs yet.*run create/);
    server.answer = json(200, completedRun());
    expect((await typed('run', 'show', 'run-1')).out.join('\n')).toMatch(/Table 1, model of round 2/);
    expect((await typed('run', 'show', 'run-1', '--json')).out).toEqual([JSON.stringify(completedRun())]);
    expect((await typed('run', 'show', 'run-1')).out.join('\n')).not.toContain('Outlines and lesions');
    const evaluations = [evaluation('north', 2, 0.5, { segmentation: outlines(10) })];
    server.answer = json(200, completedRun({ evaluations }));
    expect((await typed('run', 'show', 'run-1')).out.join('\n')).toMatch(
      /Outlines and lesions, model of round 2.*4\.13 mm/s,
    );
  });

  it('run start says how to look on, and a refusal ends with exit code 1', async () => {
    server.answer = json(200, completedRun({ state: 'running' }));
    expect((await typed('run', 'start', 'run-1')).out.join()).toContain(`mammofed run watch run-1 --dir ${server.dir}`);
    server.answer = json(409, { error: { code: 'wrong-state', message: 'the run is under way' } });
    const refused = await typed('run', 'start', 'run-1');
    expect(refused.code).toBe(1);
    expect(refused.error).toBe('The coordinator refused: the run is under way');
  });

  it('run show says in which mode a run adds, and what its phase waits for', async () => {
    const base = completedRun({ state: 'running', rounds: [round(1, [], confirming())] });
    const quorum = { ...base.config.quorum, threshold: 5 };
    server.answer = json(200, { ...base, config: { ...base.config, mode: 'secure', quorum } });
    const { out } = await typed('run', 'show', 'run-1');
    expect(out).toContain('mode secure, ring of 32 bits, threshold at least 5');
    expect(out).toContain('  confirming: 3 of 4, least 3; waiting for east');
    server.answer = json(200, completedRun());
    expect((await typed('run', 'show', 'run-1')).out).toContain('mode sealed');
  });

  it('run watch tells the changes until the run has ended', async () => {
    const sites = [participant('north', 0, { status: 'training', phase: 'training', step: 12 })];
    const views = [
      completedRun({ state: 'draft', rounds: [], evaluations: [] }),
      completedRun({ state: 'running', rounds: [round(1, sites, { state: 'training', durationMs: null })] }),
      completedRun(),
    ];
    server.answer = (request, response) => json(200, views.length > 1 ? views.shift() : views[0])(request, response);
    const { code, out, error } = await typed('run', 'watch', 'run-1');
    expect(code).toBe(0);
    expect(out).toContain('round 1/2 training  site north  step 12/40');
    expect(out.join('\n')).toContain('run run-1 completed');
    expect(error).toMatch(/Begin it with: mammofed run start run-1/);
  });

  it('run watch waits for a coordinator that is started again, also on another port', async () => {
    let isFirst = true;
    server.answer = (request, response) => {
      if (!isFirst) return json(200, completedRun())(request, response);
      isFirst = false;
      json(200, completedRun({ state: 'running' }))(request, response);
      void server.stopListening().then(() => server.listen());
    };
    const { code, out } = await typed('run', 'watch', 'run-1');
    expect(code).toBe(0);
    expect(out.at(-1)).not.toBe('');
  });

  it('run watch --json keeps standard output to one line, and ends with exit code 1 if the run failed', async () => {
    server.answer = json(200, completedRun({ state: 'failed', note: 'round 1 was abandoned 5 times' }));
    const { code, out, error } = await typed('run', 'watch', 'run-1', '--json');
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ state: 'failed' });
    expect(error).toMatch(/Run run-1 failed: round 1 was abandoned 5 times\./);
  });
});
