// Sites that do not keep to the protocol, and a coordinator that is killed, against an honest coordinator.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { packedByteLength, siteId, type SiteId } from '@mammofed/core';
import {
  advertisementBytes,
  dealtSharesBytes,
  sodiumReady,
  unmaskSharesBytes,
  type AttemptEvent,
  type DealtShares,
  type OwnedShare,
  type UnmaskShares,
} from '@mammofed/privacy';
import { randomVector, SecureCohort } from '../support/secure-cohort.js';

beforeAll(sodiumReady);

const five = (): SecureCohort => new SecureCohort({ siteCount: 5, threshold: 4 });

/** The code with which the coordinator refuses an event, or what it answers. */
function outcome(cohort: SecureCohort, event: AttemptEvent): string {
  try {
    return cohort.coordinator.apply(event);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte));

describe('the coordinator', () => {
  it('takes keys from the selected sites alone, once, and none that another site has', () => {
    const cohort = five();
    const [first, second] = cohort.sites;
    const advertised = (site: SiteId, act = cohort): string =>
      outcome(cohort, { kind: 'advertised', message: act.attempt(site).advertisement });
    const larger = new SecureCohort({ siteCount: 6 });
    expect(advertised(siteId('site-05'), larger)).toBe('not-a-member');
    expect(advertised(first, larger)).toBe('bad-member-signature');
    expect(advertised(first)).toBe('new');
    expect(advertised(first)).toBe('repeated');
    cohort.join(first);
    expect(advertised(first)).toBe('second-answer');
    expect(cohort.coordinator.progress).toEqual({ answers: 1, least: 4 });
    cohort.join(second, { terms: { ...cohort.terms, threshold: 5 } });
    expect(advertised(second)).toBe('other-threshold');
    expect(outcome(cohort, { kind: 'uploaded', site: first })).toBe('out-of-phase');
    expect(outcome(cohort, { kind: 'closed', phase: 'sharing' })).toBe('out-of-phase');
  });

  it('takes no key of low order, and says whose it is', () => {
    const cohort = five();
    const [, second] = cohort.sites;
    const { advertisement } = cohort.attempt(second);
    for (const kind of ['maskingKey', 'sealingKey'] as const) {
      // The points 0 and 1 (RFC 7748, section 6.1), and a key that is too short.
      for (const key of [new Uint8Array(32), new Uint8Array(32).fill(1, 0, 1), new Uint8Array(31).fill(3)]) {
        const message = { ...advertisement, [kind]: key };
        const signature = cohort.signAs(second, advertisementBytes(message));
        const take = () => cohort.coordinator.apply({ kind: 'advertised', message: { ...message, signature } });
        expect(take).toThrow(expect.objectContaining({ code: 'unusable-key', context: { site: second } }));
      }
    }
    expect(outcome(cohort, { kind: 'advertised', message: advertisement })).toBe('new');
  });

  it('accuses no site of a second answer that the site did not sign, or signed for another attempt', async () => {
    const cohort = five();
    const [first] = cohort.sites;
    const later = cohort.join(first, { terms: { ...cohort.terms, attempt: 2 } }).advertisement;
    cohort.join(first);
    cohort.advertise();
    const forged = { ...cohort.attempt(first).advertisement, sealingKey: later.sealingKey };
    expect(outcome(cohort, { kind: 'advertised', message: forged })).toBe('bad-member-signature');
    expect(outcome(cohort, { kind: 'advertised', message: later })).toBe('other-attempt');
    const dealt = await cohort.attempt(first).share(cohort.coordinator.roll);
    expect(outcome(cohort, { kind: 'dealt', message: dealt })).toBe('new');
    const altered = { ...dealt, seedCommitment: new Uint8Array(32) };
    expect(outcome(cohort, { kind: 'dealt', message: altered })).toBe('bad-member-signature');
  });

  it('takes one share for each other site, of this list of keys', async () => {
    const cohort = five();
    cohort.advertise();
    const [first] = cohort.sites;
    const honest = await cohort.attempt(first).share(cohort.coordinator.roll);
    const dealt = (change: Partial<DealtShares>): string => {
      const message = { ...honest, ...change };
      const signature = cohort.signAs(first, dealtSharesBytes(message));
      return outcome(cohort, { kind: 'dealt', message: { ...message, signature } });
    };
    expect(dealt({ sealed: honest.sealed.slice(1) })).toBe('wrong-share-set');
    expect(dealt({ cohortHash: new Uint8Array(32) })).toBe('other-cohort');
    expect(outcome(cohort, { kind: 'dealt', message: { ...honest, seedCommitment: new Uint8Array(32) } })).toBe(
      'bad-member-signature',
    );
    expect(dealt({})).toBe('new');
    expect(dealt({ seedCommitment: new Uint8Array(32) })).toBe('second-answer');
  });

  it('takes confirmations and shares of its own lists only, from those who uploaded', async () => {
    const cohort = five();
    const four = cohort.sites.slice(0, 4);
    const last = cohort.sites[4];
    cohort.advertise();
    await cohort.share();
    cohort.attempt(last).mask(cohort.coordinator.maskRequest(last));
    cohort.collect(four);
    const liar = cohort.attempt(last).confirm({ uploaders: cohort.sites }).message;
    expect(outcome(cohort, { kind: 'confirmed', message: liar })).toBe('not-a-member');
    const fooled = cohort.attempt(four[0]).confirm({ uploaders: cohort.sites }).message;
    expect(outcome(cohort, { kind: 'confirmed', message: fooled })).toBe('other-lists');
    expect(outcome(cohort, { kind: 'uploaded', site: last })).toBe('out-of-phase');
    expect(outcome(cohort, { kind: 'uploaded', site: four[0] })).toBe('repeated');
  });
});

