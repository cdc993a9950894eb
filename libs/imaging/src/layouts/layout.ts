import type { DataFolder } from '../data-folder.js';
import type { MaskPixels } from '../decode.js';
import type { ImagingErrorCode } from '../errors.js';
import type { GreyPixels } from '../pgm.js';

/** How a data folder is laid out; the words of `mammofed site data check --layout`. */
export const LAYOUTS = ['pairs', 'inbreast', 'cbis', 'vindr', 'mias', 'dicom', 'manifest'] as const;
export type Layout = (typeof LAYOUTS)[number];

export type Laterality = 'L' | 'R';

/** Distance between the centres of neighbouring pixels, millimetres on the detector or, where it is said, in the patient. */
export interface PixelSpacing {
  readonly rowMm: number;
  readonly columnMm: number;
  /** What the distance is measured at: on a mammogram the patient's is the detector's by the magnification. */
  readonly at: 'detector' | 'patient';
}

/** What is noteworthy about an image that is used all the same. */
export interface DataFlag {
  readonly code: string;
  readonly message: string;
}

/** What is known of an image before its pixels are read; `null` where the source does not say. */
export interface CaseFacts {
  /** DICOM's modality, such as MG. */
  readonly modality?: string | null;
  readonly presentation?: 'for-presentation' | 'for-processing' | null;
  readonly laterality: Laterality | null;
  /** DICOM's View Position: CC, MLO, ML, … */
  readonly view: string | null;
  readonly pathology: 'benign' | 'malignant' | null;
  /** ACR category of the breast's density, a to d. */
  readonly density: 'a' | 'b' | 'c' | 'd' | null;
}

/** How stored values become shades of grey for a person, as the image's own header says; values as `CaseImage.pixels`. */
export type VoiWindow =
  | { readonly kind: 'linear' | 'linear-exact' | 'sigmoid'; readonly center: number; readonly width: number }
  /** Output of every value from `first` on; values outside take the nearest end. */
  | { readonly kind: 'lut'; readonly first: number; readonly bits: number; readonly table: Uint16Array };

/** An image that was read and, if there is one, its reference mask; both lie as they are stored. */
export interface CaseImage {
  /** Grey values, brighter where more is absorbed: modality transform applied, MONOCHROME1 inverted once. */
  readonly pixels: GreyPixels;
  /** Of the size of `pixels`; null where there is none, all 0 where nothing is marked. */
  readonly mask: MaskPixels | null;
  /** Null where the values are 8-bit shades already or the header has none. */
  readonly voi: VoiWindow | null;
  readonly spacing: PixelSpacing | null;
  readonly flags: readonly DataFlag[];
}

/** One image of a data folder, found and not yet opened. */
export interface DataCase {
  /** Name by which a person finds it in the folder; unique there. */
  readonly file: string;
  /** Groups the images of one person, and of both breasts: the split's unit. Never leaves the site. */
  readonly patient: string;
  readonly facts: CaseFacts;
  /** Whether the mask is an outline, or weaker: a box or a circle around the finding. */
  readonly maskKind: 'outline' | 'box' | 'circle' | 'none';
  /**
   * @throws ImagingError with a message for a person at the hospital.
   */
  read(): Promise<CaseImage>;
}

/** A file or an entry that is not used, with what is wrong and what to do, in words for a person at the hospital. */
export interface RefusedCase {
  readonly file: string;
  readonly code: ImagingErrorCode;
  readonly message: string;
}

/** What a folder offers, sorted by `file` (code units). */
export interface CaseListing {
  readonly layout: Layout;
  readonly cases: readonly DataCase[];
  readonly refused: readonly RefusedCase[];
  /** Images that the folder's own index does not list; they are not used. */
  readonly unlistedImages: number;
}

/** Reads one layout. Every reader keeps to the same contract suite. */
export interface LayoutReader {
  readonly layout: Layout;
  /** Whether the folder looks like this layout, told from names alone. */
  recognises(folder: DataFolder): Promise<boolean>;
  /** @throws ImagingError if the folder as a whole is not in order; a single entry goes to `refused`. */
  list(folder: DataFolder): Promise<CaseListing>;
}
