/**
 * How the speed of a line is measured, before a site is enrolled too: a client sends the socket.io event `probe` with
 * random bytes and how many it wants, and is acknowledged with that many. Strangers may do it, so it is capped.
 */

/** Bytes of one probe in each direction, at most. */
export const MAX_PROBE_BYTES = 1024 * 1024;

/** Probes over one connection, at most. */
export const MAX_PROBES = 16;
