// A second reading of docs/secure-aggregation.md, with Node's own cryptography and none of libs/privacy: from the secrets
// of the vectors it makes every public value, mask, seal and sum anew.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface OwnedShare {
  readonly owner: string;
  readonly share: string;
}

interface Vectors {
  readonly clips: number[];
  readonly terms: {
    readonly consortium: string;
    readonly run: string;
    readonly round: number;
    readonly attempt: number;
    readonly configurationHash: string;
    readonly threshold: number;
    readonly clipsHash: string;
    readonly ringBits: number;
    readonly baseModel: string;
    readonly rosterVersion: number;
    readonly rosterHash: string;
  };
  readonly log: { readonly size: number; readonly root: string };
  readonly sites: readonly Site[];
  readonly uploaders: readonly string[];
  readonly confirmations: readonly {
    readonly site: string;
    readonly cohortHash: string;
    readonly sharers: string[];
    readonly uploaders: string[];
    readonly signature: string;
  }[];
  readonly unmaskShares: readonly {
    readonly site: string;
    readonly cohortHash: string;
    readonly selfMasks: OwnedShare[];
    readonly keys: OwnedShare[];
    readonly signature: string;
  }[];
  readonly sum: number[];
}

interface Site {
  readonly id: string;
  readonly identityKey: string;
  readonly maskingKey: string;
  readonly maskingSecret: string;
  readonly sealingKey: string;
  readonly sealingSecret: string;
  readonly seed: string;
  readonly words: number[];
  readonly packed: string;
  readonly masked: string;
  readonly advertisementSignature: string;
  readonly dealt: {
    readonly cohortHash: string;
    readonly seedCommitment: string;
    readonly sealed: { readonly receiver: string; readonly bytes: string }[];
    readonly signature: string;
  };
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

// Canonical encoding

type Field = string | number | Uint8Array | readonly Field[];

function encode(field: Field): Buffer {
  const head = (tag: number, length: number): Buffer => {
    const bytes = Buffer.from([tag, 0, 0, 0, 0]);
    bytes.writeUInt32LE(length, 1);
    return bytes;
  };
  if (typeof field === 'string') return Buffer.concat([head(1, Buffer.byteLength(field)), Buffer.from(field)]);
  if (typeof field === 'number') {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(field));
    return Buffer.concat([head(2, 8), bytes]);
  }
  if (field instanceof Uint8Array) return Buffer.concat([head(3, field.length), field]);
  return Buffer.concat([head(4, field.length), ...field.map(encode)]);
}

const statement = (kind: string, ...fields: Field[]): Buffer =>
  Buffer.concat(['mammofed secure aggregation v1', kind, ...fields].map(encode));

// Keys

const raw = (curve: 'X25519' | 'Ed25519', key: string) =>
  createPublicKey({ key: { kty: 'OKP', crv: curve, x: hex(key).toString('base64url') }, format: 'jwk' });

/** PKCS #8 of a raw X25519 secret key (RFC 8410). */
const secret = (key: string) =>
  createPrivateKey({
    key: Buffer.concat([hex('302e020100300506032b656e04220420'), hex(key)]),
    format: 'der',
    type: 'pkcs8',
  });

const publicOf = (key: string): string =>
  Buffer.from(createPublicKey(secret(key)).export({ format: 'jwk' }).x as string, 'base64url').toString('hex');

const hkdf = (material: Uint8Array, info: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', material, Buffer.alloc(0), info, 32));

const agree = (secretKey: string, publicKey: string): Buffer =>
  diffieHellman({ privateKey: secret(secretKey), publicKey: raw('X25519', publicKey) });

const sorted = (...sites: string[]): string[] => sites.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

// Masks

/** Adds `sign` times the mask of this key to the words, in their rings. */
function addMask(words: bigint[], key: Uint8Array, sign: bigint, widths: number[]): void {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const mask = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(total));
  let at = 0;
  widths.forEach((width, i) => {
    words[i] = BigInt.asUintN(8 * width, (words[i] as bigint) + sign * BigInt(mask.readUIntLE(at, width)));
    at += width;
  });
}

function unpack(bytes: Buffer, widths: number[]): bigint[] {
  let at = 0;
  return widths.map((width) => {
    at += width;
    return BigInt(bytes.readUIntLE(at - width, width));
  });
}

// Shares

