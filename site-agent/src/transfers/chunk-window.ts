/** Answers that come sooner say that the line is fast enough for a second chunk behind the first. */
const FAST_ANSWER_MS = 10_000;

const FEWEST = 1;
const MOST = 2;

/**
 * How many chunks are under way at a time. Two keep a fast line busy. A slow one gets one: whatever is queued stands before
 * the answer to the coordinator's ping, and a session whose answer is late is taken for dead.
 */
export class ChunkWindow {
  #size = FEWEST;

  get size(): number {
    return this.#size;
  }

  /** @param elapsedMs - from handing a chunk or the request for it to the line until its answer. */
  answered(elapsedMs: number): void {
    this.#size = elapsedMs < FAST_ANSWER_MS ? MOST : FEWEST;
  }
}
