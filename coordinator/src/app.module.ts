import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Clock, Logger } from '@mammofed/core';
import type { Identity } from '@mammofed/privacy';
import { AdminController } from './admin/admin.controller.js';
import { CoordinatorSettings } from './coordinator-settings.js';
import { DataCheckStore } from './data-checks/data-check.store.js';
import { DataChecksService } from './data-checks/data-checks.service.js';
import { Database } from './database/database.js';
import { FactStore } from './database/fact.store.js';
import { EnrolmentService } from './enrolment/enrolment.service.js';
import { EnrolmentStore } from './enrolment/enrolment.store.js';
import { CLOCK, IDENTITY, LOGGER } from './injection-tokens.js';
import { LogAnswersService } from './log/log-answers.service.js';
import { LogStore } from './log/log.store.js';
import { LogController } from './log/log.controller.js';
import { ReceiptsService } from './log/receipts.service.js';
import { MerkleLog } from './log/merkle-log.js';
import { ModelStore } from './models/model.store.js';
import { Aggregator } from './rounds/aggregator.js';
import { EvaluationService } from './rounds/evaluation.service.js';
import { EvaluationStore } from './rounds/evaluation.store.js';
import { Heartbeat } from './rounds/heartbeat.js';
import { LiveProgress } from './rounds/live-progress.js';
import { RoundLifecycle } from './rounds/round-lifecycle.js';
import { RoundStore } from './rounds/round.store.js';
import { RoundParts, RoundsService, SecureRoundsParts } from './rounds/rounds.service.js';
import { TaskDelivery } from './rounds/task-delivery.js';
import { RunOffers } from './rounds/run-offers.js';
import { AttemptJournal } from './secure-rounds/attempt-journal.store.js';
import { AttemptLifecycle } from './secure-rounds/attempt-lifecycle.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterService } from './roster/roster.service.js';
import { RosterStore } from './roster/roster.store.js';
import { RunStore } from './runs/run.store.js';
import { RunViewsService } from './runs/run-views.service.js';
import { RunsService } from './runs/runs.service.js';
import { ConnectionRegistry } from './sessions/connection-registry.js';
import { MessageRouter } from './sessions/message-router.js';
import { SessionGateway } from './sessions/session.gateway.js';
import { TrafficMeter } from './sessions/traffic-meter.js';
import { ChunkGate } from './transfers/chunk-gate.js';
import { DownloadsService } from './transfers/downloads.service.js';
import { UploadStore } from './transfers/upload.store.js';
import { UploadsService } from './transfers/uploads.service.js';

/** What has to be opened before the module can be put together. */
export interface CoordinatorResources {
  readonly settings: CoordinatorSettings;
  readonly identity: Identity;
  readonly database: Database;
  readonly models: ModelStore;
  readonly uploads: UploadStore;
  readonly clock: Clock;
  readonly log: Logger;
}

const STORES: Provider[] = [
  FactStore,
  EnrolmentStore,
  RosterStore,
  RunStore,
  RoundStore,
  EvaluationStore,
  DataCheckStore,
  LogStore,
  AttemptJournal,
];
const LOG: Provider[] = [MerkleLog, LogAnswersService, ReceiptsService];
const LIVE: Provider[] = [ConnectionRegistry, TrafficMeter, LiveProgress, RunOffers];
const ROUNDS: Provider[] = [
  Heartbeat,
  RoundLifecycle,
  Aggregator,
  TaskDelivery,
  RoundParts,
  AttemptLifecycle,
  SecureRoundsParts,
  RoundsService,
  EvaluationService,
  DataChecksService,
];
const SITES: Provider[] = [
  RosterService,
  EnrolmentService,
  ChunkGate,
  DownloadsService,
  UploadsService,
  MessageRouter,
  SessionGateway,
];
const ADMIN: Provider[] = [RunsService, RunViewsService];

/** The whole coordinator. */
@Module({})
export class AppModule {
  static over(resources: CoordinatorResources): DynamicModule {
    const { settings, identity, database, models, uploads, clock, log } = resources;
    return {
      module: AppModule,
      controllers: [AdminController, RosterController, LogController],
      providers: [
        { provide: CoordinatorSettings, useValue: settings },
        { provide: IDENTITY, useValue: identity },
        { provide: Database, useValue: database },
        { provide: ModelStore, useValue: models },
        { provide: UploadStore, useValue: uploads },
        { provide: CLOCK, useValue: clock },
        { provide: LOGGER, useValue: log },
        ...STORES,
        ...LOG,
        ...LIVE,
        ...ROUNDS,
        ...SITES,
        ...ADMIN,
      ],
    };
  }
}
