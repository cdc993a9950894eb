import { setImmediate as tick } from 'node:timers/promises';
import { siteId, type RunConfig, type SecurePhase, type SiteId } from '@mammofed/core';
import { EngineWorld, RunBench } from '../rounds/run-engine.test-support.js';
import { PHASE_OF_REQUEST, SecureSite, TestConsortium } from './secure-sites.test-support.js';

export const FIVE = ['north', 'south', 'west', 'east', 'middle'];
const ROUNDS_OF_TALK = 400;

/** A run in secure mode whose sites have the real protocol in them; the messages are handed over in memory. */
export class SecureBench {
  bench: RunBench;
  readonly sites: ReadonlyMap<SiteId, SecureSite>;
  readonly connected = new Set<SiteId>();
  /** How many messages of each connection were handed over. */
  #heard = 0;

  private constructor(
    readonly world: EngineWorld,
    readonly consortium: TestConsortium,
    bench: RunBench,
    cohort: readonly SiteId[],
  ) {
    this.bench = bench;
    this.sites = new Map(
      cohort.map((id, i) => {
        const identity = consortium.identities.get(id);
        if (identity === undefined) throw new Error(`no site ${id}`);
        const delta = Float32Array.from({ length: 4 }, (_, k) => 0.001 * (i + 1) - 0.002 * k);
        return [id, new SecureSite(id, identity, () => consortium.signed, delta, 10 * (i + 1))];
      }),
    );
  }

  static async world(names: readonly string[] = FIVE): Promise<{ world: EngineWorld; consortium: TestConsortium }> {
    const consortium = new TestConsortium(names, 0);
    const world = await EngineWorld.create(consortium.sites);
    world.roster.held = consortium.signed;
    return { world, consortium };
  }

  static async create(
    { world, consortium }: { readonly world: EngineWorld; readonly consortium: TestConsortium },
    count: number,
    changes: Partial<RunConfig> = {},
  ): Promise<SecureBench> {
    const cohort = FIVE.slice(0, count).map((name) => siteId(name));
    world.roster.held = consortium.signed;
    const quorum = { minSites: 3, minExamples: 0, maxSites: count, sites: cohort };
    const bench = await RunBench.create(world, { mode: 'secure', quorum, ...changes }, []);
    const secure = new SecureBench(world, consortium, bench, cohort);
    for (const id of cohort) secure.connect(id);
    return secure;
  }

  connect(site: SiteId): void {
    this.connected.add(site);
    this.bench.connect(site);
  }

  /** A coordinator that was killed comes back: all that it knows is in its database and on its disk. */
  async restart(): Promise<void> {
    this.bench.stop();
    await this.bench.engine.settled();
    this.bench = new RunBench(this.world, this.bench.id);
    this.#heard = 0;
    for (const site of this.connected) this.bench.connect(site);
  }

  site(name: string): SecureSite {
    const site = this.sites.get(siteId(name));
    if (site === undefined) throw new Error(`no site ${name}`);
    return site;
  }

  async state(): Promise<string> {
    return (await this.bench.attempt()).state;
  }

  /** Hands messages over until a site has answered in a phase, or none is left. */
  async step(): Promise<void> {
    await this.bench.look();
    for (let next = this.bench.told[this.#heard]; next !== undefined; next = this.bench.told[this.#heard]) {
      await this.#handOver();
      await this.settle();
      if (PHASE_OF_REQUEST[next.message.kind] !== undefined) return;
    }
  }

  /**
   * Hands messages over until nothing happens any more.
   * @param until - ends it when the attempt is in this state, before anyone is answered there.
   */
  async play(until?: string): Promise<void> {
    for (let i = 0; i < ROUNDS_OF_TALK; i++) {
      await this.bench.look();
      if (until !== undefined && (await this.state()) === until) return;
      if (this.bench.told[this.#heard] === undefined) {
        await tick();
        await this.bench.look();
        if (this.bench.told[this.#heard] === undefined) return;
        continue;
      }
      // All that was said by now.
      for (let left = this.bench.told.length - this.#heard; left > 0; left--) await this.#handOver();
    }
    throw new Error('the talk did not end');
  }

  async #handOver(): Promise<void> {
    const heard = this.bench.told[this.#heard];
    if (heard === undefined) return;
    this.#heard++;
    const site = this.sites.get(heard.site);
    if (site === undefined) return;
    this.bench.registry.heardFrom(heard.site);
    const answer = await site.answer(heard.message);
    if (answer === null) return;
    heard.answer(answer);
    await tick();
    if (answer.kind === 'task-accepted' && heard.message.kind === 'train-task') {
      await this.bench.engine.sites.trained(heard.site, heard.message);
    }
    if (answer.kind === 'mask-accepted') await this.upload(site);
  }

  async upload(site: SecureSite): Promise<void> {
    const payload = site.masked;
    if (payload === null) throw new Error('nothing is masked');
    const { runId, round, attempt } = site.task;
    const participant = await this.world.rounds.participant({ runId, round, attempt }, site.id);
    if (participant?.state === 'uploaded') return;
    await this.bench.upload(site.id, payload);
  }

  /** Lets what was answered be taken. */
  async settle(): Promise<void> {
    await tick();
    await this.bench.look();
  }

  /** A site connects anew, and takes its task. @returns what it is asked then. */
  async askedAgain(name: string, kind: string): Promise<RunBench['told'][number]> {
    const before = this.bench.told.length;
    this.connect(siteId(name));
    await this.settle();
    const newer = (what: string): RunBench['told'][number] => {
      const found = this.bench.told.slice(before).find(({ site, message }) => site === name && message.kind === what);
      if (found === undefined) throw new Error(`${name} was not sent ${what}`);
      return found;
    };
    newer('train-task').answer({ kind: 'task-accepted' });
    await this.settle();
    return newer(kind);
  }

  /** Sites that were asked in a phase, by this coordinator. */
  asked(phase: SecurePhase): SiteId[] {
    return this.bench.told.filter(({ message }) => PHASE_OF_REQUEST[message.kind] === phase).map(({ site }) => site);
  }
}
