import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { siteId, type Clock, type Logger, type Sha256Hex } from '@mammofed/core';
import { encodeJoinCode, isMemberName, isSignedRequest, type SignedRoster } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import type { Enrol, Enrolled, Refused, Welcome } from '@mammofed/wire';
import { CoordinatorSettings } from '../coordinator-settings.js';
import { Database, type Executor } from '../database/database.js';
import type { EnrolmentRequest, SiteRow } from '../database/schema.js';
import { CoordinatorError } from '../errors.js';
import { CLOCK, LOGGER } from '../injection-tokens.js';
import { RosterService } from '../roster/roster.service.js';
import type { HANDSHAKE_REFUSALS } from '../sessions/refusals.js';
import { decideEnrolment, INVITE_LIFETIME_MS } from './enrolment-rules.js';
import { EnrolmentStore } from './enrolment.store.js';

const JOIN_SECRET_BYTES = 16;

export interface Invite {
  /** The join code: shown once, to be handed to the site's operator. */
  readonly code: string;
  readonly siteName: string;
  readonly expiresAtMs: number;
}

/** Whether the holder of a key may open a session as a site. */
export type Admission =
  | { readonly kind: 'site'; readonly site: SiteRow }
  | { readonly kind: 'refused'; readonly code: keyof typeof HANDSHAKE_REFUSALS; readonly message: string };

