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

/** Debian's packages of what NVIDIA's driver needs besides itself, which a machine without a screen may lack. */
const PACKAGES: Readonly<Record<string, string>> = {
  'libEGL.so.1': 'libegl1',
  'libGL.so.1': 'libgl1',
  'libGLX.so.0': 'libglx0',
  'libGLdispatch.so.0': 'libglvnd0',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libX11.so.6': 'libx11-6',
  'libXext.so.6': 'libxext6',
  'libffi.so.8': 'libffi8',
  'libwayland-client.so.0': 'libwayland-client0',
  'libxcb-keysyms.so.1': 'libxcb-keysyms1',
  'libxcb.so.1': 'libxcb1',
};

/**
 * Says why Vulkan's loader opened no driver.
 * @param said - what the loader wrote under VK_LOADER_DEBUG=error,driver.
 */
export function whyNoVulkanDriver(said: string): string {
  const files = [...new Set([...said.matchAll(/Found ICD manifest file ([^\n]*\.json)/g)].map(([, file]) => file))];
  // What does not load comes after what it lacks: the first missing library, at which the system's loader stops.
  const failed =
    /(?<missing>[^\s:]+): cannot open shared object file[^\n]*\n[^\n]*Failed loading library associated with ICD JSON (?<driver>\S+?)\. Ignoring/.exec(
      said,
    )?.groups;
  if (failed !== undefined) {
    const { missing = '', driver = '' } = failed;
    if (missing === driver) return `Vulkan's driver is not there: ${driver}, which ${files.join(', ')} names`;
    const name = PACKAGES[missing];
    const next = name === undefined ? 'install it' : `on Debian, apt-get install ${name}`;
    return `Vulkan's driver ${driver} does not load: ${missing} is missing (${next}; then run site doctor again, there may be more)`;
  }
  return files.length === 0
    ? 'Vulkan has no driver for a device: there is no driver file'
    : `Vulkan has no driver for a device: those of ${files.join(', ')} give none`;
}
