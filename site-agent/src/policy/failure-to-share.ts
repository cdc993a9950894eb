import type { ErrorContext } from '@mammofed/core';
import type { ImagingErrorCode } from '@mammofed/imaging';
import type { SitePolicy } from './site-policy.js';
import { SiteError } from '../errors.js';

/** A failure as this site knows it. */
export interface LocalFailure {
  readonly code: string;
  /** For the site's own terminal: it may name files. */
  readonly message: string;
  /** The message comes from code that never sees a file's name or a pixel. */
  readonly isMessageSafe: boolean;
  /** Counts and sizes. */
  readonly context: ErrorContext;
}

/** What the coordinator is told. */
export interface SharedFailure {
  readonly code: string;
  readonly message: string;
}

/** In place of messages that may name the hospital's files. */
const IMAGING_WORDS: Readonly<Record<ImagingErrorCode, string>> = {
  'missing-folder': "the site's data folder, or its images or masks, is not there",
  'bad-index': "the table of the site's data folder cannot be used",
  'duplicate-file': "the table of the site's data folder lists an image twice",
  'missing-file': "the table of the site's data folder lists an image that is not there",
  'unsafe-path': "the site's data leads outside its folder",
  'unreadable-image': 'an image of the site cannot be read',
  'unreadable-mask': 'a mask of the site cannot be read',
  'missing-mask': 'an image of the site has no mask',
  'size-mismatch': 'an image of the site and its mask differ in size',
  'mask-vanishes': 'a mask of the site is too thin for this size',
  'bad-annotation': 'the marks on an image of the site cannot be read',
  'unmarked-finding': 'a finding on an image of the site has no place',
  'unclear-role': 'which file of the site is the mask cannot be told',
  'unknown-layout': "how the site's data folder is laid out cannot be told",
  'bad-box': 'a box given for an image of the site does not lie inside it',
  'too-few-examples': 'too few usable images',
  'bad-dicom': 'a file of the site is not a sound DICOM object',
  'unsupported-dicom': 'a DICOM object of the site is of a kind that is not read',
  'damaged-pixels': 'the pixels of a DICOM object of the site are damaged',
  'dicom-too-large': 'a DICOM object of the site is too large',
  'decoder-failed': "the site's image decoder failed",
  'bad-segmentation': 'a segmentation of the site does not say what it marks',
  'not-mammography': 'an image of the site is not a mammogram',
  'bad-argument': "the study asks for something that the site's image reader cannot do",
};

/** The parts of the split, as the context of `too-few-examples` counts them. */
const PARTS = ['train', 'validation', 'test'] as const;

/** Leaves out whatever could name a file or count fewer images than the policy's smallest cell. */
export function failureToShare(failure: LocalFailure, policy: SitePolicy): SharedFailure {
  const { code, message, isMessageSafe, context } = failure;
  if (isMessageSafe) return { code, message };
  if (!isImagingCode(code)) {
    return { code, message: 'something failed at the site; its own terminal says what' };
  }
  const counts = code === 'too-few-examples' ? countsToShare(context, policy) : '';
  return { code, message: `${IMAGING_WORDS[code]}${counts}; the site's own terminal says more` };
}

/** An error of the agent itself. */
export function localFailureOf(error: unknown): LocalFailure {
  if (error instanceof SiteError)
    return { code: error.code, message: error.message, isMessageSafe: true, context: error.context };
  const systemCode = (error as NodeJS.ErrnoException | null)?.code;
  if (systemCode === 'ENOSPC' || systemCode === 'EDQUOT') {
    return { code: 'disk-full', message: "the site's disk is full: make room on it", isMessageSafe: true, context: {} };
  }
  return {
    code: 'internal-error',
    message: error instanceof Error ? error.message : String(error),
    isMessageSafe: false,
    context: {},
  };
}

function countsToShare(context: ErrorContext, { shareTrainingStats, minCellSize }: SitePolicy): string {
  const parts = PARTS.flatMap((part) => {
    const count = context[part];
    if (typeof count !== 'number') return [];
    if (!shareTrainingStats) return [part];
    return [count < minCellSize ? `${part} under ${minCellSize}` : `${part} ${count}`];
  });
  return parts.length === 0 ? '' : ` (${shareTrainingStats ? '' : 'in one or more of '}${parts.join(', ')})`;
}

function isImagingCode(code: string): code is ImagingErrorCode {
  return code in IMAGING_WORDS;
}
