import { Injectable } from '@nestjs/common';
import { and, eq, isNull } from 'drizzle-orm';
import type { CountedStatistics, DataCheckFigures, RunId, SiteId } from '@mammofed/core';
import { Database, type Executor } from '../database/database.js';
import { dataChecks, type DataCheckRow } from '../database/schema.js';

const checkIs = (run: RunId, site: SiteId) => and(eq(dataChecks.runId, run), eq(dataChecks.siteId, site));

/** SQL of the dry runs of data contracts: of each site of a run the newest report. */
@Injectable()
export class DataCheckStore {
  constructor(private readonly database: Database) {}

  async ofRun(run: RunId, executor: Executor = this.database.orm): Promise<DataCheckRow[]> {
    return executor.select().from(dataChecks).where(eq(dataChecks.runId, run));
  }

  /** Puts a report in the place of the site's earlier one. What was pooled of it stays as it was. */
  async put(run: RunId, site: SiteId, figures: DataCheckFigures, reportedAtMs: number): Promise<void> {
    await this.database.orm
      .insert(dataChecks)
      .values({ runId: run, siteId: site, figures, reportedAtMs })
      .onConflictDoUpdate({ target: [dataChecks.runId, dataChecks.siteId], set: { figures, reportedAtMs } });
  }

  /** Adds sites to those whose counts are summed, all of them or none. A site's counts are pooled once. */
  async pool(run: RunId, pooled: ReadonlyMap<SiteId, CountedStatistics>): Promise<void> {
    await this.database.transaction(async (transaction) => {
      for (const [site, counted] of pooled)
        await transaction
          .update(dataChecks)
          .set({ pooled: counted })
          .where(and(checkIs(run, site), isNull(dataChecks.pooled)));
    });
  }
}
