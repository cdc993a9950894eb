import type { IncomingMessage } from 'node:http';
import { Body, Controller, Get, HttpCode, Param, Post, Req, StreamableFile, UseGuards } from '@nestjs/common';
import type { RunView } from '@mammofed/core';
import { fingerprint } from '@mammofed/privacy';
import { EnrolmentService, type Invite } from '../enrolment/enrolment.service.js';
import { ModelStore, type ListedModel, type StoredModel } from '../models/model.store.js';
import { RunViewsService, type RunSummary } from '../runs/run-views.service.js';
import { RunsService, unknownRun } from '../runs/runs.service.js';
import { ConnectionRegistry } from '../sessions/connection-registry.js';
import { AdminTokenGuard } from './admin-token.guard.js';
import {
  assertModelUpload,
  checkedBody,
  checkedRunId,
  checkedSha256,
  INVITE_REQUEST,
  RUN_REQUEST,
} from './request-checks.js';

interface SiteView {
  readonly siteName: string;
  readonly siteIndex: number;
  /** To be compared with what the site's operator reads aloud. */
  readonly fingerprint: string;
  readonly isConnected: boolean;
}

/** What the administrator can ask for. Decodes and encodes; the services decide. */
@Controller('admin')
@UseGuards(AdminTokenGuard)
export class AdminController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly registry: ConnectionRegistry,
    private readonly models: ModelStore,
    private readonly runs: RunsService,
    private readonly views: RunViewsService,
  ) {}

  @Post('invites')
  async invite(@Body() body: unknown): Promise<Invite> {
    return this.enrolment.invite(checkedBody(INVITE_REQUEST, body).siteName);
  }

  @Get('sites')
  async sites(): Promise<{ readonly sites: SiteView[] }> {
    const sites = (await this.enrolment.sites()).map(({ id, name, siteIndex, publicKey }) => ({
      siteName: name,
      siteIndex,
      fingerprint: fingerprint(new Uint8Array(Buffer.from(publicKey, 'hex'))),
      isConnected: this.registry.of(id) !== null,
    }));
    return { sites };
  }

  /** The body is the model itself: no parser touches it, and it goes to the disk as it arrives. */
  @Post('models')
  async storeModel(@Req() request: IncomingMessage): Promise<StoredModel> {
    assertModelUpload(request);
    try {
      return await this.models.put(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
    } catch (error) {
      // The rest is read and thrown away: a client that is still sending would be cut off before it reads why.
      request.resume();
      throw error;
    }
  }

  @Get('models')
  async listModels(): Promise<{ readonly models: ListedModel[] }> {
    return { models: await this.models.list() };
  }

  @Get('models/:sha256')
  async readModel(@Param('sha256') sha256: string): Promise<StreamableFile> {
    const { byteLength, stream } = await this.models.stream(checkedSha256(sha256));
    return new StreamableFile(stream, { type: 'application/octet-stream', length: byteLength });
  }

  @Post('runs')
  async createRun(@Body() body: unknown): Promise<{ readonly runId: string }> {
    const { config, initialModelSha256, signature } = checkedBody(RUN_REQUEST, body);
    return { runId: await this.runs.create(config, checkedSha256(initialModelSha256), signature) };
  }

  @Post('runs/:id/start')
  @HttpCode(200)
  async startRun(@Param('id') id: string): Promise<RunView> {
    await this.runs.start(checkedRunId(id));
    return this.showRun(id);
  }

  @Get('runs')
  async listRuns(): Promise<{ readonly runs: RunSummary[] }> {
    return { runs: await this.views.list() };
  }

  @Get('runs/:id')
  async showRun(@Param('id') id: string): Promise<RunView> {
    const view = await this.views.view(checkedRunId(id));
    if (view === null) throw unknownRun(id);
    return view;
  }
}
