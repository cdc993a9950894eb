// Makes the vectors of this folder, one attempt of four sites for each width of the ring, with the compiled packages:
//   npx tsc -b && node test/vectors/secure-aggregation/make.mjs
// Keys, nonces and shares are drawn anew each time. test/secure-aggregation/vectors.test.ts reads them.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RingAccumulator, ringToBytes } from '@mammofed/aggregation';
import { packedByteLength } from '@mammofed/core';
import { clipsHash, CoordinatorAttempt, generateIdentity, Secret, SiteAttempt, sodiumReady } from '@mammofed/privacy';
import prettier from 'prettier';

const SITES = ['a-site', 'b-site', 'c-site', 'ß-site'];
/** Its upload does not arrive. */
const DROPPED = 'b-site';
const CLIPS = [0.5, 0.25];

await sodiumReady();
for (const ringBits of [16, 24, 32]) {
  const path = join(import.meta.dirname, `ring-${ringBits}.json`);
  const json = JSON.stringify(await vectorsOf(ringBits), (_, value) =>
    value instanceof Uint8Array ? hex(value) : value,
  );
  writeFileSync(path, await prettier.format(json, { ...(await prettier.resolveConfig(path)), parser: 'json' }));
}

async function vectorsOf(ringBits) {
  const parameterCount = 7;
  const terms = {
    consortium: Uint8Array.from(randomBytes(32)),
    run: 'run-7',
    round: 2,
    attempt: 3,
    configurationHash: Uint8Array.from(randomBytes(32)),
    threshold: 3,
    clipsHash: clipsHash(CLIPS),
    ringBits,
    baseModel: randomBytes(32).toString('hex'),
    rosterVersion: 5,
    rosterHash: Uint8Array.from(randomBytes(32)),
  };
  const log = { size: 11, root: Uint8Array.from(randomBytes(32)) };
  const sites = SITES.map((site) => newSite(site, ringBits, parameterCount));
  const roster = { identityKeyOf: (site) => sites.find(({ id }) => id === site)?.identity.publicKey ?? null };
  const coordinator = new CoordinatorAttempt({ terms, cohort: SITES, roster, minCohort: 3, parameterCount });
  const policy = { minCohort: 3, thresholdFloor: 0 };
  // Secrets are wiped while they are used: the attempts get copies.
  const attempts = sites.map(
    ({ id, identity, secrets }) =>
      new SiteAttempt(
        { terms, site: id, identity, roster, policy, parameterCount, log, isSameLog: () => true, records: [] },
        copied(secrets),
      ),
  );
  const uploaders = SITES.filter((site) => site !== DROPPED);
  const isAlive = (_, i) => SITES[i] !== DROPPED;

  for (const { advertisement } of attempts) coordinator.apply({ kind: 'advertised', message: advertisement });
  coordinator.apply({ kind: 'closed', phase: 'keying' });
  const dealt = await Promise.all(attempts.map((attempt) => attempt.share(coordinator.roll)));
  for (const message of dealt) coordinator.apply({ kind: 'dealt', message });
  coordinator.apply({ kind: 'closed', phase: 'sharing' });
  const masked = attempts.map((attempt, i) => {
    const bytes = Uint8Array.from(sites[i].packed);
    attempt.mask(coordinator.maskRequest(SITES[i])).addTo(bytes);
    return bytes;
  });
  for (const site of uploaders) coordinator.apply({ kind: 'uploaded', site });
  coordinator.apply({ kind: 'closed', phase: 'collecting' });
  const alive = attempts.filter(isAlive);
  const confirmations = alive.map((attempt) => attempt.confirm(coordinator.confirmRequest).message);
  for (const message of confirmations) coordinator.apply({ kind: 'confirmed', message });
  coordinator.apply({ kind: 'closed', phase: 'confirming' });
  const unmaskShares = alive.map((attempt) => attempt.unmask(coordinator.unmaskRequest).message);
  for (const message of unmaskShares) coordinator.apply({ kind: 'unmasked', message });
  coordinator.apply({ kind: 'closed', phase: 'unmasking' });

  const { unmasking } = await coordinator.recover();
  const correction = new Uint8Array(packedByteLength({ parameterCount, ringBits }));
  unmasking.addTo(correction);
  const accumulator = new RingAccumulator(parameterCount + 2, ringBits);
  for (const bytes of [...masked.filter(isAlive), correction]) accumulator.addBytes(bytes);
  return {
    about:
      'One attempt of secure aggregation; made by make.mjs of this folder, described in docs/secure-aggregation.md.',
    clips: CLIPS,
    terms,
    log,
    sites: sites.map(({ id, identity, secrets, words, packed }, i) => ({
      id,
      identityKey: identity.publicKey,
      maskingKey: secrets.masking.publicKey,
      maskingSecret: secrets.masking.secretKey.reveal(),
      sealingKey: secrets.sealing.publicKey,
      sealingSecret: secrets.sealing.secretKey.reveal(),
      seed: secrets.seed.reveal(),
      words,
      packed,
      masked: masked[i],
      advertisementSignature: attempts[i].advertisement.signature,
      dealt: dealt[i],
    })),
    uploaders,
    confirmations,
    unmaskShares,
    sum: [...new Int32Array(accumulator.sum.buffer)],
  };
}

function newSite(id, ringBits, parameterCount) {
  const largest = 2 ** (ringBits - 3) - 1;
  const coordinates = Array.from({ length: parameterCount }, () => (randomBytes(4).readInt32LE() % largest) | 0);
  const words = [...coordinates, randomBytes(3).readUIntLE(0, 3), randomBytes(1)[0]];
  const packed = ringToBytes(Uint32Array.from(new Uint32Array(Int32Array.from(words).buffer)), ringBits);
  return { id, identity: generateIdentity(), secrets: newSecrets(), words, packed };
}

function newSecrets() {
  return { masking: newKeys(), sealing: newKeys(), seed: new Secret(Uint8Array.from(randomBytes(32))) };
}

function newKeys() {
  const { d, x } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const bytes = (text) => Uint8Array.from(Buffer.from(text, 'base64url'));
  return { publicKey: bytes(x), secretKey: new Secret(bytes(d)) };
}

function copied({ masking, sealing, seed }) {
  const copy = (secret) => new Secret(secret.reveal().slice());
  const keys = ({ publicKey, secretKey }) => ({ publicKey, secretKey: copy(secretKey) });
  return { masking: keys(masking), sealing: keys(sealing), seed: copy(seed) };
}

function hex(bytes) {
  return Buffer.from(bytes).toString('hex');
}
