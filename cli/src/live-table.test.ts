import { describe, expect, it } from '@jest/globals';
import { frame, LiveTable } from './live-table.js';
import { completedRun, confirming, participant, RecordedScreen, round } from './run-view.test-support.js';

const view = completedRun({
  state: 'running',
  note: 'a note\u001b[31m',
  rounds: [
    round(1, [participant('north', 0)]),
    round(
      2,
      [
        participant('north', 0, { status: 'training', phase: 'training', step: 10, loss: 0.5 }),
        participant('south', 1),
      ],
      {
        state: 'training',
        durationMs: null,
        startedAtMs: 1_000,
      },
    ),
  ],
});

describe('the live table', () => {
  it('shows round, phase, site, progress, loss, Dice and bytes', () => {
    const text = frame(view, 6_000).join('\n');
    expect(text).toMatch(/round 2\/2 training {2}5\.0 s/);
    expect(text).toMatch(/north +training +█{4}░{12} +10\/40 +0\.500 +0\.600 +293\.0 KiB +244\.1 KiB/);
    expect(text).toMatch(/south +uploaded +█{16} +40\/40 +0\.750/);
    expect(text).toMatch(/Dice over all by round {2}0: 0\.350 {2}1: 0\.450/);
    expect(text).not.toContain('\u001b');
  });

  it('shows a coarse share in per cent where a site keeps its steps to itself', () => {
    const coarse = { status: 'training', phase: 'training', step: 3, stepCount: 10, loss: null } as const;
    const sites = [participant('north', 0, coarse)];
    expect(frame(completedRun({ rounds: [round(1, sites)] }), 6_000).join('\n')).toMatch(/north +training +█+░+ +30 %/);
  });

  it('says why a site was dropped', () => {
    const sites = [participant('south', 1, { status: 'dropped', reason: 'stalled: silent\u001b[31m for 9 s' })];
    const text = frame(completedRun({ rounds: [round(1, sites)] }), 6_000).join('\n');
    expect(text).toContain('south: stalled: silent [31m for 9 s');
  });

  it('says what a phase of secure mode waits for, who was lost, and whose share was wrong', () => {
    const text = frame(completedRun({ rounds: [round(1, [participant('north', 0)], confirming())] }), 6_000).join('\n');
    expect(text).toContain('  confirming: 3 of 4, least 3; waiting for east');
    expect(text).toContain('  west lost in sharing: equal-keys: of another');
    expect(text).toContain('  wrong share: north sent it, south dealt it');
  });

  it('draws every frame over the last one and never more than the terminal holds', () => {
    const screen = new RecordedScreen(true, 30, 5);
    const table = new LiveTable(screen);
    table.draw(frame(view, 6_000));
    const first = screen.drawn;
    expect(first.startsWith('\r\u001b[J')).toBe(true);
    expect(first.trimEnd().split('\n')).toHaveLength(4);
    for (const line of first.replace('\r\u001b[J', '').split('\n')) expect(line.length).toBeLessThan(30);
    table.draw(frame(view, 6_000));
    expect(screen.drawn.slice(first.length).startsWith('\u001b[4A\r\u001b[J')).toBe(true);
  });
});
