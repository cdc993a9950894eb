import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Logger, type RunId, type SiteId } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { RunOffer } from '@mammofed/wire';
import type { RunRow } from '../database/schema.js';
import { errorText } from '../errors.js';
import { LOGGER } from '../injection-tokens.js';
import { RunStore } from '../runs/run.store.js';
import { ConnectionRegistry, type SiteConnection } from '../sessions/connection-registry.js';
import { mayTakePart } from './round-rules.js';
import type { SiteFailure } from './site-failures.js';

/** How long a site may take to say what it thinks of a run. */
const ANSWER_TIMEOUT_MS = 30_000;

/** From this minor version of the protocol on agents know offers; older ones say what they think when a task comes. */
const OFFERS_SINCE_MINOR = 1;

/** From this one on they report whether their data fit. */
const DATA_CHECKS_SINCE_MINOR = 2;

/** Null: the site would take part. */
type OfferAnswer = SiteFailure | null;

/**
 * Tells every connected site of the runs that it may take part in, drafts too, and remembers what it says: its operator can
 * look at a study and approve it before the run starts, and no round begins with a site that would refuse. Nothing of it is in
 * the database: each session of a site is told anew.
 */
@Injectable()
export class RunOffers {
  readonly #answers = new Map<RunId, Map<SiteId, OfferAnswer>>();
  /** Sites whose data do not fit, by their last report. */
  readonly #unfit = new Map<RunId, Map<SiteId, SiteFailure>>();
  readonly #told = new WeakMap<SiteConnection, Set<RunId>>();

  constructor(
    private readonly registry: ConnectionRegistry,
    private readonly runs: RunStore,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** From now on sites that connect are told of the drafts. */
  begin(): void {
    this.registry.onChange(() => this.offerDrafts());
  }

  /** Offers a run to the connected sites that it lets take part and that this session has not told of it. */
  offer(run: RunRow): void {
    for (const connection of this.registry.connected()) {
      const told = this.#told.get(connection) ?? new Set();
      this.#told.set(connection, told);
      if (!knowsOffers(connection) || told.has(run.id) || !mayTakePart(run.config.quorum, connection.siteName))
        continue;
      told.add(run.id);
      void this.#ask(connection, run, told);
    }
  }

  /** Of a run that is under way its engine offers it at each of its looks. */
  offerDrafts(): void {
    this.runs.drafts().then(
      (drafts) => drafts.forEach((run) => this.offer(run)),
      (error: unknown) => this.log.warn('drafts could not be offered', { error: errorText(error) }),
    );
  }

  /** The site says that its answers may be others by now. Until it has answered anew, the old ones count. */
  again(site: SiteId): void {
    const connection = this.registry.of(site);
    if (connection === null) return;
    this.#told.delete(connection);
    this.offerDrafts();
  }

  /** There is something new to be heard of a run: these sites are offered it once more. */
  offerAnew(run: RunRow, sites: readonly SiteId[]): void {
    for (const site of sites) {
      const connection = this.registry.of(site);
      if (connection !== null) this.#told.get(connection)?.delete(run.id);
    }
    this.offer(run);
  }

  /** A site refused a task: it is as if it had refused the run. */
  refused(run: RunId, site: SiteId, failure: SiteFailure): void {
    this.#note(run, site, failure);
  }

  /** A site has reported whether its data fit the run's contract: until it reports anew that counts, whatever it agrees to. */
  dataChecked(run: RunId, site: SiteId, unfit: SiteFailure | null): void {
    const sites = this.#unfit.get(run) ?? new Map<SiteId, SiteFailure>();
    this.#unfit.set(run, sites);
    if (unfit === null) sites.delete(site);
    else sites.set(site, unfit);
  }

  /** What the sites that would not take part in a run say, by their last word, and those that cannot for their data. */
  refusals(run: RunId): ReadonlyMap<SiteId, SiteFailure> {
    const refusals = [...(this.#answers.get(run) ?? [])].filter(
      (entry): entry is [SiteId, SiteFailure] => entry[1] !== null,
    );
    return new Map([...this.#unfitSites(run), ...refusals]);
  }

  /** Whether the site's last word is that it would take part. */
  hasAgreed(run: RunId, site: SiteId): boolean {
    return this.#answers.get(run)?.get(site) === null;
  }

  /** Whether it is known what a connected site says to the run; of an older agent it never is, and nothing is waited for. */
  isAnswered(run: RunId, connection: SiteConnection): boolean {
    return !knowsOffers(connection) || this.#answers.get(run)?.has(connection.siteId) === true;
  }

  /** The run is over. */
  forget(run: RunId): void {
    this.#answers.delete(run);
    this.#unfit.delete(run);
  }

  /** Without sites whose agents are older now than when they reported: they could not report anew. */
  #unfitSites(run: RunId): [SiteId, SiteFailure][] {
    return [...(this.#unfit.get(run) ?? [])].filter(
      ([site]) => (this.registry.of(site)?.protocolMinor ?? DATA_CHECKS_SINCE_MINOR) >= DATA_CHECKS_SINCE_MINOR,
    );
  }

  async #ask(connection: SiteConnection, run: RunRow, told: Set<RunId>): Promise<void> {
    const { siteId, siteName } = connection;
    try {
      const answer = await connection.request(runOfferOf(run), ANSWER_TIMEOUT_MS);
      if (answer.kind !== 'refused') return this.#note(run.id, siteId, null);
      const { code, message } = answer;
      this.log.info('site would not take part in a run', { runId: run.id, siteName, code });
      this.#note(run.id, siteId, { code, reason: `${code}: ${message}` });
    } catch {
      // Timed out or the session ended: said again at the next look, or in the next session.
      told.delete(run.id);
      this.log.warn('a run was offered and not answered', { runId: run.id, siteName });
    }
  }

  #note(run: RunId, site: SiteId, answer: OfferAnswer): void {
    const answers = this.#answers.get(run) ?? new Map<SiteId, OfferAnswer>();
    this.#answers.set(run, answers.set(site, answer));
  }
}

function knowsOffers({ protocolMinor }: SiteConnection): boolean {
  return protocolMinor >= OFFERS_SINCE_MINOR;
}

/** What sites are told of a run, in every message that speaks of its configuration. */
export function describedRun({
  config,
  signature,
}: Pick<RunRow, 'config' | 'signature'>): Pick<RunOffer, 'configJson' | 'configSha256' | 'signature'> {
  const configJson = canonicalJson(config);
  return { configJson, configSha256: sha256Of(configJson), signature };
}

function runOfferOf(run: RunRow): RunOffer {
  return { kind: 'run-offer', runId: run.id, ...describedRun(run) };
}
