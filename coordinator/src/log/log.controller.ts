import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import type { Receipts } from '@mammofed/privacy';
import { AdminTokenGuard } from '../admin/admin-token.guard.js';
import { checkedSha256 } from '../admin/request-checks.js';
import { ReceiptsService } from './receipts.service.js';

/** What the administrator can take of the log. */
@Controller('admin')
@UseGuards(AdminTokenGuard)
export class LogController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Get('models/:sha256/receipts')
  async receiptsOf(@Param('sha256') sha256: string): Promise<Receipts> {
    return this.receipts.of(checkedSha256(sha256));
  }
}
