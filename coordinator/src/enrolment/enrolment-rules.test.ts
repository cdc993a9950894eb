import { describe, expect, it } from '@jest/globals';
import { siteId } from '@mammofed/core';
import type { SiteStanding } from '../database/schema.js';
import { decideEnrolment, type EnrolmentFacts } from './enrolment-rules.js';

const INVITE = { siteName: 'north', expiresAtMs: 1000, usedBySiteId: null };

const decide = (facts: Partial<EnrolmentFacts>) =>
  decideEnrolment({ invite: INVITE, siteOfKey: null, siteOfName: null, isSigned: true, nowMs: 0, ...facts });

const self = (standing: SiteStanding) => ({ id: siteId('self'), standing });
const other = (standing: SiteStanding) => ({ id: siteId('other'), standing });

describe('who may ask to be a site', () => {
  it('is the holder of a code that nobody has used, under the name that the administrator chose', () => {
    expect(decide({})).toEqual({ kind: 'note', siteName: 'north' });
  });

  it.each([
    ['whose request under this name waits', { siteOfName: other('waiting') }],
    ['that was revoked under this name', { siteOfName: other('out') }],
    ['itself, whose request waits', { siteOfKey: self('waiting'), siteOfName: self('waiting') }],
  ] as const)('takes the place of a machine %s', (_what, facts) => {
    expect(decide(facts)).toEqual({ kind: 'note', siteName: 'north' });
  });

  it.each([
    ['an invented code', { invite: null }, 'unknown-join-code'],
    ['a used code', { invite: { ...INVITE, usedBySiteId: siteId('other') } }, 'used-join-code'],
    ['an expired code', { nowMs: 1000 }, 'expired-join-code'],
    ['a name that is taken', { siteOfName: other('listed') }, 'site-name-taken'],
    ['a machine that is a site already', { siteOfKey: self('listed') }, 'site-name-taken'],
    ['a machine that was revoked', { siteOfKey: self('out'), siteOfName: self('out') }, 'site-name-taken'],
    ['a request that somebody else signed', { isSigned: false }, 'bad-request-signature'],
  ] as const)('is not the holder of %s', (_what, facts, code) => {
    expect(decide(facts)).toMatchObject({ kind: 'refuse', code });
  });

  it('is told again, and not refused, if the first answer was lost, even after the code has expired', () => {
    const invite = { ...INVITE, usedBySiteId: siteId('self') };
    expect(decide({ invite, siteOfKey: self('waiting'), nowMs: 2000 })).toEqual({ kind: 'noted-before' });
  });
});
