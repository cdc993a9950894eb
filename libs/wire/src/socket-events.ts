/**
 * Names of the socket.io events. `hello` and `finish` carry bytes and are acknowledged with the answer's bytes,
 * `{ ok: true }`, or `{ refused: { code, message } }`; `frame` carries one sealed envelope and is not acknowledged. `probe`
 * measures the line before a handshake: see line-probe.ts.
 */
export const SOCKET_EVENTS = { hello: 'hello', finish: 'finish', frame: 'frame', probe: 'probe' } as const;
