import { describe, expect, it } from '@jest/globals';
import { runId, sha256Hex, siteId, type RoundState } from '@mammofed/core';
import { lineOf, type JournalEntry, type JournalLine } from './journal-entry.js';
import { secureRoundView } from './secure-view.js';

const HASH = new Uint8Array(32).fill(7);
const MEMBERS = ['north', 'south', 'west', 'east'].map((name) => siteId(name));
const BEGUN: JournalEntry = {
  kind: 'begun',
  beginning: {
    terms: {
      consortium: HASH,
      run: runId('run'),
      round: 1,
      attempt: 1,
      configurationHash: HASH,
      threshold: 3,
      clipsHash: HASH,
      ringBits: 32,
      baseModel: sha256Hex('0'.repeat(64)),
      rosterVersion: 1,
      rosterHash: HASH,
    },
    members: MEMBERS.map((name) => ({ siteId: siteId(`id-of-${name}`), name, key: '07'.repeat(32) })),
    minCohort: 3,
    parameterCount: 4,
  },
};

/** As the view's query gives it: without the message. */
const answer = (kind: JournalLine['kind'], site: string): JournalLine => ({
  kind,
  site: siteId(site),
  phase: null,
  content: null,
});

const view = (state: RoundState, ...lines: JournalLine[]) => secureRoundView(state, [lineOf(BEGUN), ...lines]);

describe('the view of a round in secure mode', () => {
  it('is empty before its phases began', () => {
    expect(secureRoundView('training', [])).toBeNull();
  });

  it('says who is waited for, and who is lost with which code', () => {
    const lost = lineOf({
      kind: 'lost',
      site: siteId('east'),
      phase: 'keying',
      code: 'policy-min-cohort',
      reason: 'policy-min-cohort: too few',
    });
    expect(view('keying', answer('advertised', 'south'), lost)).toMatchObject({
      threshold: 3,
      least: 3,
      phase: { answeredCount: 1, expectedCount: 4, waitingFor: ['north', 'west'] },
      lost: [{ site: 'east', phase: 'keying', code: 'policy-min-cohort' }],
    });
  });

  it('expects in a phase those that answered in the one before', () => {
    const lines = ['north', 'south', 'west'].map((site) => answer('uploaded', site));
    expect(view('confirming', ...lines, answer('confirmed', 'west'))?.phase).toEqual({
      answeredCount: 1,
      expectedCount: 3,
      waitingFor: ['north', 'south'],
    });
  });

  it('waits for nobody once the phases are over, and names wrong shares', () => {
    const wrong = lineOf({ kind: 'wrong-share', holder: siteId('west'), owner: siteId('north') });
    expect(view('committed', wrong)).toMatchObject({
      phase: null,
      wrongShares: [{ holder: 'west', owner: 'north' }],
    });
  });
});
