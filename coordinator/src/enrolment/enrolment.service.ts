import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { siteId, type Clock, type Logger, type Sha256Hex } from '@mammofed/core';
import { encodeJoinCode, type Identity } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import type { Enrol, Enrolled, Refused } from '@mammofed/wire';
import { CoordinatorSettings } from '../coordinator-settings.js';
import { Database } from '../database/database.js';
import type { SiteRow } from '../database/schema.js';
import { CoordinatorError } from '../errors.js';
import { CLOCK, IDENTITY, LOGGER } from '../injection-tokens.js';
import { decideEnrolment, INVITE_LIFETIME_MS, SITE_NAME } from './enrolment-rules.js';
import { EnrolmentStore } from './enrolment.store.js';

const JOIN_SECRET_BYTES = 16;

export interface Invite {
  /** The join code: shown once, to be handed to the site's operator. */
  readonly code: string;
  readonly siteName: string;
  readonly expiresAtMs: number;
}

/** Who belongs to the consortium: invites and enrolled sites. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly store: EnrolmentStore,
    private readonly database: Database,
    private readonly settings: CoordinatorSettings,
    @Inject(IDENTITY) private readonly identity: Identity,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** @throws CoordinatorError `bad-request` for a bad name, `site-name-taken` if a site of this name is enrolled. */
  async invite(siteName: string): Promise<Invite> {
    if (!SITE_NAME.test(siteName)) {
      throw new CoordinatorError(
        'bad-request',
        `a site's name has 1 to 64 letters, digits, dots, dashes or underscores and begins with a letter or digit`,
      );
    }
    if ((await this.store.siteByName(siteName)) !== null) {
      throw new CoordinatorError(
        'site-name-taken',
        `a site called ${siteName} is already enrolled: choose another name`,
        {
          siteName,
        },
      );
    }
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
    const code = encodeJoinCode({ url: this.settings.joinUrl, coordinatorKey: this.identity.publicKey, joinSecret });
    return { code, siteName, expiresAtMs };
  }

  /**
   * Makes the holder of a join code a site. The invite's name counts, not the one in the message: the administrator
   * decided it.
   * @param publicKey - Ed25519 key that the session proved to hold, 32 bytes.
   */
  async enrol(message: Enrol, publicKey: Uint8Array): Promise<Enrolled | Refused> {
    const secretSha256 = hashOf(message.joinSecret);
    const publicKeyHex = Buffer.from(publicKey).toString('hex');
    const answer = await this.database.transaction(async (transaction): Promise<Enrolled | Refused> => {
      const found = await this.store.invite(transaction, secretSha256);
      const invite = found !== null && equalHashes(found.secretSha256, secretSha256) ? found : null;
      const known = await this.store.siteByKey(publicKeyHex, transaction);
      const namesake = invite === null ? null : await this.store.siteByName(invite.siteName, transaction);
      const decision = decideEnrolment({
        invite,
        siteIdOfKey: known?.id ?? null,
        isNameTaken: namesake !== null,
        nowMs: this.clock.nowMs(),
      });
      switch (decision.kind) {
        case 'refuse':
          return { kind: 'refused', code: decision.code, message: decision.message };
        case 'already-enrolled':
          return enrolled(known as SiteRow);
        case 'enrol': {
          const site: SiteRow = {
            id: siteId(randomUUID()),
            name: decision.siteName,
            siteIndex: await this.store.siteCount(transaction),
            publicKey: publicKeyHex,
            enrolledAtMs: this.clock.nowMs(),
          };
          await this.store.addSite(transaction, site, secretSha256);
          return enrolled(site);
        }
      }
    });
    if (answer.kind === 'enrolled') this.log.info('site enrolled', { siteName: answer.siteName });
    else this.log.warn('enrolment refused', { code: answer.code });
    return answer;
  }

  siteByKey(publicKey: Uint8Array): Promise<SiteRow | null> {
    return this.store.siteByKey(Buffer.from(publicKey).toString('hex'));
  }

  /** Every enrolled site, in the order of their indices. */
  sites(): Promise<SiteRow[]> {
    return this.store.sites();
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
