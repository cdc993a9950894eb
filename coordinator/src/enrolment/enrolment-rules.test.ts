import { describe, expect, it } from '@jest/globals';
import { siteId } from '@mammofed/core';
import { decideEnrolment, SITE_NAME, type EnrolmentFacts } from './enrolment-rules.js';

const INVITE = { siteName: 'north', expiresAtMs: 1000, usedBySiteId: null };

const decide = (facts: Partial<EnrolmentFacts>) =>
  decideEnrolment({ invite: INVITE, siteIdOfKey: null, isNameTaken: false, nowMs: 0, ...facts });

describe('who becomes a site', () => {
  it('is the holder of a code that nobody has used, under the name that the administrator chose', () => {
    expect(decide({})).toEqual({ kind: 'enrol', siteName: 'north' });
  });

  it.each([
    ['an invented code', { invite: null }, 'unknown-join-code'],
    ['a used code', { invite: { ...INVITE, usedBySiteId: siteId('other') } }, 'used-join-code'],
    ['an expired code', { nowMs: 1000 }, 'expired-join-code'],
    ['a name that is taken', { isNameTaken: true }, 'site-name-taken'],
    ['a machine that is a site already', { siteIdOfKey: 'self' }, 'site-name-taken'],
  ] as const)('is not the holder of %s', (_what, facts, code) => {
    expect(decide(facts)).toMatchObject({ kind: 'refuse', code });
  });

  it('is told again, and not refused, if the first answer was lost, even after the code has expired', () => {
    const invite = { ...INVITE, usedBySiteId: siteId('self') };
    expect(decide({ invite, siteIdOfKey: 'self', nowMs: 2000 })).toEqual({ kind: 'already-enrolled' });
  });
});

describe('a site’s name', () => {
  it.each(['north', 'St.Mary-2', 'A'.repeat(64)])('may be %s', (name) => expect(name).toMatch(SITE_NAME));
  it.each(['', '../x', '.hidden', 'a b', 'a/b', 'ä', 'A'.repeat(65), 'a\n'])('may not be %j', (name) =>
    expect(name).not.toMatch(SITE_NAME),
  );
});
