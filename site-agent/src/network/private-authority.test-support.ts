import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** A certificate with its key, both in PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/**
 * An authority of one's own, as a hospital's inspecting proxy has it, made without a program beside Node: certificates of
 * X.509 version 3 (RFC 5280) with keys on P-256.
 */
export class PrivateAuthority {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #name: Buffer;
  /** PEM. */
  readonly certificate: string;

  constructor(commonName: string) {
    this.#name = nameOf(commonName);
    const isAuthority = sequence(oid('551d13'), boolean(true), octets(sequence(boolean(true))));
    this.certificate = this.#signed(this.#name, this.#keys.publicKey, isAuthority);
  }

  /** PEM, for a proxy that makes certificates itself. */
  get key(): string {
    return pem(this.#keys.privateKey);
  }

  /** A certificate for a server. @param host - a name or an IPv4 address. */
  certify(host: string): Certified {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const name = isIPv4(host)
      ? tagged(0x87, Buffer.from(host.split('.').map(Number)))
      : tagged(0x82, Buffer.from(host, 'ascii'));
    const alternativeName = sequence(oid('551d11'), octets(sequence(name)));
    return { certificate: this.#signed(nameOf(host), publicKey, alternativeName), key: pem(privateKey) };
  }

  #signed(subject: Buffer, publicKey: KeyObject, extension: Buffer): string {
    const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
    const body = sequence(
      tagged(0xa0, integer(Buffer.from([2]))),
      integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
      ecdsaWithSha256,
      this.#name,
      sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
      subject,
      publicKey.export({ type: 'spki', format: 'der' }),
      tagged(0xa3, sequence(extension)),
    );
    const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, this.#keys.privateKey)]));
    const lines =
      sequence(body, ecdsaWithSha256, signature)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  }
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

// DER: tag, length, content (ITU-T X.690).
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const lengthBytes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}
const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const octets = (content: Buffer): Buffer => tagged(0x04, content);
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
const boolean = (value: boolean): Buffer => tagged(0x01, Buffer.from([value ? 255 : 0]));
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const utcTime = (text: string): Buffer => tagged(0x17, Buffer.from(text, 'ascii'));
const nameOf = (commonName: string): Buffer =>
  sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(commonName, 'utf8')))));
