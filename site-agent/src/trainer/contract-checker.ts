import { canonicalJson, IMAGE_FINDINGS } from '@mammofed/core';
import {
  checkData,
  openLayout,
  statisticsOf,
  type CaseListing,
  type DataCheck,
  type MeasuredImage,
} from '@mammofed/imaging';
import { abortable } from '../abort.js';
import type { CheckedResult, CheckJob } from './trainer-messages.js';

/** How long a check that was broken off is kept: later the folder may be another, and the measures take memory. */
const BROKEN_KEPT_MS = 60 * 60_000;

/** How often it is told that a folder is still being listed, which takes minutes on a network share. */
const LISTING_GAP_MS = 30_000;

/** A check that is under way, or was broken off. */
interface Begun {
  readonly key: string;
  readonly listing: Promise<CaseListing>;
  readonly measured: Map<string, MeasuredImage>;
}

/**
 * Holds a folder to a contract. A check that is broken off ends at once, though its folder goes on being listed; the next one
 * goes on with what was listed and measured.
 */
export class ContractChecker {
  #begun: Begun | null = null;
  #forget: NodeJS.Timeout | undefined;

  /** @throws ImagingError as `openLayout`; the signal's reason. */
  async check(
    { data, study, contract }: CheckJob,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<CheckedResult> {
    clearTimeout(this.#forget);
    // What is measured of an image hangs on no study and no contract.
    const key = canonicalJson(data);
    if (this.#begun?.key !== key)
      this.#begun = { key, listing: openLayout(data.dir, data.layout ?? undefined), measured: new Map() };
    const { listing, measured } = this.#begun;
    try {
      const listed = await whileTelling(() => onProgress(0, 0), abortable(listing, signal));
      const check = await checkData(listed, { contract, study, signal, onProgress, measured });
      this.#begun = null;
      return resultOf(check);
    } catch (error) {
      // A folder that could not be read is read anew.
      if (!signal.aborted) this.#begun = null;
      this.#forget = setTimeout(() => (this.#begun = null), BROKEN_KEPT_MS).unref();
      throw error;
    }
  }
}

/** Calls `tell` now and again until the promise is settled. */
async function whileTelling<T>(tell: () => void, promise: Promise<T>): Promise<T> {
  const timer = setInterval(tell, LISTING_GAP_MS);
  return promise.finally(() => clearInterval(timer));
}

function resultOf(check: DataCheck): CheckedResult {
  const counts = new Map<string, number>();
  for (const { findings } of check.checked)
    for (const code of new Set(findings.map((one) => one.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    kind: 'checked',
    findings: check.findings,
    usableImages: check.counts.usableImages,
    usablePatients: check.counts.usablePatients,
    imageCounts: IMAGE_FINDINGS.flatMap((code) => {
      const images = counts.get(code) ?? 0;
      return images === 0 ? [] : [{ code, images }];
    }),
    statistics: statisticsOf(check.checked),
  };
}
