import { readFile } from 'node:fs/promises';
import type { Clock } from '@mammofed/core';
import {
  assertTreeHead,
  emptyLogHead,
  isConsistent,
  parseTreeHead,
  treeHeadJson,
  type LogHead,
  type SignedTreeHead,
} from '@mammofed/privacy';
import { writeDurably } from '@mammofed/storage';
import type { Message } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import { keepEvidence, offence, readEvidence, type LogEvidence, type LogOffence } from './log-evidence.js';

/** Asks the coordinator. @throws if no answer came. */
export type Ask = (message: Message) => Promise<Message>;

export interface HeldLogOptions {
  /** Where the newest head is kept, and what convicts the coordinator. */
  readonly path: string;
  readonly evidencePath: string;
  /** The consortium's root, 32 bytes. */
  readonly consortium: Uint8Array;
  /** The coordinator that counts now, 32 bytes: the root may have named another one. */
  readonly coordinatorKey: () => Uint8Array;
  readonly clock: Clock;
  /** Called when the log was found to be false; the evidence is on disk. */
  readonly onOffence: (error: SiteError) => void;
}

interface KeptHead {
  /** Hexadecimal. */
  readonly coordinator: string;
  readonly head: SignedTreeHead;
}

/**
 * The newest head of the coordinator's log that this site has checked. Every later one has to be of the same log, grown:
 * otherwise the site stops, and keeps both heads.
 */
export class HeldLog {
  readonly #options: HeldLogOptions;
  #kept: KeptHead | null;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: HeldLogOptions, kept: KeptHead | null) {
    this.#options = options;
    this.#kept = kept;
  }

  /**
   * @throws SiteError with the code of an offence that was found before: it stops the site at every start;
   * `bad-log-file` if the file does not hold a head.
   */
  static async open(options: HeldLogOptions): Promise<HeldLog> {
    const evidence = await readEvidence(options.evidencePath).catch((error: unknown) => {
      throw damaged(options.evidencePath, error);
    });
    if (evidence !== null) throw offence(evidence, options.evidencePath);
    return new HeldLog(options, await keptHead(options.path));
  }

  /** The newest head that was checked: what this site signs in secure aggregation. That of no entries before the first. */
  heldLogHead(): LogHead {
    const held = this.#held();
    return held === null ? emptyLogHead() : { size: held.size, root: held.root };
  }

  /**
   * Takes a head that the coordinator hands out, once it is shown that the log only grew; it is on disk when this returns.
   * A head that was signed before the one that is held is checked in the same way, and not kept.
   * @throws SiteError `forked-log` | `rewritten-log` | `shrunken-log`: the site stops; `unproven-log` if there was no proof,
   * which is tried again with the next head. PrivacyError `bad-tree-head`.
   */
  take(offered: SignedTreeHead, ask: Ask): Promise<void> {
    const taken = this.#last.then(() => this.#take(offered, ask));
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  /**
   * Finds out which heads are of the log that is held: those that other sites hold, say. They need no signature.
   * @returns a test of the heads that were given; false for any other.
   * @throws what `ask` throws.
   */
  async headsOfSameLog(heads: readonly LogHead[], ask: Ask): Promise<(head: LogHead) => boolean> {
    const held = this.heldLogHead();
    const same = new Set<string>();
    for (const head of heads) if (await this.#isLinked(held, head, ask)) same.add(keyOf(head));
    return (head) => same.has(keyOf(head));
  }

  /**
   * Stops the site: writes down why, and tells whoever runs it.
   * @throws SiteError always, with that code.
   */
  async convict(
    code: LogOffence,
    message: string,
    { offered = null, record = null }: { readonly offered?: SignedTreeHead | null; readonly record?: unknown },
  ): Promise<never> {
    const { evidencePath, consortium, coordinatorKey, clock, onOffence } = this.#options;
    const held = this.#held();
    const evidence: LogEvidence = {
      code,
      message,
      foundAtMs: clock.nowMs(),
      consortium: hexOf(consortium),
      coordinator: hexOf(coordinatorKey()),
      held: held === null ? null : treeHeadJson(held),
      offered: offered === null ? null : treeHeadJson(offered),
      record,
    };
    await keepEvidence(evidencePath, evidence);
    const error = offence(evidence, evidencePath);
    onOffence(error);
    throw error;
  }

  async #take(offered: SignedTreeHead, ask: Ask): Promise<void> {
    assertTreeHead(offered, this.#options.consortium, this.#options.coordinatorKey());
    const held = this.#held();
    if (held === null) return this.#keep(offered);
    if (offered.size === held.size) {
      if (equal(offered, held)) return;
      const message = `the coordinator has signed two different logs of ${held.size} entries`;
      await this.convict('forked-log', message, { offered });
    }
    // Within a session heads come in the order of their signing, but for those that were on their way together.
    if (offered.size < held.size && offered.atMs >= held.atMs) {
      const message = `the coordinator's log had ${held.size} entries and has ${offered.size} now`;
      await this.convict('shrunken-log', message, { offered });
    }
    const [from, to] = offered.size > held.size ? [held, offered] : [offered, held];
    const answer = await ask({ kind: 'consistency-request', fromSize: from.size, toSize: to.size });
    if (answer.kind === 'refused' && answer.code === 'unknown-log-size') {
      const message = `the coordinator has signed logs of ${from.size} and ${to.size} entries, and knows one of them no more`;
      await this.convict('shrunken-log', message, { offered });
    }
    if (answer.kind !== 'consistency-proof') {
      const why = answer.kind === 'refused' ? answer.code : answer.kind;
      throw new SiteError(
        'unproven-log',
        `the coordinator does not show that its log only grew (${why}): nothing is done for it before it does`,
      );
    }
    if (!isConsistent(from, to, answer.nodes)) {
      const message = `the first ${from.size} entries of the coordinator's log are not what they were`;
      await this.convict('rewritten-log', message, { offered });
    }
    if (offered === to) await this.#keep(offered);
  }

  async #isLinked(held: LogHead, head: LogHead, ask: Ask): Promise<boolean> {
    if (head.size === held.size) return equal(head, held);
    const [from, to] = head.size > held.size ? [held, head] : [head, held];
    const answer = await ask({ kind: 'consistency-request', fromSize: from.size, toSize: to.size });
    return answer.kind === 'consistency-proof' && isConsistent(from, to, answer.nodes);
  }

  /** Null also if what is kept is another coordinator's, which the root has replaced. */
  #held(): SignedTreeHead | null {
    if (this.#kept === null || this.#kept.coordinator !== hexOf(this.#options.coordinatorKey())) return null;
    return this.#kept.head;
  }

  async #keep(head: SignedTreeHead): Promise<void> {
    const coordinator = hexOf(this.#options.coordinatorKey());
    await writeDurably(this.#options.path, `${JSON.stringify({ coordinator, head: treeHeadJson(head) }, null, 2)}\n`);
    this.#kept = { coordinator, head };
  }
}

async function keptHead(path: string): Promise<KeptHead | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const { coordinator, head } = JSON.parse(text) as { readonly coordinator: string; readonly head: unknown };
    return { coordinator, head: parseTreeHead(head) };
  } catch (error) {
    throw damaged(path, error);
  }
}

/** Not taken for none: the next head would be believed whatever it says. */
function damaged(path: string, cause: unknown): SiteError {
  return new SiteError(
    'bad-log-file',
    `${path} is not sound: put it back from a backup; without it nobody knows which log was seen before`,
    {},
    cause,
  );
}

function equal(a: LogHead, b: LogHead): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ size, root }: LogHead): string {
  return `${size} ${hexOf(root)}`;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
