// A coordinator that lies, and members that do, against honest sites: each attack is refused with a code of its own, and
// nothing is sent.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { packedByteLength, runId, sha256Hex, siteId, type SiteId } from '@mammofed/core';
import {
  advertisementBytes,
  clipsHash,
  confirmationBytes,
  generateIdentity,
  Secret,
  sodiumReady,
  type Advertisement,
  type AttemptSecrets,
  type AttemptTerms,
  type CohortPolicy,
  type Confirmation,
  type Roll,
} from '@mammofed/privacy';
import { masked, SecureCohort } from '../support/secure-cohort.js';

beforeAll(sodiumReady);

/** The code with which `act` is refused. */
async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing was refused';
}

const five = (): SecureCohort => new SecureCohort({ siteCount: 5, threshold: 4 });

/** The roll with one member's advertisement replaced. */
function rollWith(cohort: SecureCohort, site: SiteId, advertisement: Advertisement): Roll {
  const advertisements = cohort.sites.map((member) =>
    member === site ? advertisement : cohort.attempt(member).advertisement,
  );
  return { advertisements };
}

describe('a site that is shown the keys of its cohort', () => {
  const first = siteId('site-00');
  const other = siteId('site-03');

  /** How the first site takes a roll in which the other one's advertisement is replaced. */
  const shown = (replace: (cohort: SecureCohort) => Advertisement): Promise<string> => {
    const cohort = five();
    return refusal(() => cohort.attempt(first).share(rollWith(cohort, other, replace(cohort))));
  };
  const withTerms = (terms: Partial<AttemptTerms>) => (cohort: SecureCohort) =>
    cohort.join(other, { terms: { ...cohort.terms, ...terms } }).advertisement;

  it.each<[string, Partial<AttemptTerms>, string]>([
    ['another run', { round: 4 }, 'other-attempt'],
    ['another attempt', { attempt: 2 }, 'other-attempt'],
    ['another configuration', { configurationHash: new Uint8Array(32) }, 'other-configuration'],
    ['another base model', { baseModel: sha256Hex('cd'.repeat(32)) }, 'other-base-model'],
    ['a lowered threshold', { threshold: 3 }, 'other-threshold'],
    ['wider clips', { clipsHash: clipsHash([5, 5]) }, 'other-clips'],
    ['a narrower ring', { ringBits: 16 }, 'other-ring'],
    ['an old roster', { rosterVersion: 3 }, 'other-roster'],
    ['a forked roster', { rosterHash: new Uint8Array(32) }, 'other-roster'],
  ])('refuses a member that signed %s', async (_, terms, code) => {
    expect(await shown(withTerms(terms))).toBe(code);
  });

  it('refuses keys that their site did not sign, and a signer who is not on the roster', async () => {
    const replaced = await shown((cohort) => {
      const honest = cohort.attempt(other).advertisement;
      return { ...honest, maskingKey: cohort.attempt(siteId('site-04')).advertisement.sealingKey };
    });
    expect(replaced).toBe('bad-member-signature');
    const impostor = (cohort: SecureCohort): Advertisement =>
      cohort.join(other, { identity: generateIdentity() }).advertisement;
    expect(await shown(impostor)).toBe('bad-member-signature');
    const cohort = five();
    const identityKeyOf = (site: SiteId) => (site === other ? null : cohort.roster.identityKeyOf(site));
    const site = cohort.join(first, { roster: { identityKeyOf } });
    cohort.advertise();
    expect(await refusal(() => site.share(cohort.coordinator.roll))).toBe('unknown-member');
  });

  it('refuses equal keys, and keys of low order', async () => {
    const keys = (publicKey: Uint8Array) => ({ publicKey, secretKey: new Secret(new Uint8Array(32).fill(5)) });
    const withKeys = (masking: Uint8Array, sealing: Uint8Array) => (cohort: SecureCohort) => {
      const secrets: AttemptSecrets = {
        masking: keys(masking),
        sealing: keys(sealing),
        seed: new Secret(new Uint8Array(32)),
      };
      return cohort.join(other, {}, secrets).advertisement;
    };
    const [a, b] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
    expect(await shown(withKeys(a, a))).toBe('equal-keys');
    expect(
      await shown((cohort) => withKeys(cohort.attempt(siteId('site-04')).advertisement.maskingKey, b)(cohort)),
    ).toBe('equal-keys');
    expect(await shown(withKeys(new Uint8Array(32), b))).toBe('unusable-key');
    expect(await shown(withKeys(a, new Uint8Array(31).fill(3)))).toBe('unusable-key');
  });

  it('refuses a member that holds another log', async () => {
    const log = { size: 8, root: new Uint8Array(32) };
    expect(await shown((cohort) => cohort.join(other, { log }).advertisement)).toBe('other-log');
  });

  it('refuses a roll without itself, with other keys of its own, out of order, or with a member twice', async () => {
    const cohort = five();
    const all = cohort.sites.map((site) => cohort.attempt(site).advertisement);
    const site = cohort.attempt(first);
    expect(await refusal(() => site.share({ advertisements: all.slice(1) }))).toBe('not-a-member');
    const own = cohort.join(first).advertisement;
    expect(await refusal(() => site.share({ advertisements: [own, ...all.slice(1)] }))).toBe('replaced-advertisement');
    expect(await refusal(() => site.share({ advertisements: [...all].reverse() }))).toBe('disordered-list');
    expect(await refusal(() => site.share({ advertisements: [all[0], ...all] }))).toBe('disordered-list');
  });

  it('refuses a cohort or a threshold that is too small, by the constants and by its policy', async () => {
    const shrunken = async (
      count: number,
      threshold: number,
      policy: CohortPolicy = { minCohort: 0, thresholdFloor: 0 },
    ) => {
      const cohort = new SecureCohort({ siteCount: 5, threshold: 4, policy });
      const terms = { ...cohort.terms, threshold };
      const members = cohort.sites.slice(0, count).map((site) => cohort.join(site, { terms }));
      return refusal(() => members[0].share({ advertisements: members.map(({ advertisement }) => advertisement) }));
    };
    expect(await shrunken(2, 2)).toBe('cohort-too-small');
    expect(await shrunken(4, 4, { minCohort: 5, thresholdFloor: 0 })).toBe('cohort-too-small');
    expect(await shrunken(5, 3)).toBe('threshold-too-low');
    expect(await shrunken(3, 2)).toBe('threshold-too-low');
    expect(await shrunken(5, 4, { minCohort: 3, thresholdFloor: 5 })).toBe('threshold-below-policy');
    // Privacy noise that was made for more: t − c = 2t − n is 3 of 5, and 2 of 4.
    expect(await shrunken(4, 3, { minCohort: 3, thresholdFloor: 0, leastHonest: 3 })).toBe('too-little-noise');
    expect(await shrunken(5, 4, { minCohort: 3, thresholdFloor: 0, leastHonest: 3 })).not.toBe('too-little-noise');
    expect(await shrunken(3, 4)).toBe('below-threshold');
    expect(await shrunken(5, 4)).toBe('nothing was refused');
  });

  it('refuses more members than the complete graph is made for', async () => {
    const cohort = five();
    const { advertisement } = cohort.attempt(first);
    const strangers = Array.from({ length: 64 }, (_, i) => ({ ...advertisement, site: siteId(`site-00-${100 + i}`) }));
    const roll = { advertisements: [advertisement, ...strangers] };
    expect(await refusal(() => cohort.attempt(first).share(roll))).toBe('cohort-too-large');
  });

  it('deals shares for one roll, and gives the same answer to the same one', async () => {
    const cohort = five();
    cohort.advertise();
    const site = cohort.attempt(first);
    const dealt = await site.share(cohort.coordinator.roll);
    expect(await site.share(cohort.coordinator.roll)).toBe(dealt);
    const shrunken = { advertisements: cohort.coordinator.roll.advertisements.slice(0, 4) };
    expect(await refusal(() => site.share(shrunken))).toBe('second-cohort');
  });
});

