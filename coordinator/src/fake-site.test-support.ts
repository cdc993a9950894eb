import { createHash } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { exampleWeight, quantaFor, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { seededRng, sha256Hex, type RunConfig, type Sha256Hex } from '@mammofed/core';
import {
  ClientHandshake,
  joinSecretHash,
  signEnrolmentRequest,
  type Identity,
  type JoinCode,
  type SealedSession,
} from '@mammofed/privacy';
import {
  type EvaluationReport,
  chunkCount,
  Conversation,
  decodeServerHello,
  encodeClientFinish,
  encodeClientHello,
  encodeEnvelope,
  MAX_CHUNK_BYTES,
  SOCKET_EVENTS,
  type Message,
  type MessageKind,
  type ModelRef,
  type Refused,
  type TrainTask,
  type UploadOpen,
} from '@mammofed/wire';
import { TestRoot } from './test-root.test-support.js';

const ANSWER_MS = 20_000;
const ENGINE = { name: 'fake', device: 'cpu', steps: 3 };

type OfKind<Kind extends MessageKind> = Extract<Message, { readonly kind: Kind }>;

export class HandshakeRefused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A site that speaks the protocol, with real keys and real sealing, and trains nothing. It accepts every task. */
export class FakeSite {
  readonly #inbox: Message[] = [];
  readonly #waiting = new Set<(message: Message) => boolean>();
  readonly #conversation: Conversation;
  /** Resolves when the coordinator has closed the connection. */
  readonly closed: Promise<void>;
  /** What it says to every run that it is offered; null: it would take part. */
  answerToOffers: Refused | null = null;
  /** Sealed frames that were sent. */
  readonly sentFrames: Uint8Array[] = [];

  private constructor(
    private readonly socket: Socket,
    private readonly session: SealedSession,
  ) {
    this.#conversation = new Conversation({
      seal: (plain) => session.seal(plain),
      open: (frame) => session.open(frame),
      sendFrame: (frame) => this.sendRaw(frame),
      onMessage: (message, reply) => {
        if (message.kind === 'train-task' || message.kind === 'evaluate-task') reply({ kind: 'task-accepted' });
        if (message.kind === 'run-offer') reply(this.answerToOffers ?? { kind: 'run-agreed', runId: message.runId });
        if (message.kind === 'roster-update') reply({ kind: 'roster-taken', version: 1 });
        if (![...this.#waiting].some((takes) => takes(message))) this.#inbox.push(message);
      },
      onBroken: () => socket.disconnect(),
    });
    socket.on(SOCKET_EVENTS.frame, (frame: Uint8Array) => this.#conversation.receiveFrame(frame));
    this.closed = new Promise((resolve) =>
      socket.on('disconnect', () => {
        this.#conversation.close();
        resolve();
      }),
    );
  }

  /** Connects and goes through the handshake. @throws HandshakeRefused. */
  static async connect(
    url: string,
    coordinatorKey: Uint8Array,
    identity: Identity,
    role: 'site' | 'enrolling',
    transport: 'websocket' | 'polling' = 'websocket',
  ): Promise<FakeSite> {
    const socket = io(url, { transports: [transport], reconnection: false, forceNew: true });
    try {
      const handshake = new ClientHandshake({ identity, role, expectedCoordinatorKey: coordinatorKey });
      const step = async (event: string, bytes: Uint8Array): Promise<unknown> => {
        const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck(event, bytes);
        const refused = (answer as { readonly refused?: { readonly code: string } }).refused;
        if (refused !== undefined) throw new HandshakeRefused(refused.code);
        return answer;
      };
      const hello = await step(SOCKET_EVENTS.hello, encodeClientHello(handshake.hello()));
      const { finish, session } = handshake.finish(decodeServerHello(hello as Uint8Array));
      await step(SOCKET_EVENTS.finish, encodeClientFinish(finish));
      return new FakeSite(socket, session);
    } catch (error) {
      socket.disconnect();
      throw error;
    }
  }

  /** Asks with a join code, and is approved by the test's root. @returns the answer: `enrolled` or `refused`. */
  static async enrol(code: JoinCode, identity: Identity): Promise<Message> {
    const answer = await FakeSite.ask(code, identity);
    if (answer.kind === 'enrolled') await TestRoot.behind(code).approve(identity.publicKey);
    return answer;
  }

  /** Asks with a join code, and waits to be approved. @returns the answer: `enrolled` or `refused`. */
  static async ask(code: JoinCode, identity: Identity, signer = identity): Promise<Message> {
    const { url, coordinatorKey, rootKey, joinSecret } = code;
    const site = await FakeSite.connect(url, coordinatorKey, identity, 'enrolling');
    const joinSecretSha256 = joinSecretHash(joinSecret);
    const signature = signEnrolmentRequest({ rootKey, coordinatorKey, joinSecretSha256 }, signer);
    const answer = await site.request({ kind: 'enrol', joinSecret, siteName: '', signature });
    site.disconnect();
    return answer;
  }

  /** Connects as an enrolled site and is ready for tasks. */
  static async ready(...where: Parameters<typeof FakeSite.connect>): Promise<FakeSite> {
    const site = await FakeSite.connect(...where);
    await site.request({ kind: 'ready', agentVersion: '0.1.0' });
    return site;
  }

  request(message: Message): Promise<Message> {
    return this.#conversation.request(message, ANSWER_MS);
  }

  send(message: Message): void {
    this.#conversation.send(message);
  }

  /** The next task of a kind in a run, or the next roster; or the oldest that came before. */
  next<Kind extends 'train-task' | 'evaluate-task' | 'roster-update' | 'run-offer'>(
    kind: Kind,
    runId?: string,
  ): Promise<OfKind<Kind>> {
    const isIt = (message: Message): message is OfKind<Kind> =>
      message.kind === kind && (runId === undefined || ('runId' in message && message.runId === runId));
    const at = this.#inbox.findIndex(isIt);
    if (at >= 0) return Promise.resolve(this.#inbox.splice(at, 1)[0] as OfKind<Kind>);
    return new Promise((resolve) => {
      const takes = (message: Message): boolean => {
        if (!isIt(message)) return false;
        this.#waiting.delete(takes);
        resolve(message);
        return true;
      };
      this.#waiting.add(takes);
    });
  }

  sendRaw(frame: Uint8Array): void {
    this.sentFrames.push(frame);
    this.socket.emit(SOCKET_EVENTS.frame, frame);
  }

  /** Seals an envelope of any number: only sealing is right about it. */
  sealed(id: number, message: Message): Uint8Array {
    return this.session.seal(encodeEnvelope({ id, replyTo: 0, message }));
  }

  /** Leaves everything that comes from now on in the network's buffers, until what is returned is called. */
  stopReading(): () => void {
    const { ws } = this.socket.io.engine.transport as unknown as { readonly ws: { pause(): void; resume(): void } };
    ws.pause();
    return () => ws.resume();
  }

  disconnect(): void {
    this.socket.disconnect();
  }

  async download({ sha256, byteLength }: ModelRef): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for (let index = 0; index < chunkCount(byteLength); index++) {
      const answer = await this.request({ kind: 'chunk-request', sha256, index });
      if (answer.kind !== 'chunk') throw new Error(`no chunk: ${JSON.stringify(answer)}`);
      chunks.push(answer.data);
    }
    return new Uint8Array(Buffer.concat(chunks));
  }

  /** Uploads chunks from where the coordinator says, up to `endChunk`. @returns the last answer. */
  async upload(task: TrainTask, payload: Uint8Array, endChunk = Infinity): Promise<Message> {
    let answer = await this.request(uploadOpen(task, payload));
    while (answer.kind === 'upload-status' && !answer.complete && answer.nextChunk < endChunk) {
      answer = await this.uploadChunk(task, payload, answer.nextChunk);
    }
    return answer;
  }

  uploadChunk(task: TrainTask, payload: Uint8Array, index: number): Promise<Message> {
    const data = payload.subarray(index * MAX_CHUNK_BYTES, (index + 1) * MAX_CHUNK_BYTES);
    const { runId, round, attempt } = task;
    return this.request({ kind: 'upload-chunk', runId, round, attempt, index, data, chunkSha256: hashOf(data) });
  }

  /** Reports the same Dice for whatever it is asked to evaluate next in a run. */
  async evaluate(run: string, dice: number): Promise<Message> {
    return this.reportEvaluation(await this.next('evaluate-task', run), dice);
  }

  reportEvaluation(task: OfKind<'evaluate-task'>, dice: number): Promise<Message> {
    return this.request(evaluationReport(task, dice));
  }
}

/** The report of a site whose every image has this Dice, and the same of everything else. */
export function evaluationReport({ runId, round, model }: OfKind<'evaluate-task'>, dice: number): EvaluationReport {
  const summary = { mean: dice, min: dice, max: dice };
  return {
    kind: 'evaluation-report',
    runId,
    round,
    modelSha256: model.sha256,
    n: 8,
    dice: summary,
    sensitivity: summary,
    specificity: summary,
    accuracy: summary,
    allLesionDice: 0.4,
    meanMaskDice: 0.5,
    diceInterval: null,
    edge: { n: 2, dice },
    central: { n: 6, dice },
    segmentation: {
      ...{ iou: dice, lesions: null, size: null, density: null },
      surface: {
        ...{ unit: 'mm', tolerance: 2, hausdorff95: 4.5, averageSurfaceDistance: 1.5 },
        normalizedSurfaceDice: dice,
      },
      pathology: { benign: { n: 3, dice }, malignant: { n: 5, dice }, unknown: null },
    },
    engine: ENGINE,
  };
}

export function uploadOpen(task: TrainTask, payload: Uint8Array): UploadOpen {
  const { runId, round, attempt } = task;
  return {
    kind: 'upload-open',
    runId,
    round,
    attempt,
    sha256: hashOf(payload),
    byteLength: payload.length,
    statistics: { exampleCount: 10, meanLoss: 0.5 },
    engine: ENGINE,
  };
}

/** What a site of `exampleCount` examples uploads for a change of the weights. */
export function quantized(task: TrainTask, delta: readonly Float32Array[], exampleCount: number): Uint8Array {
  const { quorum, wMax } = JSON.parse(task.configJson) as RunConfig;
  return ringToBytes(
    quantizeUpdate({
      delta,
      clips: task.clips.map(({ clip }) => clip),
      weight: exampleWeight(exampleCount, wMax),
      ...quantaFor(quorum.maxSites, 32),
      rng: seededRng('rounding', task.round, exampleCount),
    }),
  );
}

export function hashOf(bytes: Uint8Array): Sha256Hex {
  return sha256Hex(createHash('sha256').update(bytes).digest('hex'));
}
