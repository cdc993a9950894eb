import { beforeAll } from '@jest/globals';

/** Fails a test file whose process was not told the Vulkan driver by name: another one, or none, would answer for it. */
export function requireNamedDriver(): void {
  beforeAll(() => {
    if (namedDriver() === '')
      throw new Error('no Vulkan driver is named. Set VK_ICD_FILENAMES as docs/engines.md says');
  });
}

/** The file of the Vulkan driver; empty if none is named. */
export function namedDriver(): string {
  return process.env.VK_DRIVER_FILES ?? process.env.VK_ICD_FILENAMES ?? '';
}