describe('a site that gives an attempt up', () => {
  it('has no secret left: none that it made, and none that others gave it to keep', async () => {
    const fills = jest.spyOn(Uint8Array.prototype, 'fill');
    const wipedShares = (): number =>
      new Set((fills.mock.contexts as Uint8Array[]).filter(({ length }) => length === 33)).size;
    try {
      const cohort = five();
      cohort.advertise();
      const [site] = cohort.sites;
      await cohort.attempt(site).share(cohort.coordinator.roll);
      // Two for each of the four others are wiped once they are sealed; its own two are kept.
      expect(wipedShares()).toBe(8);
      cohort.attempt(site).wipe();
      expect(wipedShares()).toBe(10);
      const other = five();
      other.advertise();
      await other.share();
      other.attempt(site).mask(other.coordinator.maskRequest(site));
      const before = wipedShares();
      other.attempt(site).wipe();
      expect(wipedShares()).toBe(before + 10);
    } finally {
      fills.mockRestore();
    }
  });

  it('has none left either if it does so while it deals its shares', async () => {
    const cohort = five();
    cohort.advertise();
    const site = cohort.attempt(cohort.sites[0]);
    const dealt = refusal(() => site.share(cohort.coordinator.roll));
    site.wipe();
    expect(await dealt).toBe('out-of-phase');
    expect(await refusal(() => site.share(cohort.coordinator.roll))).toBe('out-of-phase');
  });
});

