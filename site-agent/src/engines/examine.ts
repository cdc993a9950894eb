import { ENGINE_NAMES, type EngineName } from '@mammofed/core';
import { EngineSelector, reasonAgainst, type EngineProbe, type EngineSetting } from './engine-selector.js';
import { REMEDIES } from './problems.js';

export interface EngineRow extends EngineProbe {
  /** What adds the engine; null if it is there or there is nothing to add. */
  readonly command: string | null;
}

/** Which engines there are on this machine, and which of them the setting gives. */
export interface EngineReport {
  readonly setting: EngineSetting;
  /** What the setting gives on this machine; null if it cannot be used. */
  readonly engine: EngineName | null;
  readonly engines: readonly EngineRow[];
}

/** Tries every engine. @param probe - as for {@link EngineSelector}. */
export async function examineEngines(
  setting: EngineSetting,
  probe: (engine: EngineName) => Promise<EngineProbe>,
): Promise<EngineReport> {
  // One after the other: two on one GPU, or on two cores, would be in each other's way.
  const probes: EngineProbe[] = [];
  for (const engine of ENGINE_NAMES) probes.push(await probe(engine));
  const known = new Map(probes.map((each) => [each.engine, each]));
  const selector = new EngineSelector(setting, (engine) => Promise.resolve(known.get(engine) as EngineProbe));
  const chosen = await selector.choose().catch(() => null);
  return {
    setting,
    engine: chosen?.engine ?? null,
    engines: probes.map((each) => ({ ...each, command: each.problem === null ? null : REMEDIES[each.engine] })),
  };
}

/** The report as a table for a person. */
export function enginesText({ setting, engine, engines }: EngineReport): string {
  const rows = engines.map((row) => [row.engine, row.problem === null ? 'yes' : 'no', row.device ?? '-', remark(row)]);
  const table = [['engine', 'usable', 'device', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => (row[column] as string).length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const commands = engines.flatMap(({ engine: name, command }) => (command === null ? [] : [`  ${name}: ${command}`]));
  return [
    ...lines,
    '',
    engine === null
      ? `With the setting ${setting}, this site cannot train.`
      : `With the setting ${setting}, this site trains with ${engine}.`,
    ...(commands.length === 0 ? [] : ['', 'To add an engine (docs/engines.md says what else it needs):', ...commands]),
    '',
  ].join('\n');
}

function remark(row: EngineRow): string {
  return row.problem ?? reasonAgainst(row) ?? '';
}
