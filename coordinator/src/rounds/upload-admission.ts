import type { Mode } from '@mammofed/core';
import type { Refused, UploadOpen } from '@mammofed/wire';
import type { ParticipantRow, RoundRow } from '../database/schema.js';
import { refused } from '../sessions/refusals.js';

/** In secure mode: before the members know who shares masks with whom. */
const EARLY = ['selecting', 'training', 'keying', 'sharing'] as const;

export interface UploadFacts {
  readonly upload: Pick<UploadOpen, 'round' | 'attempt' | 'sha256' | 'byteLength'>;
  /** The attempt that the upload speaks of; null if there never was one. */
  readonly round: Pick<RoundRow, 'state'> | null;
  /** The site's part in it; null if it was not in the cohort. */
  readonly participant: Pick<ParticipantRow, 'state' | 'uploadSha256'> | null;
  /** Of a contribution to the run's model, in the ring of its mode. */
  readonly byteLength: number;
  readonly mode: Mode;
}

export type UploadAdmission = { readonly kind: 'open' } | { readonly kind: 'complete' } | Refused;

/** What became of an upload whose payload is whole. */
export type UploadVerdict =
  | { readonly kind: 'counted' }
  /** Its attempt has closed meanwhile. */
  | { readonly kind: 'late' }
  /** No honest site sends it: the site is dropped from the round. */
  | { readonly kind: 'out-of-range'; readonly problem: string };

/** Decides whether a site may upload. The same upload announced again after it was completed is complete, whenever. */
export function admitUpload({ upload, round, participant, byteLength, mode }: UploadFacts): UploadAdmission {
  const which = `round ${upload.round}, attempt ${upload.attempt}`;
  if (round === null || participant === null) {
    return refused('not-in-cohort', `this site is not in the cohort of ${which}: wait for the next task`);
  }
  if (participant.state === 'uploaded') {
    if (participant.uploadSha256 === upload.sha256) return { kind: 'complete' };
    return refused(
      'conflicting-upload',
      `this site already uploaded another update for ${which}; the first one counts`,
    );
  }
  const opensIn = mode === 'secure' ? 'collecting' : 'training';
  if (mode === 'secure' && EARLY.some((state) => state === round.state)) {
    return refused('early-upload', `${which} takes no update yet: wait to be asked for the masked one`);
  }
  if (round.state !== opensIn) {
    return refused('late-upload', `${which} is closed: this update is no longer used; wait for the next task`);
  }
  if (participant.state === 'dropped') {
    return refused('dropped-site', `this site was dropped from ${which}: wait for the next round`);
  }
  if (mode === 'secure' && participant.uploadSha256 !== null && participant.uploadSha256 !== upload.sha256) {
    return refused(
      'conflicting-upload',
      `this site announced another masked update for ${which}: a mask serves one vector only`,
    );
  }
  if (upload.byteLength !== byteLength) {
    return refused(
      'wrong-length',
      `an update of this model has ${byteLength} bytes, not ${upload.byteLength}: check that the site trains the model of its task`,
    );
  }
  return { kind: 'open' };
}
