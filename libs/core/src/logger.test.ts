import { describe, expect, it } from '@jest/globals';
import { jsonLinesLogger } from './logger.js';

function capture(): { lines: string[]; write: (line: string) => void } {
  const lines: string[] = [];
  return { lines, write: (line) => lines.push(line) };
}

describe('jsonLinesLogger', () => {
  it('writes one object a line: time, level, component, message, then the fields', () => {
    const { lines, write } = capture();
    const log = jsonLinesLogger('coordinator', () => Date.UTC(2024, 0, 2, 3, 4, 5, 6), write);
    log.info('round closed', { roundNumber: 3, isFull: true, note: null });
    log.warn('site is silent');
    log.error('round failed', { code: 'no-quorum' });
    expect(lines).toEqual([
      '{"time":"2024-01-02T03:04:05.006Z","level":"info","component":"coordinator","message":"round closed","roundNumber":3,"isFull":true,"note":null}\n',
      '{"time":"2024-01-02T03:04:05.006Z","level":"warn","component":"coordinator","message":"site is silent"}\n',
      '{"time":"2024-01-02T03:04:05.006Z","level":"error","component":"coordinator","message":"round failed","code":"no-quorum"}\n',
    ]);
  });

  it('asks for the time at every line', () => {
    const { lines, write } = capture();
    let nowMs = 0;
    const log = jsonLinesLogger('site', () => (nowMs += 1000), write);
    log.info('first');
    log.info('second');
    expect(lines.map((line) => (JSON.parse(line) as { time: string }).time)).toEqual([
      '1970-01-01T00:00:01.000Z',
      '1970-01-01T00:00:02.000Z',
    ]);
  });

  it('keeps to one line whatever a field holds, so that nobody can forge a line', () => {
    const { lines, write } = capture();
    const site = 'north\n{"level":"error"}\u2028\r';
    jsonLinesLogger('coordinator', () => 0, write).info('site connected', { site });
    expect(lines).toHaveLength(1);
    expect((lines[0] as string).trimEnd()).not.toMatch(/[\n\r]/);
    expect((JSON.parse(lines[0] as string) as { site: string }).site).toBe(site);
  });

  it('leaves out a field without a value', () => {
    const { lines, write } = capture();
    jsonLinesLogger('site', () => 0, write).info('idle', { roundNumber: undefined });
    expect(JSON.parse(lines[0] as string)).not.toHaveProperty('roundNumber');
  });
});
