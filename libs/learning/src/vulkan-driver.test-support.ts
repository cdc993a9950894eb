import { beforeAll } from '@jest/globals';

/** Fails a test file whose process was not told the Vulkan driver by name: another one, or none, would answer for it. */
export function requireNamedDriver(): void {
  beforeAll(() => {
    if (process.env.VK_DRIVER_FILES === undefined && process.env.VK_ICD_FILENAMES === undefined)
      throw new Error('no Vulkan driver is named. Set VK_ICD_FILENAMES as docs/engines.md says');
  });
}
