import type { DataFindingCode } from '@mammofed/core';

/** One finding, in words for a person at the hospital; `file` null where it is about all images. */
export interface DataFinding {
  readonly code: DataFindingCode;
  readonly file: string | null;
  readonly message: string;
}