/** HChaCha20 (draft-irtf-cfrg-xchacha-03, 2.2): the subkey of XChaCha20. */
function hchacha20(key: Buffer, nonce: Buffer): Buffer {
  const state = Uint32Array.from(
    { length: 16 },
    (_, i) =>
      [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574][i] ??
      (i < 12 ? key.readUInt32LE(4 * (i - 4)) : nonce.readUInt32LE(4 * (i - 12))),
  );
  const turn = (x: number, y: number, z: number, bits: number): void => {
    state[x] += state[y];
    const mixed = state[z] ^ state[x];
    state[z] = (mixed << bits) | (mixed >>> (32 - bits));
  };
  const quarter = (a: number, b: number, c: number, d: number): void => {
    turn(a, b, d, 16);
    turn(c, d, b, 12);
    turn(a, b, d, 8);
    turn(c, d, b, 7);
  };
  for (let round = 0; round < 10; round++) {
    for (const i of [0, 1, 2, 3]) quarter(i, 4 + i, 8 + i, 12 + i);
    for (const i of [0, 1, 2, 3]) quarter(i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4));
  }
  const subkey = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((word, i) => subkey.writeUInt32LE(state[word], 4 * i));
  return subkey;
}

function open(key: Buffer, sealed: Buffer): Buffer {
  const subkey = hchacha20(key, sealed.subarray(0, 16));
  const nonce = Buffer.concat([Buffer.alloc(4), sealed.subarray(16, 24)]);
  const decipher = createDecipheriv('chacha20-poly1305', subkey, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(24, -16)), decipher.final()]);
}

/** Product in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    if ((b >> bit) & 1) product ^= a << bit;
  }
  for (let bit = 14; bit >= 8; bit--) if ((product >> bit) & 1) product ^= 0x11b << (bit - 8);
  return product;
}

function inverse(a: number): number {
  return Array.from({ length: 255 }, (_, i) => i + 1).find((b) => times(a, b) === 1) as number;
}

/** Lagrange at 0; a share is its values and, last, its point. */
function combine(shares: Buffer[]): string {
  const points = shares.map((share) => share[32] as number);
  const factors = points.map((x, i) =>
    points.reduce((product, other, j) => (i === j ? product : times(product, times(other, inverse(x ^ other)))), 1),
  );
  const bytes = Array.from({ length: 32 }, (_, k) =>
    shares.reduce((sum, share, i) => sum ^ times(share[k] as number, factors[i] as number), 0),
  );
  return Buffer.from(bytes).toString('hex');
}

