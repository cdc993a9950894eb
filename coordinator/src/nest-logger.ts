import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@mammofed/core';

/** Nest's own warnings and errors, as lines of our log. What it says of a healthy start is left out. */
export class NestLogger implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(): void {}

  warn(message: unknown): void {
    this.to.warn('framework', { detail: String(message) });
  }

  error(message: unknown): void {
    this.to.error('framework', { detail: String(message) });
  }
}
