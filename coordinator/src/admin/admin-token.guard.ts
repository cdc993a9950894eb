import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Logger } from '@mammofed/core';
import { CoordinatorSettings } from '../coordinator-settings.js';
import { CoordinatorError } from '../errors.js';
import { LOGGER } from '../injection-tokens.js';

const SCHEME = /^Bearer +(\S+)$/i;

/** Lets nobody at the admin API who does not show the admin token. */
@Injectable()
export class AdminTokenGuard implements CanActivate {
  readonly #expected: Buffer;

  constructor(
    settings: CoordinatorSettings,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.#expected = digest(settings.adminToken);
  }

  /** @throws CoordinatorError `unauthorized`. */
  canActivate(context: ExecutionContext): true {
    const { headers } = context.switchToHttp().getRequest<IncomingMessage>();
    const token = SCHEME.exec(headers.authorization ?? '')?.[1];
    // Digests have one length: neither a token's length nor its beginning shows in the time that this takes.
    if (token !== undefined && timingSafeEqual(digest(token), this.#expected)) return true;
    this.log.warn('admin request refused', { hasToken: token !== undefined });
    throw new CoordinatorError(
      'unauthorized',
      'this is for the administrator alone: send the content of admin.token as a bearer token',
    );
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