describe('a site that is asked for its masked update', () => {
  const asked = async (): Promise<SecureCohort> => {
    const cohort = five();
    cohort.advertise();
    await cohort.share();
    return cohort;
  };

  it('refuses before it has dealt shares, and a second time', async () => {
    const cohort = await asked();
    const [site] = cohort.sites;
    const request = cohort.coordinator.maskRequest(site);
    expect(await refusal(() => five().attempt(site).mask(request))).toBe('out-of-phase');
    cohort.attempt(site).mask(request);
    expect(await refusal(() => cohort.attempt(site).mask(request))).toBe('already-masked');
    const fewer = { sharers: request.sharers.slice(0, 4), sealed: request.sealed.slice(0, 3) };
    expect(await refusal(() => cohort.attempt(site).mask(fewer))).toBe('already-masked');
  });

  it('refuses a list of sharers that is none of its cohort, leaves it out, or is too short', async () => {
    const cohort = await asked();
    const [site] = cohort.sites;
    const { sharers, sealed } = cohort.coordinator.maskRequest(site);
    const mask = (list: readonly SiteId[]): Promise<string> =>
      refusal(() => cohort.attempt(site).mask({ sharers: list, sealed }));
    expect(await mask([...sharers, siteId('site-99')])).toBe('stranger-among-sharers');
    expect(await mask(sharers.slice(1))).toBe('not-a-member');
    expect(await mask(sharers.slice(0, 3))).toBe('below-threshold');
    expect(await mask([...sharers].reverse())).toBe('disordered-list');
  });

  it('refuses shares that are missing, altered, of another pair, or its own handed back', async () => {
    const cohort = await asked();
    const [site, second] = cohort.sites;
    const request = cohort.coordinator.maskRequest(site);
    const mask = (bytesOf: (bytes: Uint8Array) => Uint8Array): Promise<string> => {
      const sealed = request.sealed.map((share) =>
        share.sender === second ? { ...share, bytes: bytesOf(share.bytes) } : share,
      );
      return refusal(() => cohort.attempt(site).mask({ ...request, sealed }));
    };
    const missing = { ...request, sealed: request.sealed.slice(1) };
    expect(await refusal(() => cohort.attempt(site).mask(missing))).toBe('wrong-share-set');
    expect(await mask((bytes) => bytes.map((byte, i) => (i === 60 ? byte ^ 1 : byte)))).toBe('unreadable-share');
    expect(await mask((bytes) => bytes.slice(0, 10))).toBe('unreadable-share');
    expect(await mask(() => request.sealed[1].bytes)).toBe('unreadable-share');
    // Both directions of a pair have one key: only the names inside tell them apart.
    const [own] = cohort.coordinator.maskRequest(second).sealed;
    expect(own.sender).toBe(site);
    expect(await mask(() => own.bytes)).toBe('misdirected-share');
    expect(await mask((bytes) => bytes)).toBe('nothing was refused');
  });

  it('refuses blocks that split a word or go beyond the vector', async () => {
    const cohort = await asked();
    const masks = cohort.attempt(cohort.sites[0]).mask(cohort.coordinator.maskRequest(cohort.sites[0]));
    expect(await refusal(() => masks.addTo(new Uint8Array(6)))).toBe('bad-block');
    expect(await refusal(() => masks.addTo(new Uint8Array(packedByteLength(cohort.layout) + 4)))).toBe('bad-block');
    masked(masks, new Uint8Array(packedByteLength(cohort.layout)), cohort.layout);
    expect(await refusal(() => masks.addTo(new Uint8Array(4)))).toBe('bad-block');
  });
});

