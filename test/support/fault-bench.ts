import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  decodeModelFile,
  elementCount,
  EXTRA_WORDS,
  type NamedTensor,
  type ParticipantView,
  type RunView,
} from '@mammofed/core';
import { AdminApi } from './admin-api.js';
import { Consortium } from './consortium.js';
import { eventually, type MammofedProcess, type Workbench } from './processes.js';

/** Few images make short rounds; of this many, each part of the split gets what it needs. */
const PATIENTS = 24;
const STUDY = 'faults';
const BYTES_PER_WORD = 4;
/** A machine that tests on all its cores is slow; something that is stuck stays stuck. */
const RUN_WITHIN_MS = 180_000;
const CONNECTED_WITHIN_MS = 120_000;

/** A run that nothing disturbed: what every run with the same configuration must come to. */
export interface Reference {
  readonly view: RunView;
  /** From its start to its end. */
  readonly durationMs: number;
}

/** A consortium whose parts are killed and started again, and the runs that must not mind. */
export class FaultBench {
  readonly consortium: Consortium;
  readonly admin: AdminApi;
  readonly #sites = new Map<string, MammofedProcess>();

  private constructor(consortium: Consortium, admin: AdminApi) {
    this.consortium = consortium;
    this.admin = admin;
  }

  /** A coordinator that runs, and enrolled sites that do not run yet. */
  static async start(workbench: Workbench, names: readonly string[], study = STUDY): Promise<FaultBench> {
    const consortium = await Consortium.start(workbench);
    for (const [index, name] of names.entries()) await consortium.enrol(name, index, PATIENTS, study);
    return new FaultBench(consortium, await AdminApi.of(consortium.coordinatorDir));
  }

  site(name: string): MammofedProcess {
    const site = this.#sites.get(name);
    if (site === undefined) throw new Error(`site ${name} was never started`);
    return site;
  }

  get siteNames(): string[] {
    return [...this.#sites.keys()];
  }

  /** Starts a site, or starts it again. It connects by itself. */
  startSite(name: string): void {
    this.#sites.set(name, this.consortium.startSite(name));
  }

  /** Ends a site at once, with all that it started. */
  async stopSite(name: string): Promise<void> {
    this.site(name).signalGroup('SIGKILL');
    await this.site(name).finished;
  }

  async connected(...names: string[]): Promise<void> {
    await eventually(`${names.join(', ')} to be connected`, CONNECTED_WITHIN_MS, async () => {
      const connected = await this.admin.connectedSites();
      return names.every((name) => connected?.includes(name)) ? true : undefined;
    });
  }

  async disconnected(name: string): Promise<void> {
    await eventually(`${name} to be gone`, CONNECTED_WITHIN_MS, async () =>
      (await this.admin.connectedSites())?.includes(name) === false ? true : undefined,
    );
  }

  /**
   * Runs a configuration, undisturbed.
   * @param options - of `run create`; timings are generous, so that no site is dropped.
   */
  async reference(options: Readonly<Record<string, string | number>>): Promise<Reference> {
    const all = {
      study: STUDY,
      mode: 'sealed',
      'min-sites': this.siteNames.length,
      'max-sites': this.siteNames.length,
      size: 16,
      epochs: 1,
      'select-ms': 120_000,
      'stall-ms': 120_000,
      ...options,
    };
    const words = Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const runId = await this.consortium.describeRun(...words);
    await this.consortium.approve(this.siteNames, runId);
    const startedMs = Date.now();
    await this.admin.start(runId);
    const view = await this.completed(runId);
    const durationMs = Date.now() - startedMs;
    if (!view.deterministic) throw new Error(`the undisturbed run was disturbed: ${describeRun(view)}`);
    return { view, durationMs };
  }

  /** Begins a run with the configuration and the initial model of another one. @returns its id. */
  async repeat({ view }: Reference): Promise<string> {
    const runId = await this.admin.create(view.config, view.initialModelSha256);
    await this.admin.start(runId);
    return runId;
  }

  /** Polls a run's view until it satisfies `isSo`; a coordinator that does not answer is asked again. */
  viewWhen(what: string, runId: string, isSo: (view: RunView) => boolean, withinMs = RUN_WITHIN_MS): Promise<RunView> {
    let last: RunView | undefined;
    return eventually(what, withinMs, async () => {
      last = (await this.admin.view(runId)) ?? last;
      if (last?.state === 'failed') throw new Error(`the run failed: ${describeRun(last)}`);
      return last !== undefined && isSo(last) ? last : undefined;
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; it was at ${last === undefined ? 'nothing' : describeRun(last)}`);
    });
  }

  completed(runId: string): Promise<RunView> {
    return this.viewWhen('the run to complete', runId, ({ state }) => state === 'completed');
  }

  /** @returns the weights of a model that the coordinator stores. */
  async weights(modelSha256: string | null): Promise<readonly NamedTensor[]> {
    const file = await readFile(join(this.consortium.coordinatorDir, 'models', modelSha256 ?? 'none'));
    return decodeModelFile(file).tensors;
  }

  /** @returns bytes of one site's update of a model that the coordinator stores. */
  async updateBytes(modelSha256: string): Promise<number> {
    const tensors = await this.weights(modelSha256);
    return BYTES_PER_WORD * (tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0) + EXTRA_WORDS);
  }
}

/** What a site did in a round. @throws Error if it has no part in it, or more than one. */
export function participantOf(view: RunView, site: string, round = 1): ParticipantView {
  const found = view.rounds
    .filter((r) => r.round === round)
    .flatMap(({ sites }) => sites.filter((s) => s.site === site));
  const [participant] = found;
  if (participant === undefined || found.length > 1)
    throw new Error(`site ${site} is ${found.length} times in round ${round}: ${describeRun(view)}`);
  return participant;
}

/**
 * What a run came to, without what a fault may change (times, traffic): equal for two runs if no update was lost, counted
 * twice or replaced by another one, and no round needed a second attempt.
 */
export function outcomeOf(view: RunView): object {
  return {
    state: view.state,
    modelSha256: view.modelSha256,
    deterministic: view.deterministic,
    rounds: view.rounds.map(({ round, attempt, state, modelSha256, sites }) => ({
      ...{ round, attempt, state, modelSha256 },
      sites: sites.map(({ site, status, reason, examples, trainLoss }) => ({
        site,
        status,
        reason,
        examples,
        trainLoss,
      })),
    })),
    evaluations: view.evaluations.map(({ round, site, modelSha256, n, dice }) => ({
      round,
      site,
      modelSha256,
      n,
      dice,
    })),
  };
}

/** One line about where a run is, for a failure's message. */
export function describeRun({ runId, state, note, rounds }: RunView): string {
  const inWords = rounds.map(({ round, attempt, state: roundState, sites }) => {
    const each = sites.map(({ site, status, phase, reason }) => `${site} ${status}/${phase ?? '-'}${reason ?? ''}`);
    return `round ${round}.${attempt} ${roundState} (${each.join(', ')})`;
  });
  return `run ${runId} ${state}${note === null ? '' : ` [${note}]`}: ${inWords.join('; ')}`;
}
