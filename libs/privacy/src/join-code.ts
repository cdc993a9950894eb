import { decodeBase32, encodeBase32 } from './base32.js';
import { PrivacyError } from './errors.js';
import { sha256 } from './sha256.js';
import { equalBytes } from './sodium.js';

/** 1 were codes without a root. */
const PREFIX = 'MF2-';
const KEY_BYTES = 32;
const SECRET_BYTES = 16;
const URL_AT = 2 * KEY_BYTES + SECRET_BYTES;
const CHECKSUM_BYTES = 4;

/** What an invited site needs: where the coordinator is, how to know it, and the right to join once. */
export interface JoinCode {
  readonly url: string;
  /** The coordinator's Ed25519 public key, 32 bytes. */
  readonly coordinatorKey: Uint8Array;
  /** The consortium root's Ed25519 public key, 32 bytes: the site trusts the rosters that it signs. */
  readonly rootKey: Uint8Array;
  /** 16 bytes, secret, good for one enrolment. */
  readonly joinSecret: Uint8Array;
}

/** What a URL is written with. Spaces and control characters, which the URL parser would drop in silence, are not. */
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;

/**
 * `MF2-` and base 32 of the coordinator's key ‖ the root's key ‖ secret ‖ URL ‖ the first 4 bytes of the SHA-256 of all
 * these. The checksum finds mistakes in copying; it authenticates nothing: whoever gives out a code decides which root a
 * site trusts.
 * @throws PrivacyError `bad-join-code` if `code` is not one that {@link decodeJoinCode} takes.
 */
export function encodeJoinCode(code: JoinCode): string {
  const isSound =
    code.coordinatorKey.length === KEY_BYTES &&
    code.rootKey.length === KEY_BYTES &&
    code.joinSecret.length === SECRET_BYTES &&
    isWebAddress(code.url);
  if (!isSound) {
    throw new PrivacyError(
      'bad-join-code',
      "a join code needs the coordinator's key, the root's key, a secret of 16 bytes and an address that begins with http:// or https://",
    );
  }
  const body = Buffer.concat([code.coordinatorKey, code.rootKey, code.joinSecret, new TextEncoder().encode(code.url)]);
  const bytes = new Uint8Array(body.length + CHECKSUM_BYTES);
  bytes.set(body);
  bytes.set(checksum(body), body.length);
  return PREFIX + encodeBase32(bytes);
}

/** @throws PrivacyError `bad-join-code` if `text` is not a whole join code as it was given out. */
export function decodeJoinCode(text: string): JoinCode {
  const refuse = (why: string): never => {
    throw new PrivacyError(
      'bad-join-code',
      `this is not a complete join code (${why}): copy the whole code, from ${PREFIX} to its last character, or ask for a new one`,
    );
  };
  const trimmed = text.trim();
  if (!trimmed.startsWith(PREFIX)) return refuse(`it does not begin with ${PREFIX}`);
  const bytes = decodeBase32(trimmed.slice(PREFIX.length));
  if (bytes === null) return refuse('it holds a character that no code has');
  if (bytes.length <= URL_AT + CHECKSUM_BYTES) return refuse('it is too short');
  const body = bytes.subarray(0, -CHECKSUM_BYTES);
  if (!equalBytes(checksum(body), bytes.slice(-CHECKSUM_BYTES))) return refuse('its checksum is wrong');
  const url = new TextDecoder().decode(body.subarray(URL_AT));
  if (!isWebAddress(url)) return refuse('it holds no web address');
  return {
    url,
    coordinatorKey: body.slice(0, KEY_BYTES),
    rootKey: body.slice(KEY_BYTES, 2 * KEY_BYTES),
    joinSecret: body.slice(2 * KEY_BYTES, URL_AT),
  };
}

function isWebAddress(url: string): boolean {
  return PRINTABLE_ASCII.test(url) && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function checksum(body: Uint8Array): Uint8Array {
  return sha256(body).slice(0, CHECKSUM_BYTES);
}
