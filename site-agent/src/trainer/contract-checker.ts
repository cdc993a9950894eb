import { canonicalJson, IMAGE_FINDINGS } from '@mammofed/core';
import { checkData, openLayout, statisticsOf, type MeasuredImage } from '@mammofed/imaging';
import type { CheckedResult, CheckJob } from './trainer-messages.js';

/** Holds a folder to a contract. Of a check that was broken off it keeps what was measured: the next one goes on there. */
export class ContractChecker {
  #broken: { readonly key: string; readonly measured: Map<string, MeasuredImage> } | null = null;

  /** @throws ImagingError as `openLayout`; the signal's reason. */
  async check(
    { data, study, contract }: CheckJob,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<CheckedResult> {
    // What is measured of an image hangs on no study and no contract.
    const key = canonicalJson(data);
    const measured = this.#broken?.key === key ? this.#broken.measured : new Map<string, MeasuredImage>();
    this.#broken = { key, measured };
    const listing = await openLayout(data.dir, data.layout ?? undefined);
    const check = await checkData(listing, { contract, study, signal, onProgress, measured });
    this.#broken = null;
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
}
