import type { ServerResponse } from 'node:http';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isCodedError, type Logger } from '@mammofed/core';
import { passingFailure } from '../database/database-failure.js';
import { errorText, type CoordinatorErrorCode } from '../errors.js';

/** Status of every code that an administrator can cause. What is not here is the coordinator's own failure. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'bad-request': 400,
  'bad-run-config': 400,
  'dp-batch-statistics': 400,
  'noise-exceeds-ring': 400,
  'bad-model-file': 400,
  unauthorized: 401,
  'not-found': 404,
  'wrong-state': 409,
  'unsigned-run': 400,
  'unknown-signer': 400,
  'wrong-run-signature': 400,
  'bad-roster': 400,
  'site-name-taken': 409,
  'no-roster': 409,
  'foreign-roster': 409,
  'forged-roster': 409,
  'old-roster': 409,
  'conflicting-roster': 409,
  'expired-roster': 409,
  'early-roster': 409,
  'coordinator-not-in-roster': 409,
  'too-large': 413,
  'database-unavailable': 503,
  'database-in-use': 503,
  'disk-full': 507,
};

const CODE_OF_STATUS: Readonly<Record<number, CoordinatorErrorCode>> = {
  401: 'unauthorized',
  404: 'not-found',
  409: 'wrong-state',
  413: 'too-large',
};

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Answers every failure of the admin API with `{error: {code, message}}`; what went wrong inside stays in the log. */
@Catch()
export class AdminErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const { status, code, message } = answerTo(error);
    if (status >= 500) this.log.error('an admin request failed', { error: errorText(error) });
    if (response.headersSent) {
      // A download that breaks off must not look whole.
      response.destroy();
      return;
    }
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    });
    response.end(JSON.stringify({ error: { code, message } }));
  }
}

function answerTo(thrown: unknown): Answer {
  const error = passingFailure(thrown) ?? thrown;
  if (isCodedError(error)) {
    const status = STATUS_OF_CODE[error.code];
    if (status !== undefined) return { status, code: error.code, message: error.message };
    // Sound words, but nothing that the administrator did.
    return { status: 500, code: error.code, message: error.message };
  }
  const status = statusOf(error);
  if (status >= 400 && status < 500) {
    return { status, code: CODE_OF_STATUS[status] ?? 'bad-request', message: (error as Error).message };
  }
  return { status: 500, code: 'internal-error', message: 'the coordinator could not do this: its log says why' };
}

/** Nest's own refusals, and those of the body parser (http-errors). */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
}
