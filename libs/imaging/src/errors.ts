import { CodedError, type ErrorCatalogue } from '@mammofed/core';

export const IMAGING_ERRORS = {
  'missing-folder': {
    meaning: 'The data folder, or its images/ or masks/, is not there.',
    next: 'Check the path of the data folder.',
  },
  'bad-index': {
    meaning:
      "The table of a data folder (index.csv, or the layout's own) cannot be parsed, lacks a column, or has a field that is needed and empty or senseless.",
    next: 'Correct the table where the message says.',
  },
  'duplicate-file': {
    meaning: "The data folder's table lists an image twice, or two images would share one mask.",
    next: 'Remove the second row, or rename one image and its mask.',
  },
  'missing-file': {
    meaning: "The data folder's table lists a file that is not there.",
    next: 'Add the image or remove the row.',
  },
  'unsafe-path': {
    meaning: 'A listed name or path, or a link, leads outside the data folder.',
    next: 'Put the file itself into the data folder and list its name there.',
  },
  'unreadable-image': {
    meaning: 'An image is not a complete file of a supported format, or is larger than allowed.',
    next: 'Export the image again; crop it or scale it down if it is too large.',
  },
  'unreadable-mask': {
    meaning: 'A mask is not a complete file of a supported format, or is larger than allowed.',
    next: 'Export the mask again; crop it or scale it down, with its image, if it is too large.',
  },
  'missing-mask': {
    meaning: 'An image has no mask, where its layout has it.',
    next: 'Add the mask or remove the image.',
  },
  'bad-annotation': {
    meaning: 'The outlines, boxes or circles of an image cannot be read, or make no sense.',
    next: 'Get the annotation anew from its source.',
  },
  'unmarked-finding': {
    meaning: 'An image has a finding whose place nothing gives: it can serve neither as a positive nor as a negative.',
    next: 'None is needed: the image is left out. Mark the finding to use it.',
  },
  'unclear-role': {
    meaning: 'Which file of a finding is its mask cannot be told: their descriptions and their pixels disagree.',
    next: 'Get the files of this finding anew from their source.',
  },
  'size-mismatch': {
    meaning: 'An image and its mask differ in width or height.',
    next: 'Export both at the same size.',
  },
  'mask-vanishes': {
    meaning: "A mask is so thin that nothing of it is left at the model's size.",
    next: 'Check the mask.',
  },
  'bad-box': {
    meaning: 'A region that is given by its box is malformed, empty, or not inside its image.',
    next: 'Correct --box or the box columns of index.csv; they are x, y, width and height in pixels.',
  },
  'too-few-examples': {
    meaning: 'Training, validation or test has fewer usable images than the study asks for.',
    next: 'Add patients, or mend the refused images that the message counts.',
  },
  'unknown-layout': {
    meaning: 'How a data folder is laid out cannot be told: it looks like none of the layouts, or like several.',
    next: 'Name the layout with --layout, and check the path of the folder.',
  },
  'bad-dicom': {
    meaning: 'A file is not a DICOM object, is cut short in its header, or contradicts itself there.',
    next: 'Export it again from the archive, or leave it out.',
  },
  'unsupported-dicom': {
    meaning:
      'A DICOM object is whole but not one that is read: no greyscale image, several frames, or a transfer syntax outside the list.',
    next: 'Leave it out, or export it as the message says; docs/dicom.md lists what is read.',
  },
  'damaged-pixels': {
    meaning: "A DICOM object's pixels are cut short, cannot be decoded, or disagree with its header.",
    next: 'Fetch it again from the archive.',
  },
  'dicom-too-large': {
    meaning: 'A DICOM object has, or unfolds to, more bytes, elements, frames or pixels than are read.',
    next: 'Leave it out; docs/limits.md lists the caps.',
  },
  'decoder-failed': {
    meaning: 'The thread that decodes images ended, or took too long; a new one has taken its place.',
    next: 'Try again; if the same file fails again, leave it out.',
  },
  'bad-segmentation': {
    meaning: 'A segmentation or a structure set is malformed, or does not say which pixels of which image it marks.',
    next: 'Export it again, as a DICOM segmentation that names its source image.',
  },
  'not-mammography': {
    meaning: 'A DICOM image is tomosynthesis, a secondary capture, or of another modality than mammography.',
    next: 'Leave it out; if it is a mammogram all the same, have its header corrected at the source.',
  },
  'bad-argument': {
    meaning: 'The image reader was asked for a size, margin or amount that is out of its range.',
    next: "Correct the option that the message names; in a run, it is the run's configuration.",
  },
} as const satisfies ErrorCatalogue;

export type ImagingErrorCode = keyof typeof IMAGING_ERRORS;

/**
 * What this package refuses, and why. The message may name a file of the hospital's own folder, so that a person there
 * can find it: it is for that hospital's screen and log and is never sent. `context` carries counts and sizes only.
 */
export class ImagingError extends CodedError<ImagingErrorCode> {}
