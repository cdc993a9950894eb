import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../errors.js';
import type { EvaluationResult } from '../workbench/evaluation-text.js';
import { evaluationReport } from './evaluation-report.js';
import { printPdf } from './print-pdf.js';
import { shownOverlays } from './shown-overlays.js';

/** Where a report goes; absolute paths that are free, null: not asked for. */
export interface ReportPaths {
  readonly report: string | null;
  readonly pdf: string | null;
  /** The browser that prints; null: one that is found. */
  readonly browser: string | null;
}

/**
 * Writes the report of an evaluation as a page, as a PDF, or both; readable by their owner alone.
 * @param evaluationDir - where the evaluation lies, with its overlays.
 * @throws CliError as `printPdf`; `process-failed` if a file cannot be written.
 */
export async function writeReport(
  result: EvaluationResult,
  evaluationDir: string,
  { report, pdf, browser }: ReportPaths,
): Promise<void> {
  if (report === null && pdf === null) return;
  const html = evaluationReport(result, await shownOverlays(evaluationDir));
  if (report !== null) await write(report, html);
  if (pdf === null) return;
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-report-'));
  try {
    const page = join(dir, 'report.html');
    await write(page, html);
    await write(pdf, await printPdf(page, browser));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { mode: 0o600 }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError('process-failed', `${path} cannot be written: ${reason}.`, {}, error);
  });
}
