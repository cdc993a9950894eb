import type { requests, responses, Scp as ScpType } from 'dcmjs-dimse';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import { SiteError } from '../../errors.js';
import { connectionFault, serverFault } from '../server-faults.js';
import type { DimseSettings } from '../settings.js';
import { dimseFault, isPending, rejectionFault } from './dimse-faults.js';
import { Association, Scp } from './library.js';

/** A PACS that copies from an archive of tapes says nothing for minutes. */
const SILENCE_MS = 300_000;

/** What an association is for: an abstract syntax, and how it may be written. */
export interface Context {
  readonly abstractSyntaxUid: string;
  readonly transferSyntaxUids: readonly string[];
}

export interface Peer extends Pick<DimseSettings, 'host' | 'port' | 'aeTitle' | 'ownAeTitle'> {
  /** As it is shown to people. */
  readonly name: string;
  /** Null: without TLS. */
  readonly secureContext: SecureContext | null;
}

/**
 * An association with a PACS that this site asked for. Of the library's two ends of an association it is the one that can be
 * given a connection: so whatever happens to that is known by its code.
 */
export class DimseConnection {
  readonly #lost = new AbortController();
  readonly #scp: ScpType;

  private constructor(
    private readonly peer: Peer,
    private readonly socket: Socket,
    private readonly association: InstanceType<typeof Association>,
    signal: AbortSignal,
  ) {
    const lose = (why: unknown): void => {
      if (!this.#lost.signal.aborted) this.#lost.abort(why);
      socket.destroy();
    };
    this.#lost.signal.addEventListener('abort', () => signal.removeEventListener('abort', stop));
    const stop = (): void => lose(signal.reason);
    signal.addEventListener('abort', stop);
    socket.on('error', (error) => lose(connectionFault(peer.name, error)));
    socket.on('close', () => lose(connectionFault(peer.name, { code: 'ECONNRESET' })));
    // After these: the library too listens to the socket, and says of what happens there only that it happened.
    const scp = new Scp(socket, { associationTimeout: 60_000, pduTimeout: SILENCE_MS });
    this.#scp = scp;
    scp.on('networkError', (error: unknown) =>
      lose(serverFault('bad-server-answer', peer.name, 'breaks the rules of DIMSE, or is silent', error)),
    );
    scp.on('abort', () => lose(serverFault('server-unreachable', peer.name, 'aborts the association')));
    scp.on('associationRejected', (why: { source: number; reason: number }) => lose(rejectionFault(peer.name, why)));
  }

  /** @throws SiteError `server-unreachable`, `server-untrusted-certificate`, `unknown-ae-title`, `pacs-refused`; the signal's reason. */
  static async open(peer: Peer, contexts: readonly Context[], signal: AbortSignal): Promise<DimseConnection> {
    signal.throwIfAborted();
    const { host, port, secureContext } = peer;
    const socket =
      secureContext === null
        ? connectTcp({ host, port })
        : connectTls({ host, port, secureContext, ...(isIP(host) === 0 ? { servername: host } : {}) });
    const association = new Association(peer.ownAeTitle, peer.aeTitle);
    for (const { abstractSyntaxUid, transferSyntaxUids } of contexts) {
      const id = association.addPresentationContext(abstractSyntaxUid);
      for (const uid of transferSyntaxUids) association.addTransferSyntaxToPresentationContext(id, uid);
    }
    const connection = new DimseConnection(peer, socket, association, signal);
    await connection.#until((resolve) => {
      socket.once(secureContext === null ? 'connect' : 'secureConnect', () =>
        connection.#scp.sendAssociationRequest(association),
      );
      connection.#scp.on('associationAccepted', () => resolve());
    });
    return connection;
  }

  /** Whether the PACS takes an abstract syntax in this transfer syntax. */
  accepts(abstractSyntaxUid: string, transferSyntaxUid: string): boolean {
    return this.association
      .getPresentationContexts()
      .some(
        ({ context }) =>
          context.getAbstractSyntaxUid() === abstractSyntaxUid &&
          context.getAcceptedTransferSyntaxUid() === transferSyntaxUid,
      );
  }

  /**
   * Sends a request and waits for its last response.
   * @param onPending - given each response before it.
   * @returns the status of the last one.
   * @throws SiteError if the connection is lost, or no context was agreed on; the signal's reason.
   */
  async ask(
    request: requests.Request,
    onPending: (response: responses.Response) => void = () => undefined,
  ): Promise<number> {
    if (this.association.getAcceptedPresentationContextFromRequest(request) === undefined) {
      throw new SiteError('pacs-refused', `${this.peer.name} does not offer what is asked of it over DIMSE.`);
    }
    return this.#until<number>((resolve, reject) => {
      request.on('response', (response: responses.Response) => {
        const status = response.getStatus();
        if (!isPending(status)) return resolve(status);
        try {
          onPending(response);
        } catch (error) {
          reject(error);
        }
      });
      this.#scp.sendRequests(request);
    });
  }

  /** As {@link ask}. @param what - is asked, for the message. @throws SiteError unless it is done. */
  async must(
    what: string,
    request: requests.Request,
    onPending?: (response: responses.Response) => void,
  ): Promise<void> {
    const status = await this.ask(request, onPending);
    if (status !== 0) throw dimseFault(this.peer.name, what, status);
  }

  /** Ends the association as the standard says; whatever happens meanwhile, the connection is closed afterwards. */
  async release(): Promise<void> {
    await this.#until((resolve) => {
      this.#scp.on('associationReleaseResponse', () => resolve());
      this.#scp.sendAssociationReleaseRequest();
    }).catch(() => undefined);
    this.close();
  }

  close(): void {
    if (!this.#lost.signal.aborted) this.#lost.abort(new SiteError('stopped', 'closed'));
    this.socket.destroy();
  }

  /** What `begin` starts, or why the connection was lost meanwhile. */
  #until<Result = void>(
    begin: (resolve: (result: Result) => void, reject: (error: unknown) => void) => void,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#lost;
      const fail = (): void => reject(signal.reason as Error);
      if (signal.aborted) return fail();
      signal.addEventListener('abort', fail, { once: true });
      const done = (): void => signal.removeEventListener('abort', fail);
      begin(
        (result) => {
          done();
          resolve(result);
        },
        (error) => {
          done();
          reject(error as Error);
        },
      );
    });
  }
}