describe.each([16, 24, 32])('the vectors of a ring of %d bits', (ringBits) => {
  const path = join(import.meta.dirname, '..', 'vectors', 'secure-aggregation', `ring-${ringBits}.json`);
  const { clips, terms, log, sites, uploaders, confirmations, unmaskShares, sum } = JSON.parse(
    readFileSync(path, 'utf8'),
  ) as Vectors;
  const ids = sites.map(({ id }) => id);
  const siteOf = (id: string): Site => sites.find((site) => site.id === id) as Site;
  const dropped = ids.filter((id) => !uploaders.includes(id));
  const widths = (sites[0] as Site).words.map((_, i, words) => (i < words.length - 2 ? ringBits / 8 : 4));
  const context = [hex(terms.consortium), terms.run, terms.round, terms.attempt];
  const pairKey = (purpose: string, one: Site, other: Site, kind: 'masking' | 'sealing'): Buffer =>
    hkdf(agree(one[`${kind}Secret`], other[`${kind}Key`]), statement(purpose, ...context, ...sorted(one.id, other.id)));
  const selfKey = (site: Site): Buffer => hkdf(hex(site.seed), statement('self mask', ...context, site.id));
  const isSigned = (site: Site, signature: string, bytes: Buffer): boolean =>
    verify(null, bytes, raw('Ed25519', site.identityKey), hex(signature));
  const advertised = (site: Site): Buffer =>
    statement(
      'advertise',
      site.id,
      ...context,
      hex(terms.configurationHash),
      terms.threshold,
      hex(terms.clipsHash),
      terms.ringBits,
      terms.baseModel,
      terms.rosterVersion,
      hex(terms.rosterHash),
      hex(site.maskingKey),
      hex(site.sealingKey),
      log.size,
      hex(log.root),
    );
  const cohort = sha256(
    statement(
      'cohort',
      sites.map((site) => [advertised(site), hex(site.advertisementSignature)]),
    ),
  );

  it('have the public keys of their secret keys, in signed advertisements of the same terms', () => {
    expect(ids).toEqual(sorted(...ids));
    expect(terms.ringBits).toBe(ringBits);
    const clipBytes = Buffer.alloc(8 * clips.length);
    clips.forEach((clip, t) => clipBytes.writeDoubleLE(clip, 8 * t));
    expect(sha256(statement('clips', clipBytes)).toString('hex')).toBe(terms.clipsHash);
    for (const site of sites) {
      expect(publicOf(site.maskingSecret)).toBe(site.maskingKey);
      expect(publicOf(site.sealingSecret)).toBe(site.sealingKey);
      expect(isSigned(site, site.advertisementSignature, advertised(site))).toBe(true);
    }
  });

  it('have shares that open for their receivers and give both secrets', () => {
    for (const site of sites) {
      const { dealt } = site;
      expect(dealt.cohortHash).toBe(cohort.toString('hex'));
      expect(dealt.seedCommitment).toBe(sha256(hex(site.seed)).toString('hex'));
      const fields = dealt.sealed.map(({ receiver, bytes }): Field => [receiver, hex(bytes)]);
      const bytes = statement('share', site.id, cohort, hex(dealt.seedCommitment), fields);
      expect(isSigned(site, dealt.signature, bytes)).toBe(true);
      const opened = dealt.sealed.map(({ receiver, bytes: sealed }) => {
        const plain = open(pairKey('share sealing', siteOf(receiver), site, 'sealing'), hex(sealed));
        const address = statement('sealed share', ...context, site.id, receiver);
        expect(plain.subarray(0, -66)).toEqual(address);
        return plain.subarray(-66);
      });
      expect(combine(opened.map((pair) => pair.subarray(0, 33)))).toBe(site.seed);
      expect(combine(opened.map((pair) => pair.subarray(33)))).toBe(site.maskingSecret);
      expect(combine(opened.slice(1).map((pair) => pair.subarray(0, 33)))).not.toBe(site.seed);
    }
  });

  it('have updates that are packed, and masked with the masks of all sharers', () => {
    for (const site of sites) {
      const words = unpack(hex(site.packed), widths);
      expect(words).toEqual(site.words.map((word, i) => BigInt.asUintN(8 * (widths[i] as number), BigInt(word))));
      addMask(words, selfKey(site), 1n, widths);
      for (const other of sites.filter(({ id }) => id !== site.id)) {
        const sign = sorted(site.id, other.id)[1] === site.id ? 1n : -1n;
        addMask(words, pairKey('pair mask', site, other, 'masking'), sign, widths);
      }
      expect(unpack(hex(site.masked), widths)).toEqual(words);
    }
  });

  it('have confirmations of one list, and shares that take the masks off the sum and off nothing else', () => {
    for (const message of confirmations) {
      const bytes = statement('confirm', message.site, cohort, ids, [...uploaders]);
      expect([message.sharers, message.uploaders]).toEqual([ids, uploaders]);
      expect(isSigned(siteOf(message.site), message.signature, bytes)).toBe(true);
    }
    for (const message of unmaskShares) {
      const fields = (shares: OwnedShare[]): Field => shares.map(({ owner, share }): Field => [owner, hex(share)]);
      const bytes = statement('unmask', message.site, cohort, fields(message.selfMasks), fields(message.keys));
      expect(isSigned(siteOf(message.site), message.signature, bytes)).toBe(true);
      expect(message.selfMasks.map(({ owner }) => owner)).toEqual(uploaders);
      expect(message.keys.map(({ owner }) => owner)).toEqual(dropped);
    }
    const recovered = (kind: 'selfMasks' | 'keys', id: string): string =>
      combine(
        unmaskShares.map((message) => hex((message[kind].find(({ owner }) => owner === id) as OwnedShare).share)),
      );
    const words = widths.map(() => 0n);
    for (const id of uploaders) {
      unpack(hex(siteOf(id).masked), widths).forEach((word, i) => (words[i] = (words[i] as bigint) + word));
      addMask(words, selfKey({ ...siteOf(id), seed: recovered('selfMasks', id) }), -1n, widths);
    }
    for (const id of dropped) {
      const gone = { ...siteOf(id), maskingSecret: recovered('keys', id) };
      for (const other of uploaders.map(siteOf)) {
        const sign = sorted(id, other.id)[1] === other.id ? -1n : 1n;
        addMask(words, pairKey('pair mask', gone, other, 'masking'), sign, widths);
      }
    }
    const signed = words.map((word, i) => Number(BigInt.asIntN(8 * (widths[i] as number), word)));
    expect(signed).toEqual(sum);
    expect(sum).toEqual(
      widths.map((_, i) => uploaders.reduce((total, id) => total + (siteOf(id).words[i] as number), 0)),
    );
  });
});
