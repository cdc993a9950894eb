import { Writable } from 'node:stream';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { association, requests, responses } from 'dcmjs-dimse';
import { SITE_ERRORS, SiteError } from '../../errors.js';
import type { FoundInstance, ObjectSink, Receiver } from '../found.js';
import { fileMetaBytes } from '../part10.js';
import type { DimseSettings } from '../settings.js';
import {
  CEchoResponse,
  CONTEXT_RESULTS,
  CStoreResponse,
  Dataset,
  REFUSALS,
  Scp,
  SOP_CLASSES,
  TRANSFER_SYNTAXES,
} from './library.js';

/** Abstract syntaxes of storage begin with it (PS3.4, annex B.5). */
const STORAGE = '1.2.840.10008.5.1.4.1.1.';

/** The statuses of C-STORE that are answered (PS3.4, section B.2.3; PS3.7, annex C). */
const STORED = 0x0000;
const NOT_AUTHORIZED = 0x0124;
const CANNOT_KEEP = 0xa700;

/** More than the library takes in one piece: so a stream never asks it to wait, and pieces keep their order. */
const STREAM_BYTES = 16 * 1024 * 1024;

/** Certificate and key of this end, and whom it believes, in PEM. */
export interface ShownCertificate {
  readonly cert: string;
  readonly key: string;
  readonly ca: string | undefined;
}

export interface ReceiverOptions {
  readonly settings: Pick<DimseSettings, 'aeTitle' | 'ownAeTitle' | 'receiver'>;
  /** Null: without TLS. */
  readonly shown: ShownCertificate | null;
  /** What was asked for; nothing else is taken. */
  readonly wanted: ReadonlyMap<string, FoundInstance>;
  readonly receiver: Receiver;
}

/** An object that is arriving. */
interface Arrival {
  readonly instance: FoundInstance;
  readonly sink: ObjectSink;
  failure: Error | null;
}

/**
 * Where a PACS sends what it was asked for by C-MOVE. Takes associations of that PACS alone, by its AE title, and of what
 * comes only what was asked for; data sets go to disk byte for byte as they come, in the transfer syntax that the PACS chose.
 */
export class StoreReceiver {
  readonly #sockets = new Set<Socket>();
  /** Why an object could not be kept; null: none failed. */
  failure: Error | null = null;

  private constructor(
    private readonly options: ReceiverOptions,
    private readonly server: Server,
  ) {
    server.on(options.shown === null ? 'connection' : 'secureConnection', (socket: Socket) => this.#welcome(socket));
  }

  /** @throws SiteError `receiver-failed`. */
  static async listen(options: ReceiverOptions): Promise<StoreReceiver> {
    const { shown, settings } = options;
    const server =
      shown === null
        ? createServer()
        : createTlsServer({
            cert: shown.cert,
            key: shown.key,
            ...(shown.ca === undefined ? {} : { ca: shown.ca }),
            requestCert: true,
          });
    const receiver = new StoreReceiver(options, server);
    const { host, port } = settings.receiver;
    server.listen(port, host);
    await once(server, 'listening').catch((error: unknown) => {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
      const found = `This site cannot listen at ${host}, port ${port} (${reason})`;
      throw new SiteError('receiver-failed', `${found}. ${SITE_ERRORS['receiver-failed'].next}`, {}, error);
    });
    return receiver;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #welcome(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    const end = new StoreEnd(socket, this.options, (error) => (this.failure ??= error));
    end.on('networkError', () => socket.destroy());
  }
}

/** This site's end of one association that the PACS asked for. */
class StoreEnd extends Scp {
  #arrival: Arrival | null = null;

