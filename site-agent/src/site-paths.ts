import { join } from 'node:path';

/** Where a site keeps what; everything lies under one folder of mode 0700 that nobody else reads. */
export interface SitePaths {
  readonly dir: string;
  /** The configuration. Its presence says that the site is enrolled. */
  readonly config: string;
  /** What the operator allows. */
  readonly policy: string;
  /** Where the site's PACS is, and which of its images are the site's. */
  readonly pacs: string;
  /** What was fetched from the PACS; `images` in it is a data folder. */
  readonly pacsCache: string;
  /** Which studies the operator approved; the operator's commands write it. */
  readonly consent: string;
  /** Which command writes the approvals. */
  readonly consentLock: string;
  /** Runs that the coordinator told the site of; the agent writes it, for the operator's commands. */
  readonly offeredRuns: string;
  /** Ed25519 secret key, 128 hexadecimal digits, mode 0600. */
  readonly identity: string;
  /** The newest roster that the root has signed, as far as this site knows. */
  readonly roster: string;
  /** The newest head of the coordinator's log that was checked. */
  readonly logHead: string;
  /** What the coordinator's log was convicted of; there is none as long as all is well. */
  readonly logEvidence: string;
  /** Sums of what other sites shared of their data checks, by study. */
  readonly consortiumStatistics: string;
  /** Updates whose entry in the log is not checked yet. */
  readonly contributions: string;
  /** Which process runs on this folder. */
  readonly lock: string;
  /** What was sent, one JSON object a line. */
  readonly ledger: string;
  /** What the images were used for under differential privacy. */
  readonly privacyAccount: string;
  /** What was promised in secure aggregation. */
  readonly attempts: string;
  /** Models by their SHA-256. */
  readonly models: string;
  /** Updates that are not counted yet, RUN/ROUND-ATTEMPT/. */
  readonly work: string;
  /** Compiled steps, so that a start need not compile again; it may be removed at any time. */
  readonly graphs: string;
  /** What the agent had to say that names files, where no person sat at its terminal. */
  readonly localWords: string;
  /** What keys of patients are made with, 64 hexadecimal digits, mode 0600. */
  readonly patientSalt: string;
  /** Per-image figures and overlays, RUN/round-N/. Nothing of it ever leaves by itself. */
  readonly results: string;
}

export function sitePaths(dir: string): SitePaths {
  return {
    dir,
    config: join(dir, 'site.json'),
    policy: join(dir, 'policy.yaml'),
    pacs: join(dir, 'pacs.yaml'),
    pacsCache: join(dir, 'pacs'),
    consent: join(dir, 'consent.json'),
    consentLock: join(dir, 'consent.lock'),
    offeredRuns: join(dir, 'offered-runs.json'),
    identity: join(dir, 'identity.key'),
    roster: join(dir, 'roster'),
    logHead: join(dir, 'log-head.json'),
    logEvidence: join(dir, 'log-evidence.json'),
    consortiumStatistics: join(dir, 'consortium-statistics.json'),
    contributions: join(dir, 'contributions.json'),
    lock: join(dir, 'agent.lock'),
    ledger: join(dir, 'ledger.jsonl'),
    privacyAccount: join(dir, 'privacy.json'),
    attempts: join(dir, 'attempts.json'),
    models: join(dir, 'models'),
    work: join(dir, 'work'),
    graphs: join(dir, 'graphs'),
    localWords: join(dir, 'local-words.txt'),
    patientSalt: join(dir, 'patient-salt.key'),
    results: join(dir, 'results'),
  };
}

/** Folder of one evaluated round. @param runId - a plain name: libs/wire lets nothing else in. */
export function resultsDir(paths: SitePaths, runId: string, round: number): string {
  return join(paths.results, runId, `round-${round}`);
}
