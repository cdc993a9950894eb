/** A device that a Vulkan program opened. */
export interface VulkanDevice {
  /** As its driver calls it. */
  readonly name: string;
  /** The driver's file. */
  readonly driver: string;
}

/** Drivers that compute on the processor: Chromium's SwiftShader, Mesa's llvmpipe. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|libvulkan_lvp|softpipe/i;

/**
 * Finds the device in what Vulkan's loader says under VK_LOADER_DEBUG=driver.
 * @returns the one that was opened last; undefined if none was.
 */
export function vulkanDevice(said: string): VulkanDevice | undefined {
  const [last] = [...said.matchAll(/Using "(?<name>[^"\n]*)" with driver: "(?<driver>[^"\n]*)"/g)].slice(-1);
  const { name = '', driver = '' } = last?.groups ?? {};
  return last === undefined ? undefined : { name, driver };
}

/** Whether the device is a program on the processor: it computes the same as a GPU, slower than the CPU's engine. */
export function isSoftwareDevice({ name, driver }: VulkanDevice): boolean {
  return SOFTWARE.test(name) || SOFTWARE.test(driver);
}
