import { resolve } from 'node:path';
import type { EngineName } from '@mammofed/core';
import type { SiteConfig } from '../config.js';
import type { EngineProbe, EngineSetting } from '../engines/engine-selector.js';
import { enginesText, examineEngines, type EngineReport } from '../engines/examine.js';
import { routeTo, type Route } from '../network/route.js';
import type { NetworkSettings, ProxyEnvironment } from '../network/settings.js';
import { dataLine } from './data-line.js';
import { green, redOf, untried, type DoctorLine } from './line.js';
import { diskLine, engineLine, freeBytesAt, gpuLine, memoryLine, type GpuQuery } from './machine-lines.js';
import { networkLines } from './network-lines.js';

export interface DoctorRequest {
  /** The site's folder; undefined before it is enrolled. */
  readonly dir?: string;
  /** Of `site.json`; null before it is enrolled. */
  readonly config: SiteConfig | null;
  /** Given: the coordinator to reach, in place of the one in `site.json`. */
  readonly url?: string;
  /** Given: in place of those in `site.json`. */
  readonly network?: NetworkSettings;
  readonly engine: EngineSetting;
}

export interface DoctorParts {
  readonly probe: (engine: EngineName) => Promise<EngineProbe>;
  readonly askGpu: GpuQuery;
  readonly environment: ProxyEnvironment;
  readonly availableBytes: number;
  readonly coreCount: number;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  /** Called with each line as soon as it is known. */
  readonly onLine: (line: DoctorLine) => void;
}

/** What `mammofed site doctor --json` prints. */
export interface DoctorReport extends EngineReport {
  readonly mayTrain: boolean;
  readonly lines: readonly DoctorLine[];
}

/** Looks at everything that a site needs to train, from the network to its data, and changes nothing. */
export async function examineSite(request: DoctorRequest, parts: DoctorParts): Promise<DoctorReport> {
  const lines: DoctorLine[] = [];
  const add = (line: DoctorLine): void => {
    lines.push(line);
    parts.onLine(line);
  };
  const { config, dir, engine } = request;
  if (config !== null) add(green('site', `enrolled as ${config.site.name}`));
  for await (const line of linesOfNetwork(request, parts)) add(line);
  const kept = resolve(dir ?? '.');
  add(diskLine(kept, await freeBytesAt(kept)));
  add(memoryLine(parts.availableBytes, parts.coreCount));
  if (config !== null) add(await dataLine(config.data));
  const engines = await examineEngines(engine, parts.probe);
  add(gpuLine(await parts.askGpu(), engines));
  add(engineLine(engines));
  return { mayTrain: lines.every(({ mayTrain }) => mayTrain), lines, ...engines };
}

async function* linesOfNetwork(
  { config, url = config?.coordinator.url, network = config?.network ?? {} }: DoctorRequest,
  { environment, nowMs, signal }: DoctorParts,
): AsyncGenerator<DoctorLine> {
  if (url === undefined) {
    yield untried('network', 'say where the coordinator is: --dir or --url');
    return;
  }
  let route: Route;
  try {
    route = await routeTo(url, network, environment);
  } catch (error) {
    yield redOf('proxy', error);
    return;
  }
  yield* networkLines({ url, route, nowMs, signal });
}

/** What follows the lines: the engines in detail, and the verdict. */
export function verdictText(report: DoctorReport): string {
  const reds = report.lines.filter(({ state }) => state === 'red');
  const stopping = reds.filter(({ mayTrain }) => !mayTrain).map(({ subject }) => subject);
  const verdict =
    stopping.length > 0
      ? `This site cannot train yet: ${stopping.join(', ')}.`
      : reds.length > 0
        ? `This site can train; it would be better with ${reds.map(({ subject }) => subject).join(', ')} put right.`
        : 'Nothing is in the way of training.';
  return `\n${enginesText(report)}\n${verdict}\n`;
}
