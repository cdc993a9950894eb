/**
 * Most bytes of one DICOM file, and most that a deflated one may unfold to: an uncompressed mammogram of 26 million pixels
 * has 52 MB, and everything is held in memory.
 */
export const MAX_DICOM_BYTES = 192 * 1024 * 1024;

/**
 * Most numbers that the parser may read from one header; every element costs two or three. A file of nothing but tiny
 * elements would otherwise become gigabytes of objects. A segmentation of thousands of frames stays far below.
 */
export const MAX_HEADER_READS = 3_000_000;

/** Most frames of one object: tomosynthesis has about a hundred, a segmentation of a large series some thousands. */
export const MAX_FRAMES = 20_000;

/**
 * Most pixels of one frame. The largest detectors give about 26 million and films that were scanned at 42 µm about 38; what
 * decodes an image holds it several times over, and has to stay below a GiB with all of it.
 */
export const MAX_DICOM_PIXELS = 40 * 1024 * 1024;

/** Of JPEG 2000, whose decoder holds four bytes for each pixel, twice: the largest mammograms have 26 million. */
export const MAX_JPEG_2000_PIXELS = 28 * 1024 * 1024;
