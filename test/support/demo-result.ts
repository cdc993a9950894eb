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