  constructor(
    private readonly connection: Socket,
    private readonly options: ReceiverOptions,
    private readonly onFailure: (error: Error) => void,
  ) {
    super(connection, {});
    connection.on('close', () => this.#discard());
  }

  override associationRequested(asked: association.Association): void {
    const { aeTitle, ownAeTitle } = this.options.settings;
    const refuse = (reason: number): void => {
      this.sendAssociationReject(REFUSALS.permanent, REFUSALS.byServiceUser, reason);
      this.connection.end();
    };
    if (asked.getCalledAeTitle().trim() !== ownAeTitle) return refuse(REFUSALS.unknownCalled);
    if (asked.getCallingAeTitle().trim() !== aeTitle) return refuse(REFUSALS.unknownCalling);
    for (const { context } of asked.getPresentationContexts()) {
      const abstractSyntax = context.getAbstractSyntaxUid();
      if (!abstractSyntax.startsWith(STORAGE) && abstractSyntax !== SOP_CLASSES.verification) {
        context.setResult(CONTEXT_RESULTS.unknownAbstractSyntax);
        continue;
      }
      context.setResult(CONTEXT_RESULTS.accepted, preferred(context.getTransferSyntaxUids()));
    }
    this.sendAssociationAccept();
  }

  override associationReleaseRequested(): void {
    this.sendAssociationReleaseResponse();
  }

  override abort(): void {
    this.connection.destroy();
  }

  override cEchoRequest(request: requests.CEchoRequest, callback: (response: responses.CEchoResponse) => void): void {
    const response = CEchoResponse.fromRequest(request);
    response.setStatus(STORED);
    callback(response);
  }

  override createStoreWritableStream(
    context: association.PresentationContext,
    request: requests.CStoreRequest,
  ): Writable {
    this.#discard();
    const instance = this.options.wanted.get(request.getAffectedSopInstanceUid());
    const arrival: Arrival | null =
      instance === undefined ? null : { instance, sink: this.options.receiver.begin(), failure: null };
    this.#arrival = arrival;
    const take = (piece: Uint8Array): void => {
      if (arrival === null || arrival.failure !== null) return;
      try {
        arrival.sink.write(piece);
      } catch (error) {
        arrival.failure = error as Error;
      }
    };
    take(
      fileMetaBytes({
        sopClassUid: request.getAffectedSopClassUid(),
        sopUid: request.getAffectedSopInstanceUid(),
        transferSyntaxUid: context.getAcceptedTransferSyntaxUid() ?? TRANSFER_SYNTAXES.implicitLittleEndian,
      }),
    );
    return new Writable({
      highWaterMark: STREAM_BYTES,
      write(piece: Uint8Array, _encoding, done) {
        take(piece);
        done();
      },
    });
  }

  /** The library would decode what came, to have the object; it is on disk, and nothing but that is wanted. */
  override createDatasetFromStoreWritableStream(
    _stream: Writable,
    context: association.PresentationContext,
    callback: (dataset: InstanceType<typeof Dataset>) => void,
  ): void {
    callback(new Dataset({}, context.getAcceptedTransferSyntaxUid()));
  }

  override cStoreRequest(
    request: requests.CStoreRequest,
    callback: (response: responses.CStoreResponse) => void,
  ): void {
    const arrival = this.#arrival;
    this.#arrival = null;
    const answer = (status: number): void => {
      const response = CStoreResponse.fromRequest(request);
      response.setStatus(status);
      callback(response);
    };
    if (arrival === null) return answer(NOT_AUTHORIZED);
    this.#keep(arrival).then(
      () => answer(STORED),
      (error: unknown) => {
        this.options.receiver.discard(arrival.sink);
        this.onFailure(error as Error);
        answer(CANNOT_KEEP);
      },
    );
  }

  async #keep({ instance, sink, failure }: Arrival): Promise<void> {
    if (failure !== null) throw failure;
    await this.options.receiver.keep(instance, sink);
  }

  /** Half an object, whose connection broke off. */
  #discard(): void {
    if (this.#arrival !== null) this.options.receiver.discard(this.#arrival.sink);
    this.#arrival = null;
  }
}

/**
 * The transfer syntax to take of those that one context offers. Whoever offers several would write the object anew in the
 * one that is taken; explicit little endian keeps the most of what it was.
 */
function preferred(offered: readonly string[]): string {
  return (
    offered.find((uid) => uid === TRANSFER_SYNTAXES.explicitLittleEndian) ??
    offered[0] ??
    TRANSFER_SYNTAXES.implicitLittleEndian
  );
}
