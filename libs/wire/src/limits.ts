/**
 * What this package lets through. Both ends apply the same caps, in both directions: a message that the other end would
 * refuse is not sent.
 */

/** Largest piece of a model or an update that one message carries; the last piece of a payload may be shorter. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

/** Largest sealed frame: a chunk of {@link MAX_CHUNK_BYTES} with everything around it, and room to spare. */
export const MAX_FRAME_BYTES = 1.25 * 1024 * 1024;

/** What sealing may add to an envelope; secretstream adds 17 bytes. */
const MAX_SEALING_BYTES = 64;

/** Largest encoded envelope. */
export const MAX_ENVELOPE_BYTES = MAX_FRAME_BYTES - MAX_SEALING_BYTES;

/** Largest handshake message; the real ones have under 300 bytes. */
export const MAX_HANDSHAKE_BYTES = 4096;

/** Largest roster with its signature; libs/privacy has the same cap. */
export const MAX_SIGNED_ROSTER_BYTES = 512 * 1024;

/** Largest entry of the log that is sent; libs/privacy has the same cap. */
export const MAX_LOG_RECORD_BYTES = 64 * 1024;

/** Hashes of a proof of the log: enough for 2^53 entries. */
export const MAX_PROOF_HASHES = 64;

/** Largest model that is stored, at either end. */
export const MAX_MODEL_BYTES = 1024 ** 3;

/** Largest payload that is announced. */
export const MAX_PAYLOAD_BYTES = 2 * 1024 ** 3;

/** Lengths of text, in UTF-16 code units. */
export const MAX_NAME_CHARACTERS = 64;
export const MAX_TENSOR_NAME_CHARACTERS = 128;
export const MAX_PROSE_CHARACTERS = 1000;
export const MAX_CONFIG_CHARACTERS = 64 * 1024;

/** Tensors of a model; U-Net has 46. */
export const MAX_TENSORS = 4096;

/** Sites of a cohort of secure aggregation; libs/privacy has the same cap. */
export const MAX_COHORT_SITES = 64;

/** Shares that one site sealed for another; with the longest names they have 433 bytes. */
export const MAX_SEALED_SHARES_BYTES = 1024;

/** Codes of the data check in a report; there are 22. */
export const MAX_FINDING_CODES = 64;

/** Bins of a measure of the data check; there are 10. */
export const MAX_STATISTIC_BINS = 32;

/** Images that a site counts in its data check. */
export const MAX_COUNTED_IMAGES = 10_000_000;

/** Largest number in a uint32 field. */
export const MAX_UINT32 = 2 ** 32 - 1;

/**
 * @param byteLength - of a whole payload, at least 0.
 * @returns how many chunks it is sent in.
 */
export function chunkCount(byteLength: number): number {
  return Math.ceil(byteLength / MAX_CHUNK_BYTES);
}
