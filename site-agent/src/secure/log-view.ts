import { createHash } from 'node:crypto';
import type { LogHead } from '@mammofed/privacy';

/** What this site knows of the coordinator's log. */
export interface LogView {
  /** The last head that this site has seen and checked. */
  readonly head: LogHead;
  /** Whether another site's head is of the same log, as far as this site can know. */
  readonly isSame: (head: LogHead) => boolean;
}

/** The log before its first entry. Its root is the hash of nothing. @see RFC 6962, section 2.1. */
export const EMPTY_LOG: LogView = {
  head: { size: 0, root: new Uint8Array(createHash('sha256').digest()) },
  isSame: ({ size, root }) => size === 0 && Buffer.compare(root, EMPTY_LOG.head.root) === 0,
};
