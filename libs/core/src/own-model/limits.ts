/** What a study's own network may be at most. A U-Net of full width at 512 pixels stays below all of it. */

/** The file that an administrator names, with everything that is dropped from it. */
export const MAX_TOPOLOGY_FILE_BYTES = 1024 * 1024;

/** The network as it travels in a run's configuration, JSON. A U-Net has some 5,500. */
export const MAX_TOPOLOGY_CHARACTERS = 48 * 1024;

export const MAX_LAYERS = 256;

/** Numbers of all tensors: 512 MiB. */
export const MAX_PARAMETERS = 128 * 1024 * 1024;

/** What all layers put out together for one image, float32. Training holds a multiple of it. */
export const MAX_ACTIVATION_BYTES = 2 * 1024 ** 3;

/** Multiplications for one image, forwards; a U-Net of full width has 1.9e10 at 160 pixels. */
export const MAX_MULTIPLICATIONS = 2 ** 40;

/** Places of all kernels and of all windows of max poolings: a compiled step has some nodes for each. A U-Net has 195. */
export const MAX_TAPS = 4096;

/** Side of the network's input; of its output, the run's size, see run-config.ts. */
export const MAX_INPUT_SIDE = 2048;

export const MAX_CHANNELS = 4096;
