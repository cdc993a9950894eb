import sodium from 'libsodium-wrappers-sumo';

export { sodium };

/** Waits until libsodium's WebAssembly is loaded; everything else in this package needs it. */
export function sodiumReady(): Promise<void> {
  return sodium.ready;
}

/** Whether two public values are equal; values of different lengths are not. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b);
}
