import type { DataFindingCode } from './data-findings.js';
import type { DataStatistics } from './data-statistics.js';

/** Images with a finding of one code. */
export interface FindingCount {
  readonly code: DataFindingCode;
  readonly images: number;
}

/** What a site tells of its dry run of a data contract. Nulls were withheld by its policy. */
export interface DataCheckFigures {
  /** Whether the data are in order as a whole; a run would not train on them otherwise, or only on a minority of them. */
  readonly fits: boolean;
  /** Of findings about all images together. */
  readonly codes: readonly DataFindingCode[];
  readonly usableImages: number | null;
  readonly usablePatients: number | null;
  /** By code of findings about one image; small counts are left out, and all of them where counts are withheld. */
  readonly imageCounts: readonly FindingCount[];
  /** Of the usable images, without small counts. */
  readonly statistics: DataStatistics | null;
}
