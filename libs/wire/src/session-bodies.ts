import type { SiteId } from '@mammofed/core';
import { body, treeHead } from './bodies.js';
import { bytes, fixedBytes, integer, name, prose, text, textOrNothing } from './fields.js';
import { MAX_NAME_CHARACTERS, MAX_SIGNED_ROSTER_BYTES, MAX_UINT32 } from './limits.js';

const JOIN_SECRET_BYTES = 16;
const SIGNATURE_BYTES = 64;

const roster = bytes(MAX_SIGNED_ROSTER_BYTES);

export const refused = body('refused', 'refused', { code: name(), message: prose });

export const enrol = body('enrol', 'enrol', {
  joinSecret: fixedBytes(JOIN_SECRET_BYTES),
  // The invite names the site; the site itself may not know its name yet.
  siteName: textOrNothing(MAX_NAME_CHARACTERS),
  signature: fixedBytes(SIGNATURE_BYTES),
});

export const enrolled = body('enrolled', 'enrolled', { siteId: name<SiteId>(), siteName: name() });

export const ready = body('ready', 'ready', { agentVersion: text(MAX_NAME_CHARACTERS) });

export const welcome = body('welcome', 'welcome', {
  siteId: name<SiteId>(),
  siteName: name(),
  siteIndex: integer(0, MAX_UINT32),
  roster,
  treeHead,
});

export const rosterUpdate = body('roster-update', 'rosterUpdate', { roster });

export const rosterTaken = body('roster-taken', 'rosterTaken', { version: integer(1, MAX_UINT32) });
