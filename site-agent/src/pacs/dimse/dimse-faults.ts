import { SITE_ERRORS, SiteError, type SiteErrorCode } from '../../errors.js';

/** Statuses of DIMSE that say more than that something failed (PS3.7, annex C; PS3.4, section C.4.2.1.5). */
const MOVE_DESTINATION_UNKNOWN = 0xa801;

export const SUCCESS = 0x0000;
/** Sub-operations of a C-MOVE ended, some of them with failures. */
export const SOME_FAILED = 0xb000;

/** Whether more responses follow (PS3.4, section C.4.1.1.4). */
export function isPending(status: number): boolean {
  return status === 0xff00 || status === 0xff01;
}

/** Says what it means that a PACS did not let an association come about (PS3.8, table 9-21). */
export function rejectionFault(pacs: string, { source, reason }: { source: number; reason: number }): SiteError {
  // Of the service user: 3, calling AE title not recognized; 7, called AE title not recognized.
  if (source === 1 && (reason === 3 || reason === 7)) {
    const whose = reason === 3 ? "this site's (ownAeTitle)" : 'by which it is called (aeTitle)';
    return fault('unknown-ae-title', `${pacs} does not know the AE title ${whose}`);
  }
  return fault('pacs-refused', `${pacs} refuses the association (source ${source}, reason ${reason})`);
}

/** Says what a status that is not a success means. @param what - was asked. */
export function dimseFault(pacs: string, what: string, status: number): SiteError {
  const shown = `0x${status.toString(16).toUpperCase().padStart(4, '0')}`;
  return status === MOVE_DESTINATION_UNKNOWN
    ? fault('unknown-move-destination', `${pacs} does not know where to send what this site asks for (${shown})`)
    : fault('pacs-refused', `${pacs} does not do what it was asked: ${what} (status ${shown})`);
}

function fault(code: SiteErrorCode, found: string): SiteError {
  return new SiteError(code, `${found}. ${SITE_ERRORS[code].next}`);
}
