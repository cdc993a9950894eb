import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RING_WIDTHS, runId, sha256Hex, siteId } from '@mammofed/core';
import { mammofed } from '@mammofed/proto';
import { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
import { WireError } from './errors.js';
import { MAX_CHUNK_BYTES, MAX_ENVELOPE_BYTES, MAX_PAYLOAD_BYTES, MAX_PROSE_CHARACTERS, MAX_TENSORS } from './limits.js';
import { PROGRESS_PHASES, type Envelope, type Message, type MessageKind, type TrainTask } from './messages.js';
import { EVALUATION_CONTENTS } from './evaluation-messages.test-support.js';
import { LOG_CONTENTS, treeHead } from './log-messages.test-support.js';
import { DATA_CHECK_CONTENTS } from './data-check-messages.test-support.js';
import { OFFER_CONTENTS, RUN_SIGNATURE } from './offer-messages.test-support.js';
import { SECURE_CONTENTS } from './secure-messages.test-support.js';

// ---- Messages of every kind, as the rules allow them ----

const uint32 = fc.nat({ max: 2 ** 32 - 1 });
const counted = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => sha256Hex(Buffer.from(b).toString('hex')));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const line = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).filter((t) => t.length <= maxLength && t.trim() === t);
const payloadBytes = fc.integer({ min: 1, max: MAX_PAYLOAD_BYTES });
const attempt = { runId: name.map(runId), round: counted, attempt: counted };
const anyAttempt = { ...attempt, round: uint32 };
const modelRef = fc.record({ sha256: hash, byteLength: payloadBytes });
const roster = fc.uint8Array({ minLength: 1, maxLength: 300 });
const engine = fc.record({ name: line(64), device: line(64), steps: fc.option(uint32) });
const config = { configJson: line(500), configSha256: hash, signature: optional(RUN_SIGNATURE) };
const deadlineUnixMs = fc.maxSafeNat();
const chunkContent = {
  index: fc.nat({ max: 2047 }),
  data: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  chunkSha256: hash,
};
const clip = fc.record({
  tensor: line(128),
  clip: fc.float({ noNaN: true, noDefaultInfinity: true, min: 0, minExcluded: true }),
});

const CONTENTS: { readonly [Kind in MessageKind]: fc.Arbitrary<Omit<Extract<Message, { kind: Kind }>, 'kind'>> } = {
  refused: fc.record({ code: name, message: line(200) }),
  enrol: fc.record({
    joinSecret: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    siteName: fc.oneof(line(64), fc.constant('')),
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  }),
  enrolled: fc.record({ siteId: name.map(siteId), siteName: name }),
  ready: fc.record({ agentVersion: line(64) }),
  welcome: fc.record({ siteId: name.map(siteId), siteName: name, siteIndex: uint32, roster, treeHead }),
  'roster-update': fc.record({ roster }),
  'roster-taken': fc.record({ version: counted }),
  'train-task': fc.record({
    ...attempt,
    mode: name,
    ...config,
    baseModel: modelRef,
    clips: fc.array(clip, { maxLength: 5 }),
    ringBits: fc.constantFrom(...RING_WIDTHS),
    quantumMax: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    deadlineUnixMs,
    treeHead,
  }),
  'evaluate-task': fc.record({
    runId: name.map(runId),
    round: uint32,
    ...config,
    model: modelRef,
    deadlineUnixMs,
    treeHead,
  }),
  'cancel-task': fc.record({ ...anyAttempt, reason: line(200) }),
  'task-accepted': fc.record({}),
  progress: fc.record({
    ...anyAttempt,
    phase: fc.constantFrom(...PROGRESS_PHASES),
    step: uint32,
    stepCount: uint32,
    loss: optional(finite),
  }),
  'task-failed': fc.record({ ...anyAttempt, code: name, message: line(200) }),
  'chunk-request': fc.record({ sha256: hash, index: fc.nat({ max: 2047 }) }),
  chunk: fc.record({ sha256: hash, ...chunkContent }),
  'upload-open': fc.record({
    ...attempt,
    sha256: hash,
    byteLength: payloadBytes,
    statistics: fc.record({ exampleCount: optional(uint32), meanLoss: optional(finite) }),
    engine,
  }),
  'upload-status': fc.record({ nextChunk: fc.nat({ max: 2048 }), complete: fc.boolean() }),
  'upload-chunk': fc.record({ ...attempt, ...chunkContent }),
  ...EVALUATION_CONTENTS,
  ...SECURE_CONTENTS,
  ...LOG_CONTENTS,
  ...OFFER_CONTENTS,
  ...DATA_CHECK_CONTENTS,
};

