/** Bytes that never reach a log: every way of printing shows `[secret]`. */
export class Secret {
  #bytes: Uint8Array | null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /**
   * The secret itself, not a copy: for immediate use, never to be kept elsewhere.
   * @throws TypeError once it was wiped: zeros must not pass for a key.
   */
  reveal(): Uint8Array {
    if (this.#bytes === null) throw new TypeError('a secret was used after it was wiped');
    return this.#bytes;
  }

  /** Overwrites the bytes. Best effort: the engine or libsodium may have made copies. */
  wipe(): void {
    this.#bytes?.fill(0);
    this.#bytes = null;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}
