/**
 * What is found wrong or noteworthy in a site's data. `refused`: the image is not trained on, or, of a finding about all
 * images, nothing is. `flagged`: it is used, and a person should look.
 */
export const DATA_FINDINGS = {
  'inverted-image': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The air around the breast is brighter than the breast: the image is inverted, or not for presentation.',
    next: 'Export it for presentation, with its MONOCHROME1 or MONOCHROME2 as it is.',
  },
  'turned-image': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The chest wall lies at the top or the bottom of the image.',
    next: 'Export the image and its mask again without turning them.',
  },
  'other-side': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The chest wall lies on the side of the other breast: the image is mirrored, or its laterality is wrong.',
    next: 'Compare it with the record; export it unmirrored, or correct the laterality.',
  },
  'mask-in-air': {
    about: 'image',
    verdict: 'refused',
    meaning: 'A large part of what the mask marks lies outside the breast.',
    next: 'Check whether the mask is of this image, and turned as it is.',
  },
  'mask-share': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The mask marks less or more of the breast than the study expects of a lesion.',
    next: 'Check what was outlined: a lesion, or the breast, or a crop.',
  },
  'other-modality': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The image is of a modality that the study does not take.',
    next: 'Leave such images out of the folder or the query.',
  },
  'other-view': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The image is of a view that the study does not take.',
    next: 'Leave such images out of the folder or the query.',
  },
  'other-presentation': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The image is for processing where the study wants one for presentation, or the other way round.',
    next: 'Export the other kind.',
  },
  'spacing-out-of-range': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The distance between pixels is outside what the study takes.',
    next: 'Export the image at its own resolution; a spacing that was lost or invented misleads every figure in mm.',
  },
  'weak-mask': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The finding is marked by a box or a circle and the study wants outlines.',
    next: 'Outline the findings, or leave the images out.',
  },
  'duplicate-image': {
    about: 'image',
    verdict: 'refused',
    meaning: 'The same pixels stand under another patient: they could be trained on and tested on.',
    next: 'Keep the image once, under the right patient.',
  },
  'unknown-fact': {
    about: 'image',
    verdict: 'flagged',
    meaning: 'The study asks for something that the image does not say.',
    next: 'Add it to the index or the headers if it can be known.',
  },
  'no-breast': {
    about: 'image',
    verdict: 'flagged',
    meaning: 'No breast with air around it was found, so its side and its mask could not be checked.',
    next: 'Look at the image: it may be a crop or another kind of image.',
  },
  'few-shades': {
    about: 'image',
    verdict: 'flagged',
    meaning: 'The image has fewer than 32 different shades.',
    next: 'Export it with its full depth.',
  },
  'burned-in-text': {
    about: 'image',
    verdict: 'flagged',
    meaning: 'There is text in the picture: its header says so, or there are rows of letters beside the breast.',
    next: "Look at the image. A marker of side and view is harmless; a name or a number is the patient's: export it without.",
  },
  'images-turned': {
    about: 'all-images',
    verdict: 'refused',
    meaning: 'On most images the chest wall does not lie where the laterality says.',
    next: 'Export the images without turning or mirroring them, or correct the column of the sides.',
  },
  'unknown-kind': {
    about: 'all-images',
    verdict: 'flagged',
    meaning: 'Nothing says that the images are mammograms, so that sides and shades could not be checked.',
    next: 'Add the columns laterality and view to the index if they are.',
  },
  'masks-turned': {
    about: 'all-images',
    verdict: 'refused',
    meaning: 'The masks fit the images better mirrored or turned than as they are.',
    next: 'Export masks and images by the same way, and check the overlays.',
  },
  'masks-fit-no-image': {
    about: 'all-images',
    verdict: 'refused',
    meaning: "The masks fit their images no better than other patients' masks do.",
    next: 'Check how masks are matched to images, and what they outline.',
  },
  'too-few-images': {
    about: 'all-images',
    verdict: 'refused',
    meaning: 'There are fewer usable images or patients, in all or in a part of the split, than the study needs.',
    next: 'Add patients, or mend what was refused.',
  },
  'many-refused': {
    about: 'all-images',
    verdict: 'flagged',
    meaning: 'More than a tenth of the images are refused.',
    next: 'Look at the reasons before training: what is left may not stand for your patients.',
  },
  'drifts-from-consortium': {
    about: 'all-images',
    verdict: 'flagged',
    meaning: "The distribution of a measure differs much from the consortium's.",
    next: 'Look at the histogram: another device or another way of outlining may be right, and should be known.',
  },
} as const;

export type DataFindingCode = keyof typeof DATA_FINDINGS;

/** Codes about all images of a site together: a coordinator may know them. */
export const ALL_IMAGES_FINDINGS = codesAbout('all-images');

/** Codes about one image: how many images have one may leave, which of them has it never. */
export const IMAGE_FINDINGS = codesAbout('image');

function codesAbout(what: 'image' | 'all-images'): readonly DataFindingCode[] {
  return (Object.keys(DATA_FINDINGS) as DataFindingCode[]).filter((code) => DATA_FINDINGS[code].about === what);
}

/** @returns whether this version knows the code: a stored one may be of another. */
export function isFindingCode(code: string): code is DataFindingCode {
  return Object.hasOwn(DATA_FINDINGS, code);
}

/** @returns whether what was found keeps an image, or the whole data set, from being trained on. */
export function isRefusal({ code }: { readonly code: DataFindingCode }): boolean {
  return DATA_FINDINGS[code].verdict === 'refused';
}