const KINDS = Object.keys(CONTENTS) as MessageKind[];

function messages(kind: MessageKind): fc.Arbitrary<Message> {
  return (CONTENTS[kind] as fc.Arbitrary<object>).map((content) => ({ kind, ...content }) as Message);
}

function envelopes(kind: MessageKind): fc.Arbitrary<Envelope> {
  return fc.record({ id: counted, replyTo: uint32, message: messages(kind) });
}

// ---- Bytes that no honest peer sends ----

const HASH = new Uint8Array(32).fill(7);
const ATTEMPT = { runId: 'run-1', round: 1, attempt: 1 };
const TREE_HEAD = { size: 3, root: HASH, atMs: 1_700_000_000_000, signature: new Uint8Array(64) };
const ENGINE = { name: 'compiled', device: 'cpu', steps: 12 };

type Body = Omit<mammofed.v1.Envelope.$Properties, 'id' | 'replyTo' | 'body'>;

/** Bodies that are taken; each refusal spoils one field. */
const SOUND = {
  trainTask: {
    ...ATTEMPT,
    mode: 'sealed',
    configJson: '{}',
    configSha256: HASH,
    baseModel: { sha256: HASH, byteLength: 124 },
    clips: [{ tensor: 'conv/kernel', clip: 0.5 }],
    ringBits: 32,
    quantumMax: 1000,
    deadlineUnixMs: 1_700_000_000_000,
    treeHead: TREE_HEAD,
  },
  progress: { ...ATTEMPT, phase: 'training', step: 1, stepCount: 2 },
  refused: { code: 'not-ready', message: 'say that you are ready first' },
  enrol: { joinSecret: new Uint8Array(16), siteName: '', signature: new Uint8Array(64) },
  rosterUpdate: { roster: new Uint8Array(8) },
  enrolled: { siteId: 'site-1', siteName: 'north' },
  chunk: { sha256: HASH, index: 0, data: new Uint8Array(8), chunkSha256: HASH },
  uploadOpen: { ...ATTEMPT, sha256: HASH, byteLength: 40, statistics: {}, engine: ENGINE },
  evaluationReport: {
    runId: 'run-1',
    round: 0,
    modelSha256: HASH,
    dice: {},
    sensitivity: {},
    specificity: {},
    accuracy: {},
    engine: ENGINE,
  },
} satisfies Body;

type SoundName = keyof typeof SOUND;

function bytesOf(body: Body, id = 1, replyTo = 0): Uint8Array {
  return mammofed.v1.Envelope.encode({ id, replyTo, ...body } as mammofed.v1.Envelope.$Properties).finish();
}

function spoiled(body: SoundName, change: object): Uint8Array {
  return bytesOf({ [body]: { ...SOUND[body], ...change } });
}

