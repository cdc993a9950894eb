/** What comes over a connection at least every so often where nothing is wrong: the coordinator's ping, every 25 s. */
const IDLE_SILENCE_MS = 60_000;

/**
 * Slowest line that is worked over: 64 kbit/s, less a quarter for what goes with the bytes (long polling carries them as
 * base64). A chunk of 1 MiB takes three minutes then, and every ping and its answer wait behind it.
 */
const SLOWEST_BYTES_PER_SECOND = 6000;

/** How often it is looked. */
const LOOK_MS = 1000;

/** How long so many bytes take on the slowest line, in milliseconds. */
export function slowLineMs(byteLength: number): number {
  return (byteLength / SLOWEST_BYTES_PER_SECOND) * 1000;
}

export interface SilenceWatchOptions {
  /** Monotonic. */
  readonly nowMs: () => number;
  /** Called once, with the reason in words. */
  readonly onDead: (reason: string) => void;
  /** Given in tests: the silence of a connection with nothing under way. */
  readonly idleSilenceMs?: number;
}

/**
 * Tells a dead connection from a slow one: a silence may last as long as what is under way takes on the slowest line,
 * and a minute more. Anything that arrives begins it anew.
 */
export class SilenceWatch {
  readonly #options: SilenceWatchOptions;
  readonly #timer: NodeJS.Timeout;
  #heardAtMs: number;
  #bytesUnderWay = 0;
  #unaskedBytes = 0;

  constructor(options: SilenceWatchOptions) {
    this.#options = options;
    this.#heardAtMs = options.nowMs();
    this.#timer = setInterval(() => this.#look(), Math.min(LOOK_MS, options.idleSilenceMs ?? LOOK_MS));
    this.#timer.unref();
  }

  /** Something arrived. */
  heard(): void {
    this.#heardAtMs = this.#options.nowMs();
  }

  /**
   * So many bytes are sent or asked for.
   * @returns to be called once, when they have arrived or nobody waits for them any more.
   */
  underWay(byteLength: number): () => void {
    this.#bytesUnderWay += byteLength;
    return () => void (this.#bytesUnderWay -= byteLength);
  }

  /** So many bytes may be on their way at any time, without having been asked for: the largest message of this kind. */
  mayCome(byteLength: number): void {
    this.#unaskedBytes = byteLength;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { nowMs, onDead, idleSilenceMs = IDLE_SILENCE_MS } = this.#options;
    const silentMs = nowMs() - this.#heardAtMs;
    if (silentMs < idleSilenceMs + slowLineMs(this.#bytesUnderWay + this.#unaskedBytes)) return;
    this.stop();
    onDead(`nothing was heard for ${Math.round(silentMs / 1000)} s`);
  }
}
