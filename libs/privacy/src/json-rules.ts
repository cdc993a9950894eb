import { canonicalJson } from '@mammofed/core';

/** Whether a value of parsed JSON may stand in a field. */
export type Rule = (value: unknown) => boolean;
/** The fields that an object has, and no others. */
export type Rules = Readonly<Record<string, Rule>>;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const HEX_32_BYTES = /^[0-9a-f]{64}$/;
const HEX_64_BYTES = /^[0-9a-f]{128}$/;

export const isName: Rule = (value) => typeof value === 'string' && NAME.test(value);
/** 64 lower-case hexadecimal digits: an Ed25519 public key or a SHA-256. */
export const isHex32: Rule = (value) => typeof value === 'string' && HEX_32_BYTES.test(value);
/** 128 lower-case hexadecimal digits: an Ed25519 signature. */
export const isHex64: Rule = (value) => typeof value === 'string' && HEX_64_BYTES.test(value);
/** A safe whole number from 0: a count, or milliseconds since 1970. */
export const isCount: Rule = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

export const isListOf =
  (item: Rule, atMost: number): Rule =>
  (value) =>
    Array.isArray(value) && value.length <= atMost && value.every(item);

export const isObjectOf =
  (rules: Rules): Rule =>
  (value) =>
    brokenField(value, rules) === null;

/**
 * Reads JSON that has one form alone, the canonical one, and so one hash.
 * @param checked - judges the value; throws if it breaks a rule.
 * @param refuse - makes the error that is thrown for bytes that are no JSON, or in another form; given which, in words.
 */
export function parseCanonicalJson<T>(
  bytes: Uint8Array,
  checked: (value: unknown) => T,
  refuse: (what: string) => Error,
): T {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw refuse('JSON');
  }
  const result = checked(value);
  if (canonicalJson(result) !== text) throw refuse('canonical form');
  return result;
}

/** @returns the name of a field that is missing, broken or not known; null if all is well. */
export function brokenField(value: unknown, rules: Rules): string | null {
  if (typeof value !== 'object' || value === null) return 'object';
  const fields = value as Readonly<Record<string, unknown>>;
  const broken = Object.entries(rules).find(([name, rule]) => !Object.hasOwn(fields, name) || !rule(fields[name]));
  if (broken !== undefined) return broken[0];
  return Object.keys(fields).length > Object.keys(rules).length ? 'unknown field' : null;
}
