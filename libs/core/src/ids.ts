declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]: Kind };

/** A site's id, given by the coordinator at enrolment. */
export type SiteId = Branded<'SiteId'>;
/** A run's id, given by the coordinator when the run is created. */
export type RunId = Branded<'RunId'>;
/** SHA-256 of a stored payload, 64 lower-case hexadecimal digits. */
export type Sha256Hex = Branded<'Sha256Hex'>;

export function siteId(text: string): SiteId {
  return text as SiteId;
}

export function runId(text: string): RunId {
  return text as RunId;
}

/** @throws TypeError if `text` is not 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): Sha256Hex {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new TypeError(`not a SHA-256 in hexadecimal: ${text.slice(0, 80)}`);
  return text as Sha256Hex;
}
