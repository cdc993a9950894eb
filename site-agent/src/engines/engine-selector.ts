import { ENGINE_NAMES, type EngineName } from '@mammofed/core';
import { SiteError } from '../errors.js';

/** What a site may say: one engine, or the first that works. */
export const ENGINE_SETTINGS = ['auto', ...ENGINE_NAMES] as const;

export type EngineSetting = (typeof ENGINE_SETTINGS)[number];

/** In which order `auto` tries. TensorFlow on the processor is slower than the compiled step, so it is only used by name. */
const AUTO_ORDER: readonly EngineName[] = ['cuda', 'tfjs-node-gpu', 'webgpu', 'cpu'];

/** What a try of an engine in a process of its own gave. */
export interface EngineProbe {
  readonly engine: EngineName;
  /** Why it cannot be used here; null if it trained the self-test's steps. */
  readonly problem: string | null;
  /** What it computes on, as its driver calls it; null if nobody says. */
  readonly device: string | null;
  /** Whether that is known to be a processor although the engine is for GPUs, or null if that cannot be known. */
  readonly isSoftware: boolean | null;
}

export interface PassedOver {
  readonly engine: EngineName;
  readonly reason: string;
}

export interface EngineChoice {
  readonly engine: EngineName;
  readonly device: string | null;
  /** Engines that come before it and are not used, in the order in which they were tried. */
  readonly passedOver: readonly PassedOver[];
}

/** Why `auto` passes an engine over; null if it does not. */
export function reasonAgainst({ problem, device, isSoftware }: EngineProbe): string | null {
  if (problem !== null) return problem;
  if (isSoftware === false) return null;
  const what =
    isSoftware === true
      ? `its device, ${device ?? 'unnamed'}, is a program on the processor`
      : 'nobody says whether its device is a GPU or a program on the processor';
  return `${what}: it is only used by name`;
}

/** Which engine a site trains with: the one that its operator named, or the first of `auto`'s that works. */
export class EngineSelector {
  readonly #setting: EngineSetting;
  readonly #probe: (engine: EngineName) => Promise<EngineProbe>;
  readonly #passedOver: PassedOver[] = [];
  /** Of `auto`'s engines, those not tried yet. */
  #left: readonly EngineName[] = AUTO_ORDER;
  #current: EngineChoice | null = null;

  /** @param probe - tries an engine; it must not throw for one that cannot be used. */
  constructor(setting: EngineSetting, probe: (engine: EngineName) => Promise<EngineProbe>) {
    this.#setting = setting;
    this.#probe = probe;
  }

  /** The engine in use. {@link choose} must have been awaited. */
  get current(): EngineChoice {
    if (this.#current === null) throw new Error('no engine was chosen yet');
    return this.#current;
  }

  /** @throws SiteError `engine-unusable` if the named engine, or with `auto` every engine, cannot be used. */
  async choose(): Promise<EngineChoice> {
    if (this.#setting === 'auto') {
      const first = await this.#nextUsable();
      if (first !== null) return first;
      const reasons = this.#passedOver.map(({ engine, reason }) => `${engine}: ${reason}`).join('; ');
      throw new SiteError('engine-unusable', `no engine can be used here: ${reasons}`);
    }
    // What every other engine falls back to; if it does not work here, the first task says so.
    if (this.#setting === 'cpu') return (this.#current = { engine: 'cpu', device: null, passedOver: [] });
    const { engine, problem, device } = await this.#probe(this.#setting);
    if (problem !== null)
      throw new SiteError(
        'engine-unusable',
        `the engine ${engine}, which the site's setting names, cannot be used: ${problem}; mammofed site doctor shows the others`,
        { engine },
      );
    return (this.#current = { engine, device, passedOver: [] });
  }

  /**
   * Gives up the engine in use.
   * @returns the next one that works; null if there is none, or the operator named the engine: it then stays.
   */
  async giveUp(reason: string): Promise<EngineChoice | null> {
    if (this.#setting !== 'auto') return null;
    const { engine } = this.current;
    this.#passedOver.push({ engine, reason });
    return this.#nextUsable();
  }

  async #nextUsable(): Promise<EngineChoice | null> {
    for (;;) {
      const [engine, ...left] = this.#left;
      if (engine === undefined) return null;
      this.#left = left;
      const probe = await this.#probe(engine);
      const reason = reasonAgainst(probe);
      if (reason === null) return (this.#current = { engine, device: probe.device, passedOver: [...this.#passedOver] });
      this.#passedOver.push({ engine, reason });
    }
  }
}
