import { beforeAll } from '@jest/globals';

/** Fails a test file whose process was not told where SwiftShader is: another driver, or none, would answer for it. */
export function requireSwiftShader(): void {
  beforeAll(() => {
    for (const name of ['VK_ICD_FILENAMES', 'LD_LIBRARY_PATH'])
      if (process.env[name] === undefined)
        throw new Error(
          `${name} is not set: start this with VK_ICD_FILENAMES=/usr/lib/chromium/vk_swiftshader_icd.json LD_LIBRARY_PATH=/usr/lib/chromium`,
        );
  });
}