function refusal(work: () => unknown): WireError {
  try {
    work();
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

/** An unknown field, number 999, as a newer peer may send: a varint. */
const UNKNOWN_FIELD = Uint8Array.of(0xb8, 0x3e, 0x2a);

describe('envelopes', () => {
  it.each(KINDS)('carry a %s there and back unchanged', (kind) => {
    fc.assert(
      fc.property(envelopes(kind), (envelope) => {
        expect(decodeEnvelope(encodeEnvelope(envelope))).toEqual(envelope);
      }),
    );
  });

  it.each(KINDS)('of a %s decode from a Buffer as from any other bytes', (kind) => {
    const [envelope] = fc.sample(envelopes(kind), { numRuns: 1, seed: 1 });
    const bytes = Buffer.from(encodeEnvelope(envelope as Envelope));
    expect(decodeEnvelope(bytes)).toEqual(decodeEnvelope(Uint8Array.from(bytes)));
  });

  it('carry a whole chunk, and leave room for sealing it', () => {
    const data = new Uint8Array(MAX_CHUNK_BYTES).fill(1);
    const [chunk] = fc.sample(messages('upload-chunk'), 1);
    const bytes = encodeEnvelope({ id: 1, replyTo: 0, message: { ...chunk, data } as Message });
    expect(bytes.length).toBeLessThanOrEqual(MAX_ENVELOPE_BYTES);
    expect(decodeEnvelope(bytes).message).toMatchObject({ data });
  });

  it('drop what is no field of the message', () => {
    const message = { kind: 'ready', agentVersion: '1', patient: 'P-1' } as Message;
    const bytes = encodeEnvelope({ id: 1, replyTo: 0, message });
    expect(Buffer.from(bytes).includes('P-1')).toBe(false);
  });

  it('of a newer peer are understood: unknown fields are ignored at every depth', () => {
    const $unknowns = [UNKNOWN_FIELD];
    const task = SOUND.trainTask;
    const newer = bytesOf({
      trainTask: { ...task, baseModel: { ...task.baseModel, $unknowns }, $unknowns },
      $unknowns,
    });
    expect(newer.length).toBeGreaterThan(bytesOf({ trainTask: task }).length);
    expect(decodeEnvelope(newer)).toEqual(decodeEnvelope(bytesOf({ trainTask: task })));
  });

  it('hold copies of keys and hashes, which outlive the frame, and a view of a chunk', () => {
    const enrol = bytesOf({ enrol: SOUND.enrol });
    const { message } = decodeEnvelope(enrol);
    enrol.fill(255);
    expect(message).toMatchObject({ joinSecret: new Uint8Array(16) });
    const chunk = bytesOf({ chunk: SOUND.chunk });
    const decoded = decodeEnvelope(chunk).message;
    chunk.fill(255);
    expect(decoded).toMatchObject({ data: new Uint8Array(8).fill(255) });
  });

  it('make words for a person fit instead of leaving a failure unreported', () => {
    const sent = (message: string): Message =>
      decodeEnvelope(encodeEnvelope({ id: 1, replyTo: 0, message: { kind: 'refused', code: 'x', message } })).message;
    expect(sent('line 1\nline 2\u001b[31m')).toMatchObject({ message: 'line 1 line 2 [31m' });
    expect(sent('é'.repeat(5000))).toMatchObject({ message: 'é'.repeat(MAX_PROSE_CHARACTERS) });
    expect(sent('a'.repeat(MAX_PROSE_CHARACTERS - 1) + '🙂')).toMatchObject({
      message: 'a'.repeat(MAX_PROSE_CHARACTERS - 1),
    });
    expect(sent(' \n ')).toMatchObject({ message: 'no further details' });
  });
});

describe('decoding an envelope', () => {
  it.each(Object.keys(SOUND) as SoundName[])('takes the sound %s that the refusals below spoil', (body) => {
    expect(decodeEnvelope(spoiled(body, {})).id).toBe(1);
  });

  const REFUSED: [string, SoundName, object, string][] = [
    ['a hash of 31 bytes', 'trainTask', { configSha256: new Uint8Array(31) }, 'train-task.configSha256'],
    ['a hash of 33 bytes', 'chunk', { sha256: new Uint8Array(33) }, 'chunk.sha256'],
    ['a missing hash', 'chunk', { chunkSha256: null }, 'chunk.chunkSha256'],
    ['an unknown phase', 'progress', { phase: 'resting' }, 'progress.phase'],
    ['a NaN', 'progress', { loss: Number.NaN }, 'progress.loss'],
    ['an infinity', 'evaluationReport', { allLesionDice: -Infinity }, 'evaluation-report.allLesionDice'],
    ['an infinity inside a summary', 'evaluationReport', { dice: { max: Infinity } }, 'evaluation-report.dice.max'],
    ['a missing summary', 'evaluationReport', { accuracy: null }, 'evaluation-report.accuracy'],
    ['a missing model', 'trainTask', { baseModel: null }, 'train-task.baseModel'],
    ['a missing engine', 'uploadOpen', { engine: null }, 'upload-open.engine'],
    ['an empty run id', 'progress', { runId: '' }, 'progress.runId'],
    ['a run id that climbs out of a folder', 'trainTask', { runId: '../../etc' }, 'train-task.runId'],
    ['a site name with a slash', 'enrolled', { siteName: 'a/b' }, 'enrolled.siteName'],
    ['a code with a space', 'refused', { code: 'not ready' }, 'refused.code'],
    ['a code over its cap', 'refused', { code: 'a'.repeat(65) }, 'refused.code'],
    ['words over their cap', 'refused', { message: 'a'.repeat(1001) }, 'refused.message'],
    ['words that a terminal would obey', 'refused', { message: '\u001b[2J' }, 'refused.message'],
    ['missing words', 'refused', { message: '' }, 'refused.message'],
    ['a site name over its cap', 'enrol', { siteName: 'a'.repeat(65) }, 'enrol.siteName'],
    ['a join secret of 15 bytes', 'enrol', { joinSecret: new Uint8Array(15) }, 'enrol.joinSecret'],
    ['a signature of 63 bytes', 'enrol', { signature: new Uint8Array(63) }, 'enrol.signature'],
    ['a missing roster', 'rosterUpdate', { roster: new Uint8Array(0) }, 'roster-update.roster'],
    ['a roster over its cap', 'rosterUpdate', { roster: new Uint8Array(512 * 1024 + 1) }, 'roster-update.roster'],
    ['a missing configuration', 'trainTask', { configJson: '' }, 'train-task.configJson'],
    ['a configuration over its cap', 'trainTask', { configJson: 'x'.repeat(65_537) }, 'train-task.configJson'],
    ['round 0 for training', 'trainTask', { round: 0 }, 'train-task.round'],
    ['attempt 0', 'uploadOpen', { attempt: 0 }, 'upload-open.attempt'],
    ['a ring of 0 bits', 'trainTask', { ringBits: 0 }, 'train-task.ringBits'],
    ['a ring of 33 bits', 'trainTask', { ringBits: 33 }, 'train-task.ringBits'],
    ['a quantum that the ring cannot hold', 'trainTask', { quantumMax: 2 ** 31 }, 'train-task.quantumMax'],
    ['a date beyond 2^53', 'trainTask', { deadlineUnixMs: 2 ** 53 }, 'train-task.deadlineUnixMs'],
    ['the largest uint64', 'trainTask', { deadlineUnixMs: 2 ** 64 - 2048 }, 'train-task.deadlineUnixMs'],
    ['an empty payload', 'uploadOpen', { byteLength: 0 }, 'upload-open.byteLength'],
    ['a payload over its cap', 'uploadOpen', { byteLength: MAX_PAYLOAD_BYTES + 1 }, 'upload-open.byteLength'],
    ['a clip of 0', 'trainTask', { clips: [{ tensor: 'a', clip: 0 }] }, 'train-task.clips[0].clip'],
    ['a negative clip', 'trainTask', { clips: [{ tensor: 'a', clip: -1 }] }, 'train-task.clips[0].clip'],
    ['an infinite clip', 'trainTask', { clips: [{ tensor: 'a', clip: Infinity }] }, 'train-task.clips[0].clip'],
    ['a tensor without a name', 'trainTask', { clips: [{ tensor: '', clip: 1 }] }, 'train-task.clips[0].tensor'],
    [
      'more tensors than any model has',
      'trainTask',
      { clips: new Array(MAX_TENSORS + 1).fill({ tensor: 'a', clip: 1 }) },
      'train-task.clips',
    ],
    ['an empty chunk', 'chunk', { data: new Uint8Array(0) }, 'chunk.data'],
    ['a chunk over 1 MiB', 'chunk', { data: new Uint8Array(MAX_CHUNK_BYTES + 1) }, 'chunk.data'],
    ['a task without a head of the log', 'trainTask', { treeHead: null }, 'train-task.treeHead'],
    ['a chunk beyond the largest payload', 'chunk', { index: 2048 }, 'chunk.index'],
  ];

  it.each(REFUSED)('refuses %s', (_what, body, change, field) => {
    const error = refusal(() => decodeEnvelope(spoiled(body, change)));
    expect(error.code).toBe('malformed');
    expect(error.context).toEqual({ field });
  });

  it('refuses a message over the cap before it looks inside', () => {
    expect(refusal(() => decodeEnvelope(new Uint8Array(MAX_ENVELOPE_BYTES + 1))).code).toBe('too-large');
  });

  it.each([
    ['nothing', bytesOf({})],
    ['only a message of a kind unknown here', bytesOf({ $unknowns: [Uint8Array.of(0xba, 0x3e, 0x00)] })],
  ])('refuses an envelope that holds %s', (_what, bytes) => {
    const error = refusal(() => decodeEnvelope(bytes));
    expect([error.code, error.context.field]).toEqual(['malformed', 'body']);
  });

  it('gives one message, the last, when an envelope holds two', () => {
    const bytes = Buffer.concat([bytesOf({ progress: SOUND.progress }), bytesOf({ refused: SOUND.refused })]);
    expect(decodeEnvelope(bytes).message).toEqual({ kind: 'refused', ...SOUND.refused });
  });

  it('refuses id 0', () => {
    const error = refusal(() => decodeEnvelope(bytesOf({ refused: SOUND.refused }, 0)));
    expect([error.code, error.context.field]).toEqual(['malformed', 'id']);
  });

  it('refuses text that is not UTF-8', () => {
    const bytes = Uint8Array.from(bytesOf({ refused: { code: 'abc', message: 'wxyz' } }));
    bytes[bytes.length - 1] = 0xff;
    expect(refusal(() => decodeEnvelope(bytes)).code).toBe('malformed');
  });

  it('refuses every cut of a message, and never fails otherwise', () => {
    const whole = bytesOf({ chunk: SOUND.chunk });
    for (let length = 0; length < whole.length; length++) {
      expect(refusal(() => decodeEnvelope(whole.subarray(0, length))).code).toBe('malformed');
    }
  });

  it('gives a message or a WireError for any bytes at all, and repeats none of them', () => {
    const arbitrary = fc.constantFrom(...KINDS).chain((kind) =>
      fc.tuple(envelopes(kind), fc.nat(), fc.nat({ max: 255 })).map(([envelope, at, value]) => {
        const bytes = Uint8Array.from(encodeEnvelope(envelope));
        bytes[at % bytes.length] = value;
        return bytes;
      }),
    );
    fc.assert(
      fc.property(fc.oneof(arbitrary, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        try {
          expect(KINDS).toContain(decodeEnvelope(bytes).message.kind);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          expect(['malformed', 'too-large']).toContain((error as WireError).code);
          expect((error as WireError).cause).toBeUndefined();
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('encoding an envelope', () => {
  const TASK: TrainTask = {
    kind: 'train-task',
    runId: runId('run-1'),
    round: 1,
    attempt: 1,
    mode: 'sealed',
    configJson: '{}',
    configSha256: sha256Hex('07'.repeat(32)),
    baseModel: { sha256: sha256Hex('07'.repeat(32)), byteLength: 124 },
    clips: [{ tensor: 'conv/kernel', clip: 0.5 }],
    ringBits: 32,
    quantumMax: 1000,
    deadlineUnixMs: 1_700_000_000_000,
    treeHead: TREE_HEAD,
    signature: null,
  };

  it.each<[string, Message, string]>([
    ['a clip that float32 would round', { ...TASK, clips: [{ tensor: 'a', clip: 0.1 }] }, 'train-task.clips[0].clip'],
    ['half a step', { ...TASK, quantumMax: 0.5 }, 'train-task.quantumMax'],
    ['a negative round', { ...TASK, round: -1 }, 'train-task.round'],
    ['a lone surrogate', { ...TASK, configJson: '\ud800' }, 'train-task.configJson'],
    [
      'a diverged loss',
      { kind: 'progress', ...ATTEMPT, runId: runId('r'), phase: 'training', step: 1, stepCount: 2, loss: Number.NaN },
      'progress.loss',
    ],
  ])('refuses %s where it is made, not at the other end', (_what, message, field) => {
    const error = refusal(() => encodeEnvelope({ id: 1, replyTo: 0, message }));
    expect([error.code, error.context.field]).toEqual(['malformed', field]);
  });

  it('refuses a message over the cap', () => {
    const clips = Array.from({ length: MAX_TENSORS }, () => ({ tensor: '漢'.repeat(128), clip: 1 }));
    expect(refusal(() => encodeEnvelope({ id: 1, replyTo: 0, message: { ...TASK, clips } })).code).toBe('too-large');
  });

  it.each([0, -1, 1.5, 2 ** 32])('refuses id %p', (id) => {
    const error = refusal(() => encodeEnvelope({ id, replyTo: 0, message: { kind: 'task-accepted' } }));
    expect([error.code, error.context.field]).toEqual(['malformed', 'id']);
  });
});
