import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PrivacyError } from '../errors.js';
import { generateIdentity, type Identity } from '../identity.js';
import { sodium, sodiumReady } from '../sodium.js';
import { firstRoster, renewed, withoutSite, withSite } from './roster-changes.js';
import { assertFollows, assertValidAt, isRevoked, siteOf } from './roster-rules.js';
import { isMemberName, rosterBytes, type Roster } from './roster.js';
import { openRoster, signRoster } from './signed-roster.js';

const DAY_MS = 86_400_000;
/** Bytes changed in each of the fuzzed rosters, and how many of them there are. */
const MUTANTS = 4000;

let root: Identity;
let coordinator: Identity;
let north: Identity;
let roster: Roster;

beforeAll(async () => {
  await sodiumReady();
  [root, coordinator, north] = [generateIdentity(), generateIdentity(), generateIdentity()];
  roster = withSite(
    firstRoster({
      root: hexOf(root.publicKey),
      coordinator: hexOf(coordinator.publicKey),
      validFromMs: 1000 * DAY_MS,
      validUntilMs: 1365 * DAY_MS,
    }),
    { name: 'north', key: hexOf(north.publicKey) },
  );
});

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const newKey = (): string => hexOf(generateIdentity().publicKey);

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof PrivacyError ? error.code : String(error);
  }
}

/** Any text with the root's own signature under it. */
function signedText(text: string, by = root): Uint8Array {
  const content = new TextEncoder().encode(text);
  const signed = Buffer.concat([Buffer.from('mammofed roster v1\0'), content]);
  const signature = sodium.crypto_sign_detached(signed, by.secretKey.reveal());
  return new Uint8Array(Buffer.concat([Buffer.from(`${hexOf(signature)}\n`), content]));
}

describe('a signed roster', () => {
  it('is read as it was signed, with one hash that any reader of the documented form comes to', () => {
    const signed = signRoster(roster, root);
    expect(openRoster(signed.bytes, root.publicKey)).toEqual(signed);
    const text = new TextDecoder().decode(rosterBytes(roster));
    expect(signedText(text)).toEqual(signed.bytes);
    expect(text).toBe(
      `{"coordinator":"${roster.coordinator}","modelSigners":[],"revoked":[],"root":"${roster.root}",` +
        `"sites":[{"key":"${hexOf(north.publicKey)}","name":"north"}],` +
        `"validFromMs":86400000000,"validUntilMs":117936000000,"version":2}`,
    );
  });

  it('of another root is refused, also when it names the one that is trusted', () => {
    const other = generateIdentity();
    const foreign = signRoster({ ...roster, root: hexOf(other.publicKey) }, other);
    expect(codeOf(() => openRoster(foreign.bytes, root.publicKey))).toBe('foreign-roster');
    const pretended = signedText(new TextDecoder().decode(rosterBytes(roster)), other);
    expect(codeOf(() => openRoster(pretended, root.publicKey))).toBe('forged-roster');
  });

  it.each<[string, (text: string) => string]>([
    ['a longer validity', (text) => text.replace('"validUntilMs":117936000000', '"validUntilMs":917936000000')],
    ['a later version', (text) => text.replace('"version":2', '"version":3')],
    ['a site more', (text) => text.replace('"sites":[', `"sites":[{"key":"${newKey()}","name":"mole"},`)],
    ['another coordinator', (text) => text.replace(roster.coordinator, newKey())],
    ['another key for a site', (text) => text.replace(hexOf(north.publicKey), newKey())],
  ])('with %s is refused', (_what, change) => {
    const text = Buffer.from(signRoster(roster, root).bytes).toString();
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(codeOf(() => openRoster(Buffer.from(changed), root.publicKey))).toBe('forged-roster');
  });

  it.each<[string, (value: Record<string, unknown>) => unknown]>([
    ['a field missing', ({ version: _version, ...rest }) => rest],
    ['a field more', (value) => ({ ...value, extra: 1 })],
    ['version 0', (value) => ({ ...value, version: 0 })],
    ['a validity that ends before it begins', (value) => ({ ...value, validUntilMs: value['validFromMs'] })],
    ['a key that is none', (value) => ({ ...value, coordinator: 'ab' })],
    ['a name that would name a folder elsewhere', (value) => ({ ...value, sites: [{ name: '../x', key: newKey() }] })],
    ['a name twice', (value) => ({ ...value, sites: ['n', 'n'].map((name) => ({ name, key: newKey() })) })],
    ['a site with the coordinator’s key', (value) => ({ ...value, sites: [{ name: 'n', key: value['coordinator'] }] })],
    ['a revoked key that is listed', (value) => ({ ...value, revoked: [{ ...roster.sites[0], revokedAtMs: 1 }] })],
    ['a list too long', (value) => ({ ...value, sites: manySites(1001) })],
    ['nothing', () => null],
  ])('with %s is none, whoever signs it', (_what, change) => {
    const value = change({ ...roster }) as Roster;
    const sorted = JSON.stringify(value, Object.keys({ ...roster, extra: 1, name: 1, key: 1, revokedAtMs: 1 }).sort());
    expect(codeOf(() => openRoster(signedText(sorted), root.publicKey))).toBe('bad-roster');
    expect(codeOf(() => signRoster({ ...value, root: roster.root }, root))).toBe('bad-roster');
  });

  it.each<[string, (text: string) => string]>([
    ['white space', (text) => text.replace(',', ', ')],
    ['another order', (text) => text.replace(/^\{(.*),("version":2)\}$/, '{$2,$1}')],
    ['a field twice', (text) => text.replace('"version":2', '"version":1,"version":2')],
    ['a number written otherwise', (text) => text.replace('"version":2', '"version":2.0')],
  ])('in another form (%s) is none: it has one hash', (_what, change) => {
    const text = new TextDecoder().decode(rosterBytes(roster));
    expect(change(text)).not.toBe(text);
    expect(codeOf(() => openRoster(signedText(change(text)), root.publicKey))).toBe('bad-roster');
  });

  it('holds a thousand members of each kind', () => {
    const [sites, modelSigners] = [manySites(1000), manySites(1000)];
    const revoked = manySites(1000).map((site) => ({ ...site, revokedAtMs: 2 ** 52 }));
    const full = signRoster({ ...roster, sites, modelSigners, revoked }, root);
    expect(openRoster(full.bytes, root.publicKey).roster.sites).toHaveLength(1000);
  });

  it('is never taken with bytes changed, left out, added or doubled, and never does more than be refused', () => {
    const { bytes } = signRoster(roster, root);
    const place = fc.nat(bytes.length - 1);
    const mutant = fc.oneof(
      fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => bytes.map((b, i) => (i === at ? b ^ by : b))),
      fc
        .tuple(place, fc.integer({ min: 1, max: 40 }))
        .map(([at, n]) => joined(bytes.slice(0, at), bytes.slice(at + n))),
      fc
        .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 }))
        .map(([at, more]) => joined(bytes.slice(0, at), more, bytes.slice(at))),
      fc
        .tuple(place, place)
        .map(([from, to]) => joined(bytes.slice(0, to), bytes.slice(from)))
        .filter((b) => !equal(b, bytes)),
      fc.uint8Array({ maxLength: 400 }),
    );
    fc.assert(
      fc.property(mutant, (changed) => {
        expect(codeOf(() => openRoster(changed, root.publicKey))).toMatch(/^(bad|forged)-roster$/);
      }),
      { numRuns: MUTANTS },
    );
  });
});

