import { fingerprint, type RosterMember } from '@mammofed/privacy';
import { textTable } from '../formats.js';

/** @param key - 64 hexadecimal digits. */
export function printOf(key: string): string {
  return fingerprint(new Uint8Array(Buffer.from(key, 'hex')));
}

export function signersText(signers: readonly RosterMember[]): string[] {
  if (signers.length === 0) return ['The roster lists no model signer: runs need no signature.'];
  return textTable([['model signer', 'fingerprint'], ...signers.map(({ name, key }) => [name, printOf(key)])]);
}
