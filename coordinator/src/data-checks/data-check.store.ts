import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import type { CountedStatistics, DataCheckFigures, RunId, SiteId } from '@mammofed/core';
import { Database, type Executor } from '../database/database.js';
import { dataChecks, pooledStatistics, type DataCheckRow, type PooledStatisticsRow } from '../database/schema.js';

/** SQL of the dry runs of data contracts: of each site of a run the newest report, and of each study whose counts are summed. */
@Injectable()
export class DataCheckStore {
  constructor(private readonly database: Database) {}

  async ofRun(run: RunId, executor: Executor = this.database.orm): Promise<DataCheckRow[]> {
    return executor.select().from(dataChecks).where(eq(dataChecks.runId, run));
  }

  /** Puts a report in the place of the site's earlier one. What was pooled of that stays as it was. */
  async put(run: RunId, site: SiteId, figures: DataCheckFigures, reportedAtMs: number): Promise<void> {
    await this.database.orm
      .insert(dataChecks)
      .values({ runId: run, siteId: site, figures, reportedAtMs })
      .onConflictDoUpdate({ target: [dataChecks.runId, dataChecks.siteId], set: { figures, reportedAtMs } });
  }

  async pooled(study: string): Promise<PooledStatisticsRow[]> {
    return this.database.orm.select().from(pooledStatistics).where(eq(pooledStatistics.study, study));
  }

  /** Adds sites to those whose counts are summed, all of them or none. Those who are there stay as they are. */
  async pool(study: string, joining: ReadonlyMap<SiteId, CountedStatistics>): Promise<void> {
    const rows = [...joining].map(([siteId, counted]) => ({ study, siteId, counted }));
    if (rows.length > 0) await this.database.orm.insert(pooledStatistics).values(rows).onConflictDoNothing();
  }
}
