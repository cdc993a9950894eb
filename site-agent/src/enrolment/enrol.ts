import type { Logger } from '@mammofed/core';
import {
  decodeJoinCode,
  fingerprint,
  joinSecretHash,
  signEnrolmentRequest,
  sodiumReady,
  type Identity,
  type JoinCode,
} from '@mammofed/privacy';
import type { Enrolled } from '@mammofed/wire';
import { FolderLock, writeDurably } from '@mammofed/storage';
import { pause } from '../abort.js';
import { checkedConfig } from '../config.js';
import { Backoff } from '../connection/backoff.js';
import { CoordinatorSession } from '../connection/coordinator-session.js';
import { isLost, isTransientRefusal } from '../connection/link.js';
import type { Transport } from '../connection/transport.js';
import type { EngineSetting } from '../engines/engine-selector.js';
import type { Layout } from '@mammofed/imaging';
import { codeOf, SiteError } from '../errors.js';
import { Ledger } from '../ledger/ledger.js';
import { mayPass } from '../network/faults.js';
import type { NetworkSettings } from '../network/settings.js';
import { policyFileText } from '../policy/policy-text.js';
import type { SitePolicy } from '../policy/site-policy.js';
import { sitePaths } from '../site-paths.js';
import { readOrMakeIdentity } from './identity-file.js';
import { existingDataFolder, prepareSiteFolder, writeSiteConfig } from './site-folder.js';

export interface EnrolmentRequest {
  readonly dir: string;
  /** The join code as it was given out; secret. */
  readonly code: string;
  readonly dataDir: string;
  /** How it is laid out; recognised each time it is opened if it is not given. */
  readonly layout?: Layout;
  readonly permuteImagesSeed?: number;
  readonly threads: number;
  readonly engine: EngineSetting;
  readonly network: NetworkSettings;
  readonly policy: SitePolicy;
}

export interface EnrolmentParts {
  readonly connect: (url: string, signal: AbortSignal) => Promise<Transport>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** What the person at the site has to know. Fingerprints are for the telephone. */
export interface Enrolment {
  readonly siteName: string;
  /** Of this site's new key: the administrator compares it before approving. */
  readonly fingerprint: string;
  /** Of the root that this site trusts from now on. */
  readonly rootFingerprint: string;
}

/** A coordinator that is just starting is waited for; one that is not there is not, a person sits in front. */
const TRIES = 4;
const BETWEEN_TRIES = { firstMs: 500, longestMs: 4000 } as const;
const ANSWER_TIMEOUT_MS = 30_000;

/**
 * Asks to make this machine a site: all that can be checked here is checked, and the key is on disk, before the code is
 * used up. The site belongs once the administrator has approved it, for which the agent waits. An enrolment that was interrupted at any point can be repeated with the same code in the same folder.
 * @throws PrivacyError `bad-join-code`; SiteError `missing-data-folder`, as `prepareSiteFolder`, a `NetworkFaultCode`,
 * `enrolment-refused`, the codes of the handshake; StorageError.
 */
export async function enrol(request: EnrolmentRequest, parts: EnrolmentParts): Promise<Enrolment> {
  await sodiumReady();
  const joinCode = decodeJoinCode(request.code);
  const dataDir = await existingDataFolder(request.dataDir);
  const paths = sitePaths(request.dir);
  await prepareSiteFolder(paths);
  const lock = await FolderLock.take(paths.lock);
  const ledger = new Ledger(paths.ledger, joinCode.url, { nowMs: () => Date.now() });
  try {
    const identity = await readOrMakeIdentity(paths.identity);
    const { siteId, siteName } = await useCode(joinCode, identity, ledger, parts);
    const config = checkedConfig(
      {
        coordinator: { url: joinCode.url, key: Buffer.from(joinCode.coordinatorKey).toString('hex') },
        consortium: { root: Buffer.from(joinCode.rootKey).toString('hex') },
        site: { id: siteId, name: siteName },
        data: {
          dir: dataDir,
          ...(request.layout === undefined ? {} : { layout: request.layout }),
          ...(request.permuteImagesSeed === undefined ? {} : { permuteImagesSeed: request.permuteImagesSeed }),
        },
        engine: { threads: request.threads, name: request.engine },
        network: request.network,
      },
      'the new site.json',
    );
    await writeDurably(paths.policy, policyFileText(request.policy), 0o600);
    await writeSiteConfig(paths, config);
    parts.log.info('asked to be approved', { siteName });
    return {
      siteName,
      fingerprint: fingerprint(identity.publicKey),
      rootFingerprint: fingerprint(joinCode.rootKey),
    };
  } finally {
    ledger.close();
    await lock.release();
  }
}

/** Asks again after a lost answer: the coordinator answers the same machine the same. */
async function useCode(code: JoinCode, identity: Identity, ledger: Ledger, parts: EnrolmentParts): Promise<Enrolled> {
  const backoff = new Backoff(BETWEEN_TRIES);
  for (let left = TRIES; ; left--) {
    parts.signal.throwIfAborted();
    try {
      return await askOnce(code, identity, ledger, parts);
    } catch (error) {
      const isWorthTrying = mayPass(error) || isLost(error);
      if (!isWorthTrying || left <= 1) {
        throw isLost(error)
          ? new SiteError('unreachable', 'the connection to the coordinator breaks off: try again later', {}, error)
          : error;
      }
      parts.log.warn('enrolment is tried again', { code: codeOf(error) });
    }
    await pause(backoff.nextDelayMs(), parts.signal);
  }
}

async function askOnce(
  code: JoinCode,
  identity: Identity,
  ledger: Ledger,
  { connect, signal }: EnrolmentParts,
): Promise<Enrolled> {
  const transport = await connect(code.url, signal);
  const hangUp = (): void => transport.close();
  signal.addEventListener('abort', hangUp, { once: true });
  try {
    const session = await CoordinatorSession.open({
      transport,
      identity,
      role: 'enrolling',
      coordinatorKey: code.coordinatorKey,
      ledger,
      onMessage: () => undefined,
    });
    const { rootKey, coordinatorKey, joinSecret } = code;
    const request = { rootKey, coordinatorKey, joinSecretSha256: joinSecretHash(joinSecret) };
    const signature = signEnrolmentRequest(request, identity);
    // The administrator named the site when the code was made; this machine does not know the name yet.
    const answer = await session.request({ kind: 'enrol', joinSecret, siteName: '', signature }, ANSWER_TIMEOUT_MS);
    if (answer.kind === 'enrolled') return answer;
    if (answer.kind !== 'refused') {
      throw new SiteError('unexpected-answer', `the coordinator answered the join code with ${answer.kind}`);
    }
    if (isTransientRefusal(answer.code))
      throw new SiteError('unreachable', `the coordinator is in trouble: ${answer.message}`);
    throw new SiteError('enrolment-refused', `the coordinator does not take this join code: ${answer.message}`);
  } finally {
    signal.removeEventListener('abort', hangUp);
    transport.close();
  }
}
