import type { RunId } from '@mammofed/core';
import { body, runSignature } from './bodies.js';
import { hash, name, optional, text } from './fields.js';
import { MAX_CONFIG_CHARACTERS } from './limits.js';

export const runOffer = body('run-offer', 'runOffer', {
  runId: name<RunId>(),
  configJson: text(MAX_CONFIG_CHARACTERS),
  configSha256: hash,
  signature: optional(runSignature),
});

export const runAgreed = body('run-agreed', 'runAgreed', { runId: name<RunId>() });

export const offerAgain = body('offer-again', 'offerAgain', {});