describe('a member’s name', () => {
  it.each(['north', 'St.Mary-2', 'A'.repeat(64)])('may be %s', (name) => expect(isMemberName(name)).toBe(true));
  it.each(['', '../x', '.hidden', 'a b', 'a/b', 'ä', 'A'.repeat(65), 'a\n', 5])('may not be %j', (name) =>
    expect(isMemberName(name)).toBe(false),
  );
});

describe('the order of rosters', () => {
  it('goes forward: the same again or a later one, no older one and no second of a version', () => {
    const [second, third] = [signRoster(roster, root), signRoster(renewed(roster, 1500 * DAY_MS), root)];
    const twin = signRoster({ ...roster, validUntilMs: 1400 * DAY_MS }, root);
    expect(codeOf(() => assertFollows(second, null))).toBe('taken');
    expect(codeOf(() => assertFollows(second, second))).toBe('taken');
    expect(codeOf(() => assertFollows(third, second))).toBe('taken');
    expect(codeOf(() => assertFollows(second, third))).toBe('old-roster');
    expect(codeOf(() => assertFollows(twin, second))).toBe('conflicting-roster');
  });

  it('counts while it is valid, with a little room for slow clocks before', () => {
    expect(codeOf(() => assertValidAt(roster, 1000 * DAY_MS - 60_000))).toBe('taken');
    expect(codeOf(() => assertValidAt(roster, 999 * DAY_MS))).toBe('early-roster');
    expect(codeOf(() => assertValidAt(roster, 1365 * DAY_MS - 1))).toBe('taken');
    expect(codeOf(() => assertValidAt(roster, 1365 * DAY_MS))).toBe('expired-roster');
  });
});

describe('changes of a roster', () => {
  it('revoke a site for good: its name can be given again, its key cannot', () => {
    const without = withoutSite(roster, 'north', 5);
    expect(without).toMatchObject({ version: 3, sites: [], revoked: [{ name: 'north', revokedAtMs: 5 }] });
    expect([siteOf(roster, north.publicKey)?.name, siteOf(without, north.publicKey)]).toEqual(['north', null]);
    expect([isRevoked(roster, north.publicKey), isRevoked(without, north.publicKey)]).toEqual([false, true]);
    expect(codeOf(() => withSite(without, { name: 'north', key: hexOf(north.publicKey) }))).toBe('bad-roster');
    expect(withSite(without, { name: 'north', key: newKey() }).version).toBe(4);
    expect(codeOf(() => withoutSite(without, 'north', 6))).toBe('site-not-in-roster');
  });
});

function manySites(count: number): { name: string; key: string }[] {
  return Array.from({ length: count }, (_, i) => ({ name: `site-${i}`, key: hexOf(sodium.randombytes_buf(32)) }));
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}