/** How machines become sites: invites, requests, and whom the roster lets in. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly store: EnrolmentStore,
    private readonly database: Database,
    private readonly settings: CoordinatorSettings,
    private readonly roster: RosterService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * @throws CoordinatorError `bad-request` for a bad name, `site-name-taken` if the roster lists a site of this name,
   * `no-roster` before there is one.
   */
  async invite(siteName: string): Promise<Invite> {
    if (!isMemberName(siteName)) {
      throw new CoordinatorError(
        'bad-request',
        `a site's name has 1 to 64 letters, digits, dots, dashes or underscores and begins with a letter or digit`,
      );
    }
    if ((await this.store.siteByName(siteName))?.standing === 'listed') {
      throw new CoordinatorError(
        'site-name-taken',
        `a site called ${siteName} is already enrolled: choose another name`,
        {
          siteName,
        },
      );
    }
    const { rootKey, coordinatorKey } = this.#consortium();
    const joinSecret = new Uint8Array(randomBytes(JOIN_SECRET_BYTES));
    const nowMs = this.clock.nowMs();
    const expiresAtMs = nowMs + INVITE_LIFETIME_MS;
    await this.store.addInvite({
      secretSha256: hashOf(joinSecret),
      siteName,
      createdAtMs: nowMs,
      expiresAtMs,
      usedBySiteId: null,
    });
    this.log.info('site invited', { siteName });
    const code = encodeJoinCode({ url: this.settings.joinUrl, coordinatorKey, rootKey, joinSecret });
    return { code, siteName, expiresAtMs };
  }

  /**
   * Notes the request of a join code's holder, which the administrator approves or not. The invite's name counts, not the
   * one in the message: the administrator decided it.
   * @param publicKey - Ed25519 key that the session proved to hold, 32 bytes.
   */
  async enrol(message: Enrol, publicKey: Uint8Array): Promise<Enrolled | Refused> {
    const secretSha256 = hashOf(message.joinSecret);
    const publicKeyHex = Buffer.from(publicKey).toString('hex');
    const request = { joinSecretSha256: secretSha256, signature: Buffer.from(message.signature).toString('hex') };
    const signed = { ...this.#consortium(), joinSecretSha256: new Uint8Array(Buffer.from(secretSha256, 'hex')) };
    const isSigned = isSignedRequest(signed, publicKey, message.signature);
    const answer = await this.database.transaction(async (transaction): Promise<Enrolled | Refused> => {
      const found = await this.store.invite(transaction, secretSha256);
      const invite = found !== null && equalHashes(found.secretSha256, secretSha256) ? found : null;
      const known = await this.store.siteByKey(publicKeyHex, transaction);
      const namesake = invite === null ? null : await this.store.siteByName(invite.siteName, transaction);
      const decision = decideEnrolment({
        invite,
        siteOfKey: known,
        siteOfName: namesake,
        isSigned,
        nowMs: this.clock.nowMs(),
      });
      switch (decision.kind) {
        case 'refuse':
          return { kind: 'refused', code: decision.code, message: decision.message };
        case 'noted-before':
          return enrolled(known as SiteRow);
        case 'note': {
          const site = await this.#noted(transaction, namesake, decision.siteName, publicKeyHex, request);
          await this.store.useInvite(transaction, secretSha256, site.id);
          return enrolled(site);
        }
      }
    });
    if (answer.kind === 'enrolled') this.log.info('site asks to be approved', { siteName: answer.siteName });
    else this.log.warn('enrolment refused', { code: answer.code });
    return answer;
  }

  /** Decides whether the holder of a key may open a session now. It has not proved yet that it holds the key. */
  async admit(publicKey: Uint8Array): Promise<Admission> {
    const refuse = (code: keyof typeof HANDSHAKE_REFUSALS, message: string): Admission => ({
      kind: 'refused',
      code,
      message,
    });
    if (this.roster.isRevoked(publicKey)) {
      return refuse('revoked-site', "this site was revoked: ask the consortium's administrator");
    }
    const site = await this.store.siteByKey(Buffer.from(publicKey).toString('hex'));
    if (site === null || site.standing === 'out') {
      return refuse('unknown-site', 'this coordinator has no site with this key: enrol this machine with a join code');
    }
    if (site.standing === 'waiting') {
      return refuse(
        'awaiting-approval',
        "the consortium's administrator has not approved this site yet: tell them the fingerprint of its key",
      );
    }
    if (!this.roster.letsIn(publicKey)) {
      return refuse('expired-roster', "the roster has expired: the consortium's administrator renews it");
    }
    return { kind: 'site', site };
  }

  /** Whether a session with this key may go on: the roster may have changed since it was admitted. */
  letsIn(publicKey: Uint8Array): boolean {
    return this.roster.letsIn(publicKey);
  }

  /** For a site that was admitted: there is a roster then. */
  welcome(site: SiteRow): Omit<Welcome, 'treeHead'> {
    const { bytes } = this.roster.held as SignedRoster;
    return { kind: 'welcome', siteId: site.id, siteName: site.name, siteIndex: site.siteIndex, roster: bytes };
  }

  /** The sites of the roster, in the order of their indices. */
  sites(): Promise<SiteRow[]> {
    return this.store.sitesThat('listed');
  }

  /** Who waits for the administrator's word. */
  waiting(): Promise<SiteRow[]> {
    return this.store.sitesThat('waiting');
  }

  /** @throws CoordinatorError `no-roster`. */
  #consortium(): { readonly rootKey: Uint8Array; readonly coordinatorKey: Uint8Array } {
    const { held } = this.roster;
    if (held === null) {
      throw new CoordinatorError(
        'no-roster',
        'this coordinator belongs to no consortium yet: make one with mammofed consortium init',
      );
    }
    const { root, coordinator } = held.roster;
    return {
      rootKey: new Uint8Array(Buffer.from(root, 'hex')),
      coordinatorKey: new Uint8Array(Buffer.from(coordinator, 'hex')),
    };
  }

  async #noted(
    transaction: Executor,
    namesake: SiteRow | null,
    name: string,
    publicKey: string,
    request: EnrolmentRequest,
  ): Promise<SiteRow> {
    if (namesake !== null) {
      await this.store.askAgain(transaction, namesake.id, publicKey, request);
      return namesake;
    }
    const site: SiteRow = {
      id: siteId(randomUUID()),
      name,
      siteIndex: await this.store.siteCount(transaction),
      publicKey,
      enrolledAtMs: this.clock.nowMs(),
      standing: 'waiting',
      request,
    };
    await this.store.addSite(transaction, site);
    return site;
  }
}

function enrolled(site: SiteRow): Enrolled {
  return { kind: 'enrolled', siteId: site.id, siteName: site.name };
}

function hashOf(secret: Uint8Array): Sha256Hex {
  return sha256Of(secret);
}

/** The database looked the hash up; comparing again in constant time leaves no doubt about collations and padding. */
function equalHashes(a: Sha256Hex, b: Sha256Hex): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
