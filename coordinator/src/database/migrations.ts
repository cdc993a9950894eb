/**
 * Every change of the database's shape, oldest first. Append only: an entry that was released is never edited, because
 * databases in the field have already run it.
 */
export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '0001-enrolment-and-runs',
    sql: `
      CREATE TABLE invites (
        secret_sha256 text PRIMARY KEY,
        site_name text NOT NULL,
        created_at_ms bigint NOT NULL,
        expires_at_ms bigint NOT NULL,
        used_by_site_id text
      );
      CREATE TABLE sites (
        id text PRIMARY KEY,
        name text NOT NULL UNIQUE,
        site_index integer NOT NULL UNIQUE,
        public_key text NOT NULL UNIQUE,
        enrolled_at_ms bigint NOT NULL
      );
      CREATE TABLE runs (
        id text PRIMARY KEY,
        state text NOT NULL,
        note text,
        config jsonb NOT NULL,
        initial_model_sha256 text NOT NULL,
        model_sha256 text NOT NULL,
        model_bytes bigint NOT NULL,
        created_at_ms bigint NOT NULL,
        started_at_ms bigint
      );
      CREATE TABLE rounds (
        run_id text NOT NULL REFERENCES runs (id),
        round bigint NOT NULL,
        attempt bigint NOT NULL,
        state text NOT NULL,
        note text,
        base_model_sha256 text NOT NULL,
        clips jsonb,
        started_at_ms bigint NOT NULL,
        deadline_ms bigint,
        ended_at_ms bigint,
        model_sha256 text,
        next_clips jsonb,
        total_weight double precision,
        clipped_count bigint,
        PRIMARY KEY (run_id, round, attempt)
      );
      CREATE TABLE participants (
        run_id text NOT NULL,
        round bigint NOT NULL,
        attempt bigint NOT NULL,
        site_id text NOT NULL REFERENCES sites (id),
        state text NOT NULL,
        reason text,
        upload_sha256 text,
        upload_bytes bigint,
        example_count bigint,
        train_loss double precision,
        engine jsonb,
        bytes_up bigint NOT NULL DEFAULT 0,
        bytes_down bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (run_id, round, attempt, site_id),
        FOREIGN KEY (run_id, round, attempt) REFERENCES rounds (run_id, round, attempt)
      );
      CREATE TABLE evaluations (
        run_id text NOT NULL REFERENCES runs (id),
        round bigint NOT NULL,
        site_id text NOT NULL REFERENCES sites (id),
        state text NOT NULL,
        model_sha256 text NOT NULL,
        deadline_ms bigint NOT NULL,
        figures jsonb,
        engine jsonb,
        reason text,
        PRIMARY KEY (run_id, round, site_id)
      );
    `,
  },
  {
    name: '0002-facts-and-failures',
    sql: `
      CREATE TABLE facts (name text PRIMARY KEY, value text NOT NULL);
      ALTER TABLE participants ADD COLUMN failure_code text;
    `,
  },
  {
    // Sites of before have no place in a roster: each is invited again and keeps its name and index.
    name: '0003-roster',
    sql: `
      ALTER TABLE sites ADD COLUMN standing text NOT NULL DEFAULT 'out';
      ALTER TABLE sites ADD COLUMN request jsonb;
    `,
  },
  {
    name: '0004-log',
    sql: `
      CREATE TABLE log_entries (
        entry_index bigint PRIMARY KEY,
        kind text NOT NULL,
        run_id text,
        round bigint,
        attempt bigint,
        model_sha256 text,
        entry text NOT NULL,
        leaf_sha256 text NOT NULL
      );
      CREATE INDEX log_entries_of_run ON log_entries (run_id, kind, round);
      CREATE INDEX log_entries_of_model ON log_entries (model_sha256);
      CREATE TABLE rosters (version bigint PRIMARY KEY, signed text NOT NULL);
    `,
  },
  {
    name: '0005-secure-rounds',
    sql: `
      ALTER TABLE rounds ADD COLUMN phase_deadline_ms bigint;
      CREATE TABLE attempt_events (
        id bigserial PRIMARY KEY,
        run_id text NOT NULL,
        round bigint NOT NULL,
        attempt bigint NOT NULL,
        kind text NOT NULL,
        site text,
        phase text,
        content text,
        at_ms bigint NOT NULL,
        FOREIGN KEY (run_id, round, attempt) REFERENCES rounds (run_id, round, attempt)
      );
      CREATE INDEX attempt_events_of_attempt ON attempt_events (run_id, round, attempt, id);
    `,
  },
  {
    name: '0006-run-signature',
    sql: `
      ALTER TABLE runs ADD COLUMN signature jsonb;
    `,
  },
  {
    name: '0007-data-checks',
    sql: `
      CREATE TABLE data_checks (
        run_id text NOT NULL REFERENCES runs (id),
        site_id text NOT NULL REFERENCES sites (id),
        figures jsonb NOT NULL,
        reported_at_ms bigint NOT NULL,
        PRIMARY KEY (run_id, site_id)
      );
      CREATE TABLE pooled_statistics (
        study text NOT NULL,
        site_id text NOT NULL REFERENCES sites (id),
        counted jsonb NOT NULL,
        PRIMARY KEY (study, site_id)
      );
    `,
  },
];
