import {
  firstRoster,
  generateIdentity,
  isSignedRequest,
  openRoster,
  renewed,
  signRoster,
  withoutSite,
  withSite,
  type Identity,
  type JoinCode,
  type Roster,
  type SignedRoster,
} from '@mammofed/privacy';

export interface AdminAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The administrator's end of a running coordinator. */
interface Administered {
  admin(method: 'GET' | 'POST', path: string, init?: { readonly body?: unknown }): Promise<AdminAnswer>;
}

const DAY_MS = 86_400_000;
const ROOTS = new Map<string, TestRoot>();

/** The administrator of a test's consortium, with the root's key. It outlives the coordinator's restarts. */
export class TestRoot {
  readonly identity: Identity = generateIdentity();
  #coordinator: Administered;

  private constructor(coordinator: Administered) {
    this.#coordinator = coordinator;
  }

  /** The root of a coordinator's folder, which gives it a first roster if it has none. */
  static async of(dir: string, coordinator: Administered): Promise<TestRoot> {
    const root = ROOTS.get(dir) ?? new TestRoot(coordinator);
    ROOTS.set(dir, root);
    root.#coordinator = coordinator;
    const { roster, coordinatorKey } = await root.#asked();
    if (roster === null) {
      const nowMs = Date.now();
      const validity = { validFromMs: nowMs, validUntilMs: nowMs + 365 * DAY_MS };
      await root.bring(firstRoster({ root: hexOf(root.identity.publicKey), coordinator: coordinatorKey, ...validity }));
    }
    return root;
  }

  /** The root that a code is of. */
  static behind({ rootKey }: JoinCode): TestRoot {
    const found = [...ROOTS.values()].find(({ identity }) => hexOf(identity.publicKey) === hexOf(rootKey));
    if (found === undefined) throw new Error('no test has made this root');
    return found;
  }

  async held(): Promise<SignedRoster> {
    const { roster } = await this.#asked();
    return openRoster(new Uint8Array(Buffer.from(roster ?? '')), this.identity.publicKey);
  }

  /** Approves the machine with this key, if it waits. */
  async approve(key: Uint8Array): Promise<void> {
    const { waiting, coordinatorKey } = await this.#asked();
    const found = waiting.find(({ publicKey }) => publicKey === hexOf(key));
    if (found === undefined) return;
    const request = {
      rootKey: this.identity.publicKey,
      coordinatorKey: bytesOf(coordinatorKey),
      joinSecretSha256: bytesOf(found.joinSecretSha256),
    };
    if (!isSignedRequest(request, key, bytesOf(found.signature))) throw new Error('the request is not signed');
    await this.bring(withSite((await this.held()).roster, { name: found.siteName, key: found.publicKey }));
  }

  async revoke(name: string): Promise<void> {
    await this.bring(withoutSite((await this.held()).roster, name, Date.now()));
  }

  async renew(validUntilMs: number): Promise<void> {
    await this.bring(renewed((await this.held()).roster, validUntilMs));
  }

  /** Signs a roster and brings it to the coordinator, which has to take it. */
  async bring(roster: Roster): Promise<SignedRoster> {
    const signed = signRoster(roster, this.identity);
    const answer = await this.offer(signed.bytes);
    if (answer.status !== 200) throw new Error(`the roster was refused: ${JSON.stringify(answer.body)}`);
    return signed;
  }

  /** Brings any bytes. */
  offer(bytes: Uint8Array): Promise<AdminAnswer> {
    return this.#coordinator.admin('POST', 'roster', { body: { roster: Buffer.from(bytes).toString('latin1') } });
  }

  async #asked() {
    const { body } = await this.#coordinator.admin('GET', 'consortium');
    return body as unknown as {
      readonly coordinatorKey: string;
      readonly roster: string | null;
      readonly waiting: readonly { siteName: string; publicKey: string; joinSecretSha256: string; signature: string }[];
    };
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
