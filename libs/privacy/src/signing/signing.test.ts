import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256Hex } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import { generateIdentity, type Identity } from '../identity.js';
import { firstRoster, withoutSigner, withSigner } from '../roster/roster-changes.js';
import type { Roster } from '../roster/roster.js';
import { sodium, sodiumReady } from '../sodium.js';
import { signerOfRun, signRun, type RunStatement } from './run-signature.js';
import { isSignedStatement, signStatement } from './signed-statement.js';
import { openSignerRequest, signerRequest } from './signer-request.js';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

let weber: Identity;
let roster: Roster;
let statement: RunStatement;

beforeAll(async () => {
  await sodiumReady();
  const [root, coordinator] = [generateIdentity(), generateIdentity()].map(({ publicKey }) => hexOf(publicKey)) as [
    string,
    string,
  ];
  weber = generateIdentity();
  const first = firstRoster({ root, coordinator, validFromMs: 0, validUntilMs: 1 });
  roster = withSigner(first, { name: 'dr-weber', key: hexOf(weber.publicKey) });
  statement = { consortium: root, study: 'masses', configSha256: sha256Hex('07'.repeat(32)) };
});

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof PrivacyError ? error.code : String(error);
  }
}

describe('a signed statement', () => {
  it('is signed as it is documented, so that another program can check it', () => {
    const { signer, signature } = signStatement('run', { b: 2, a: 'ä' }, weber);
    const bytes = Buffer.concat([
      Buffer.from('mammofed statement v1\0run\0'),
      Buffer.from(canonicalJson({ b: 2, a: 'ä' })),
    ]);
    expect(signer).toBe(hexOf(weber.publicKey));
    expect(sodium.crypto_sign_verify_detached(Buffer.from(signature, 'hex'), bytes, weber.publicKey)).toBe(true);
  });

  it('is none of another kind, of other content, or with a signature that is none', () => {
    const signed = signStatement('run', { a: 1 }, weber);
    expect(isSignedStatement('run', { a: 1 }, signed)).toBe(true);
    expect(isSignedStatement('signer request', { a: 1 }, signed)).toBe(false);
    expect(isSignedStatement('run', { a: 2 }, signed)).toBe(false);
    expect(isSignedStatement('run', { a: 1 }, { ...signed, signature: 'ab' })).toBe(false);
    expect(isSignedStatement('run', { a: 1 }, { ...signed, signer: signed.signer.toUpperCase() })).toBe(false);
  });
});

describe('who vouches for a run', () => {
  const judged = (changes: Partial<RunStatement>, signature = signRun(statement, weber), of = roster): string =>
    codeOf(() => signerOfRun({ ...statement, ...changes }, signature, of));

  it('is the signer of the roster who signed just this configuration', () => {
    expect(signerOfRun(statement, signRun(statement, weber), roster)).toEqual(roster.modelSigners[0]);
  });

  it('is nobody and need be nobody where the roster lists no signer', () => {
    const none = withoutSigner(roster, 'dr-weber');
    expect(signerOfRun(statement, null, none)).toBeNull();
    expect(signerOfRun(statement, signRun(statement, weber), none)).toBeNull();
  });

  it('has to be somebody once it lists one', () => {
    expect(codeOf(() => signerOfRun(statement, null, roster))).toBe('unsigned-run');
  });

  it('is nobody whom the roster does not list, however well they sign', () => {
    expect(judged({}, signRun(statement, generateIdentity()))).toBe('unknown-signer');
  });

  it('is not who signed another configuration, another study, or for another consortium', () => {
    expect(judged({ configSha256: sha256Hex('08'.repeat(32)) })).toBe('wrong-run-signature');
    expect(judged({ study: 'calcifications' })).toBe('wrong-run-signature');
    expect(judged({}, signRun({ ...statement, consortium: 'ab'.repeat(32) }, weber))).toBe('wrong-run-signature');
    const forged = { ...signRun(statement, generateIdentity()), signer: hexOf(weber.publicKey) };
    expect(judged({}, forged)).toBe('wrong-run-signature');
  });
});

describe('a model signer of the roster', () => {
  it('is added and removed by a new version, once under a name', () => {
    expect([roster.version, withoutSigner(roster, 'dr-weber').version]).toEqual([2, 3]);
    const again = { name: 'dr-weber', key: hexOf(generateIdentity().publicKey) };
    expect(codeOf(() => withSigner(roster, again))).toBe('bad-roster');
    expect(codeOf(() => withSigner(roster, { ...again, name: 'dr-kim', key: hexOf(weber.publicKey) }))).toBe(
      'bad-roster',
    );
    expect(codeOf(() => withoutSigner(roster, 'dr-kim'))).toBe('signer-not-in-roster');
  });

  it('asks with a request that their key signed under their name', () => {
    const request = signerRequest('dr-weber', weber);
    expect(openSignerRequest(request)).toEqual(roster.modelSigners[0]);
    const changed = (change: object): string => JSON.stringify({ ...(JSON.parse(request) as object), ...change });
    for (const text of [
      changed({ name: 'dr-kim' }),
      changed({ key: hexOf(generateIdentity().publicKey) }),
      changed({ name: '../x' }),
      changed({ signature: 1 }),
      'null',
      '{',
      'x'.repeat(2000),
    ]) {
      expect(codeOf(() => openSignerRequest(text))).toBe('bad-signer-request');
    }
    expect(codeOf(() => signerRequest('a/b', weber))).toBe('bad-signer-request');
  });
});
