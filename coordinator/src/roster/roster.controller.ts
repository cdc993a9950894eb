import { Body, Controller, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import type { Identity } from '@mammofed/privacy';
import { AdminTokenGuard } from '../admin/admin-token.guard.js';
import { checkedBody, ROSTER_REQUEST } from '../admin/request-checks.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IDENTITY } from '../injection-tokens.js';
import { RosterService } from './roster.service.js';

/** A machine that asks to be a site. Keys, hash and signature in hexadecimal. */
interface WaitingSite {
  readonly siteName: string;
  readonly publicKey: string;
  readonly joinSecretSha256: string;
  readonly signature: string;
}

/** What the holder of the root needs to make the next roster; nothing here is believed there unchecked. */
interface ConsortiumView {
  readonly coordinatorKey: string;
  /** With the root's signature; null before the first. */
  readonly roster: string | null;
  readonly waiting: readonly WaitingSite[];
}

/** The coordinator's end of `mammofed consortium`. */
@Controller('admin')
@UseGuards(AdminTokenGuard)
export class RosterController {
  constructor(
    private readonly roster: RosterService,
    private readonly enrolment: EnrolmentService,
    @Inject(IDENTITY) private readonly identity: Identity,
  ) {}

  @Get('consortium')
  async consortium(): Promise<ConsortiumView> {
    const { held } = this.roster;
    const waiting = (await this.enrolment.waiting()).flatMap(({ name, publicKey, request }) =>
      request === null ? [] : [{ siteName: name, publicKey, ...request }],
    );
    return {
      coordinatorKey: Buffer.from(this.identity.publicKey).toString('hex'),
      roster: held === null ? null : Buffer.from(held.bytes).toString(),
      waiting,
    };
  }

  @Post('roster')
  @HttpCode(200)
  async take(@Body() body: unknown): Promise<{ readonly version: number }> {
    const bytes = new Uint8Array(Buffer.from(checkedBody(ROSTER_REQUEST, body).roster));
    return { version: (await this.roster.take(bytes)).roster.version };
  }
}
