/**
 * Most pixels of one image or mask. The largest mammography detectors give about 26 million; a file that claims more
 * than this is a mistake or a decompression bomb and is refused from its header, before anything is allocated.
 */
export const MAX_IMAGE_PIXELS = 64 * 1024 * 1024;

/** Most bytes of one image file: a plain-text (P2) 16-bit greymap of a 26-megapixel image fits. */
export const MAX_IMAGE_FILE_BYTES = 192 * 1024 * 1024;

/** Most bytes of index.csv, of a layout's own table, and of one image's outlines. */
export const MAX_INDEX_BYTES = 16 * 1024 * 1024;

/** Fewest images in each of train, validation and test: below this a figure says nothing and could describe a person. */
export const MIN_IMAGES_PER_PART = 5;

/** Most points of the outlines of one image: more would take seconds to fill, and no hand draws them. */
export const MAX_OUTLINE_POINTS = 100_000;
