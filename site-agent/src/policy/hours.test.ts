import { describe, expect, it } from '@jest/globals';
import { hoursText, isWithinHours, type Hours } from './hours.js';

const NIGHTS: Hours = {
  timeZone: 'Europe/Berlin',
  windows: [
    { days: ['mon', 'fri'], from: '19:00', to: '06:00' },
    { days: ['wed'], from: '08:30', to: '24:00' },
  ],
};

describe('the hours of a site', () => {
  // 2026-11-23 is a Monday; Berlin is an hour ahead of UTC in winter, two in summer.
  it.each<[string, boolean]>([
    ['2026-11-23T17:59:00Z', false],
    ['2026-11-23T18:00:00Z', true],
    ['2026-11-24T04:59:59Z', true],
    ['2026-11-24T05:00:00Z', false],
    ['2026-11-24T18:00:00Z', false],
    ['2026-11-25T07:29:00Z', false],
    ['2026-11-25T07:30:00Z', true],
    ['2026-11-25T22:59:59Z', true],
    ['2026-11-25T23:00:00Z', false],
    ['2026-11-28T04:00:00Z', true],
    ['2026-07-27T17:00:00Z', true],
    ['2026-07-27T16:59:00Z', false],
  ])('at %s: %s', (time, isOpen) => {
    expect(isWithinHours(NIGHTS, Date.parse(time))).toBe(isOpen);
  });

  it('go by the wall clock where it is turned: the hour that comes twice counts twice', () => {
    const hours: Hours = { timeZone: 'Europe/Berlin', windows: [{ days: ['sun'], from: '02:00', to: '03:00' }] };
    const open = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].map((time) =>
      isWithinHours(hours, Date.parse(time)),
    );
    expect(open).toEqual([true, true, false]);
  });

  it('are told in words', () => {
    expect(hoursText(NIGHTS)).toBe('mon,fri 19:00–06:00; wed 08:30–24:00 (Europe/Berlin)');
  });
});
