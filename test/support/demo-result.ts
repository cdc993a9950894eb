/** The line that `mammofed demo --json` ends with. */
export interface DemoResult {
  readonly seed: number;
  readonly deterministic: boolean;
  readonly mode: string;
  readonly engine: { readonly name: string; readonly device: string; readonly steps: number };
  readonly rounds: readonly {
    readonly round: number;
    readonly durationMs: number;
    readonly sites: readonly {
      readonly site: string;
      readonly status: string;
      readonly examples: number;
      readonly trainLoss: number;
      readonly bytesUp: number;
      readonly bytesDown: number;
    }[];
  }[];
  readonly evaluation: { readonly initial: readonly EvaluationRow[]; readonly final: readonly EvaluationRow[] };
  readonly baseline: readonly { readonly site: string; readonly allLesion: number; readonly meanMask: number }[];
  readonly modelSha256: string;
  readonly reportPath: string;
  readonly experiments: readonly ExperimentRow[];
  readonly differences: readonly DiceDifference[];
}

export interface SetFigures {
  readonly n: number;
  readonly patients: number;
  readonly dice: { readonly mean: number; readonly min: number; readonly max: number };
  readonly interval: Interval;
  readonly edge: { readonly n: number; readonly dice: number } | null;
  readonly central: { readonly n: number; readonly dice: number } | null;
}

export interface ExperimentRow extends SetFigures {
  readonly model: string;
  readonly kind: 'federated' | 'pooled' | 'local';
  readonly site: string | null;
  readonly runId: string | null;
  readonly modelSha256: string | null;
  readonly perSite: readonly (SetFigures & { readonly site: string })[];
}

export interface DiceDifference {
  readonly model: string;
  readonly between: readonly [string, string];
  readonly n: number;
  readonly mean: number;
  readonly interval: Interval;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface EvaluationRow {
  readonly site: string;
  readonly n: number;
  readonly dice: { readonly mean: number; readonly min: number; readonly max: number };
}

/** Reads the closing line; everything before it is for people. */
export function demoResult(stdout: string): DemoResult {
  const lines = stdout.trimEnd().split('\n');
  return JSON.parse(lines[lines.length - 1] as string) as DemoResult;
}