describe('wrong shares', () => {
  /** Five sites have confirmed; the last one's upload did not arrive if `dropped`. */
  async function confirmed(dropped: boolean): Promise<{ cohort: SecureCohort; alive: readonly SiteId[] }> {
    const cohort = new SecureCohort({ siteCount: 6, threshold: 5 });
    const alive = dropped ? cohort.sites.slice(0, 5) : cohort.sites;
    cohort.advertise();
    await cohort.share();
    cohort.collect(alive, () => randomVector(cohort.layout));
    cohort.confirm(alive);
    return { cohort, alive };
  }

  /** All answer; `liar` sends something else than it was given to keep. */
  function unmask(
    { cohort, alive }: { cohort: SecureCohort; alive: readonly SiteId[] },
    liar: SiteId,
    lie: (share: OwnedShare) => OwnedShare,
  ): void {
    for (const site of alive) {
      const { message } = cohort.attempt(site).unmask(cohort.coordinator.unmaskRequest, []);
      const lies = { ...message, selfMasks: message.selfMasks.map(lie), keys: message.keys.map(lie) };
      const lied: UnmaskShares = { ...lies, signature: cohort.signAs(site, unmaskSharesBytes(lies)) };
      expect(outcome(cohort, { kind: 'unmasked', message: site === liar ? lied : message })).toBe('new');
    }
    cohort.coordinator.apply({ kind: 'closed', phase: 'unmasking' });
  }

  it.each<[string, (share: Uint8Array) => Uint8Array]>([
    ['altered', flipped],
    ['of a wrong length', (share) => share.slice(1)],
    ['empty', () => new Uint8Array(0)],
  ])('that are %s are found out: others are tried, and the liar is named', async (_, lie) => {
    const state = await confirmed(false);
    const { cohort } = state;
    const [owner, liar] = cohort.sites;
    unmask(state, liar, (share) => (share.owner === owner ? { ...share, share: lie(share.share) } : share));
    const { wrongShares } = await cohort.coordinator.recover();
    expect(wrongShares).toEqual([{ holder: liar, owner }]);
  });

  it('of one site for everybody cost one search: it is asked last from then on, and the event loop has its turns', async () => {
    const lost = [];
    for (const isLiar of [false, true]) {
      const state = await confirmed(false);
      const { cohort } = state;
      const liar = cohort.sites[1];
      unmask(state, liar, (share) => (isLiar ? { ...share, share: flipped(share.share) } : share));
      let turns = 0;
      let isOver = false;
      const turn = (): void => {
        turns++;
        if (!isOver) setImmediate(turn);
      };
      setImmediate(turn);
      const { wrongShares } = await cohort.coordinator.recover();
      isOver = true;
      lost.push(turns);
      expect(wrongShares).toEqual(isLiar ? [{ holder: liar, owner: cohort.sites[0] }] : []);
    }
    const [honest, lied] = lost;
    // One turn for each of the six seeds; the choice that leaves the liar out is found once, among some six.
    expect(honest).toBeGreaterThanOrEqual(6);
    expect(lied - honest).toBeLessThan(12);
  });

  it('end the attempt where no others are left, whether of a seed or of a key', async () => {
    for (const dropped of [true, false]) {
      const state = await confirmed(dropped);
      const { cohort, alive } = state;
      const owner = dropped ? cohort.sites[5] : alive[0];
      const others = dropped ? alive : alive.slice(0, 5);
      unmask({ cohort, alive: others }, others[1], (share) =>
        share.owner === owner ? { ...share, share: flipped(share.share) } : share,
      );
      await expect(cohort.sum()).rejects.toMatchObject({ code: 'unrecoverable-secret', context: { owner } });
    }
  });

  it('are refused if they are of other sites than was asked for', async () => {
    const { cohort, alive } = await confirmed(true);
    const { message } = cohort.attempt(alive[0]).unmask(cohort.coordinator.unmaskRequest, []);
    const both = { ...message, keys: [...message.keys, ...message.selfMasks] };
    const signature = cohort.signAs(alive[0], unmaskSharesBytes(both));
    expect(outcome(cohort, { kind: 'unmasked', message: { ...both, signature } })).toBe('other-lists');
  });
});

describe('a coordinator that is killed', () => {
  it('goes on in the same attempt from the events that it stored', async () => {
    const cohort = five();
    const events: AttemptEvent[] = [];
    const apply = cohort.coordinator.apply.bind(cohort.coordinator);
    cohort.coordinator.apply = (event) => {
      events.push(event);
      return apply(event);
    };
    const vector = new Uint8Array(packedByteLength(cohort.layout)).fill(1);
    cohort.advertise();
    await cohort.share();
    cohort.attempt(cohort.sites[4]).mask(cohort.coordinator.maskRequest(cohort.sites[4]));
    cohort.collect(cohort.sites.slice(0, 4), () => vector);
    cohort.confirm(cohort.sites.slice(0, 4));
    cohort.unmask(cohort.sites.slice(0, 4));

    const restarted = cohort.newCoordinator();
    for (const event of events) expect(restarted.apply(event)).toBe('new');
    expect(restarted.phase).toBe('aggregating');
    expect(restarted.unmaskRequest).toEqual(cohort.coordinator.unmaskRequest);
    const sum = await cohort.sum();
    expect(sum).toEqual(new Uint32Array(7).fill(4 * 0x01010101));
    const masks = [await restarted.recover(), await cohort.coordinator.recover()].map(({ unmasking }) => {
      const bytes = new Uint8Array(packedByteLength(cohort.layout));
      unmasking.addTo(bytes);
      return bytes;
    });
    expect(masks[0]).toEqual(masks[1]);
  });
});