describe('a site that is asked to confirm and to unmask', () => {
  /** Five sites have masked; the last one's upload does not arrive. */
  const uploaded = async (): Promise<SecureCohort> => {
    const cohort = five();
    cohort.advertise();
    await cohort.share();
    const last = cohort.sites[4];
    cohort.attempt(last).mask(cohort.coordinator.maskRequest(last));
    cohort.collect(cohort.sites.slice(0, 4));
    return cohort;
  };
  const confirmed = async (): Promise<SecureCohort> => {
    const cohort = await uploaded();
    cohort.confirm(cohort.sites.slice(0, 4));
    return cohort;
  };

  it('confirms one list, and gives the same answer to the same one', async () => {
    const cohort = await uploaded();
    const site = cohort.attempt(cohort.sites[0]);
    const { message, record } = site.confirm(cohort.coordinator.confirmRequest);
    expect(record.confirmed).toEqual({ sharers: cohort.sites, uploaders: cohort.sites.slice(0, 4) });
    expect(site.confirm(cohort.coordinator.confirmRequest).message).toBe(message);
    expect(await refusal(() => site.confirm({ uploaders: cohort.sites }))).toBe('second-confirmation');
  });

  it('refuses a list of uploads that is none of the sharers, leaves it out, or is too short', async () => {
    const cohort = await uploaded();
    const [first, second] = cohort.sites;
    const confirm = (site: SiteId, uploaders: readonly SiteId[]): Promise<string> =>
      refusal(() => cohort.attempt(site).confirm({ uploaders }));
    expect(await confirm(first, [...cohort.sites, siteId('site-99')])).toBe('stranger-among-uploaders');
    expect(await confirm(first, cohort.sites.slice(0, 3))).toBe('below-threshold');
    expect(await confirm(first, cohort.sites.slice(1))).toBe('not-a-member');
    expect(await confirm(first, [second, first, ...cohort.sites.slice(2)])).toBe('disordered-list');
  });

  it('does nothing before its turn', async () => {
    const cohort = five();
    cohort.advertise();
    const [site] = cohort.sites;
    const unmask = { confirmations: [], selfMasksOf: cohort.sites, keysOf: [] };
    expect(await refusal(() => cohort.attempt(site).confirm({ uploaders: cohort.sites }))).toBe('out-of-phase');
    expect(await refusal(() => cohort.attempt(site).unmask(unmask, []))).toBe('out-of-phase');
    await cohort.share();
    expect(await refusal(() => cohort.attempt(site).confirm({ uploaders: cohort.sites }))).toBe('out-of-phase');
    cohort.collect();
    expect(await refusal(() => cohort.attempt(site).unmask(unmask, []))).toBe('out-of-phase');
  });

  it('gives no share of a site that is said to be alive and dropped', async () => {
    const cohort = await confirmed();
    const { unmaskRequest } = cohort.coordinator;
    const site = cohort.attempt(cohort.sites[0]);
    const both = { ...unmaskRequest, keysOf: [...unmaskRequest.keysOf, cohort.sites[1]].sort() };
    expect(await refusal(() => site.unmask(both, []))).toBe('both-shares-asked');
    const dropped = {
      ...unmaskRequest,
      selfMasksOf: unmaskRequest.selfMasksOf.slice(0, 3),
      keysOf: cohort.sites.slice(3),
    };
    expect(await refusal(() => site.unmask(dropped, []))).toBe('other-lists');
    expect(await refusal(() => site.unmask({ ...unmaskRequest, keysOf: [] }, []))).toBe('other-lists');
    expect(site.record.hasUnmasked).toBe(false);
  });

  it('gives no share without enough signatures on what it confirmed', async () => {
    const cohort = await confirmed();
    const { unmaskRequest } = cohort.coordinator;
    const { confirmations } = unmaskRequest;
    const site = cohort.attempt(cohort.sites[0]);
    const unmask = (list: readonly Confirmation[]): Promise<string> =>
      refusal(() => site.unmask({ ...unmaskRequest, confirmations: list }, []));
    expect(await unmask([])).toBe('too-few-confirmations');
    expect(await unmask(confirmations.slice(1))).toBe('too-few-confirmations');
    expect(await unmask([...confirmations.slice(1), confirmations[1]])).toBe('too-few-confirmations');
    const last = cohort.sites[4];
    // The fifth site is on the roster but not among the uploaders, and a signature on other lists is none.
    const signed = (signer: SiteId, message: Confirmation): Confirmation => ({
      ...message,
      site: signer,
      signature: cohort.signAs(signer, confirmationBytes({ ...message, site: signer })),
    });
    expect(await unmask([...confirmations.slice(1), signed(last, confirmations[0])])).toBe('too-few-confirmations');
    const split = { ...confirmations[0], uploaders: cohort.sites };
    expect(await unmask([...confirmations.slice(1), signed(split.site, split)])).toBe('too-few-confirmations');
    expect(await unmask(confirmations)).toBe('nothing was refused');
  });

  it('gives its shares once, and then has none left', async () => {
    const cohort = await confirmed();
    const { unmaskRequest, confirmRequest } = cohort.coordinator;
    const site = cohort.attempt(cohort.sites[0]);
    const { record, message } = site.unmask(unmaskRequest, []);
    expect(record.hasUnmasked).toBe(true);
    expect(message.selfMasks.map(({ owner }) => owner)).toEqual(cohort.sites.slice(0, 4));
    expect(message.keys.map(({ owner }) => owner)).toEqual([cohort.sites[4]]);
    expect(await refusal(() => site.unmask(unmaskRequest, []))).toBe('already-unmasked');
    expect(await refusal(() => site.confirm(confirmRequest))).toBe('out-of-phase');
  });

  it('joins no other attempt of a round that it helped to unmask, and none on the same model', async () => {
    const cohort = await confirmed();
    const [site] = cohort.sites;
    const joined = cohort.attempt(site).record;
    const { record } = cohort.attempt(site).unmask(cohort.coordinator.unmaskRequest, []);
    const later = (terms: Partial<AttemptTerms>, records = [joined, record]): Promise<string> =>
      refusal(() => cohort.join(site, { records, terms: { ...cohort.terms, ...terms } }));
    const otherModel = { baseModel: sha256Hex('ef'.repeat(32)) };
    expect(await later({ attempt: 2 })).toBe('round-already-unmasked');
    expect(await later({ attempt: 2, ...otherModel })).toBe('round-already-unmasked');
    expect(await later({ round: 4 })).toBe('round-already-unmasked');
    expect(await later({ round: 4, ...otherModel })).toBe('nothing was refused');
    // Before unmasking, an attempt may be repeated with fresh keys; what was begun is not begun again.
    expect(await later({ attempt: 2 }, [joined])).toBe('nothing was refused');
    expect(await later({}, [joined])).toBe('restarted-attempt');
    expect(await later({}, [{ ...joined, attempt: 2 }])).toBe('stale-attempt');
    expect(await later({}, [{ ...joined, round: 4, ...otherModel }])).toBe('stale-attempt');
    expect(await later({}, [{ ...joined, run: runId('run-2'), round: 4, ...otherModel }])).toBe('nothing was refused');
  });

  it('unmasks no second sum of a round or on a model, although it joined both attempts before', async () => {
    const cohort = await confirmed();
    const site = cohort.attempt(cohort.sites[0]);
    const { record } = site;
    const { unmaskRequest } = cohort.coordinator;
    const other = { ...record, run: runId('run-2'), hasUnmasked: true };
    const otherModel = { baseModel: sha256Hex('ef'.repeat(32)) };
    expect(await refusal(() => site.unmask(unmaskRequest, [record, other]))).toBe('round-already-unmasked');
    const second = { ...record, ...otherModel, attempt: 2, hasUnmasked: true };
    expect(await refusal(() => site.unmask(unmaskRequest, [record, second]))).toBe('round-already-unmasked');
    expect(await refusal(() => site.unmask(unmaskRequest, [record, { ...other, ...otherModel }]))).toBe(
      'nothing was refused',
    );
  });

  it('says the same of its keys each time, and different ones in each attempt', () => {
    const cohort = five();
    const [site] = cohort.sites;
    const { advertisement } = cohort.attempt(site);
    expect(cohort.attempt(site).advertisement).toBe(advertisement);
    const again = cohort.join(site).advertisement;
    expect(again.maskingKey).not.toEqual(advertisement.maskingKey);
    expect(advertisementBytes(again)).not.toEqual(advertisementBytes(advertisement));
    expect(JSON.stringify(cohort.identityOf(site).secretKey)).toBe('"[secret]"');
  });
});
