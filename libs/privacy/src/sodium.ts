import sodium from 'libsodium-wrappers';

export { sodium };

/** Waits until libsodium's WebAssembly is loaded; everything else in this package needs it. */
export function sodiumReady(): Promise<void> {
  return sodium.ready;
}
