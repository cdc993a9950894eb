import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Secret } from '@mammofed/privacy';
import type { DatabaseSource } from './database/database.js';

/** A PostgreSQL server's database, of a user who may make others; absent: tests use the embedded database. */
const SERVER_URL = process.env['MAMMOFED_TEST_DATABASE_URL'] ?? null;

/** Databases that were made for folders, by folder. */
const made = new Map<string, string>();

/** @returns the URL of the server's database that belongs to a test's folder, fresh at the first call; null without a server. */
export async function testDatabaseUrl(folder: string): Promise<string | null> {
  return SERVER_URL === null ? null : databaseUrlOn(SERVER_URL, folder);
}

/** The same on a server that the test needs in any case. */
export async function databaseUrlOn(serverUrl: string, folder: string): Promise<string> {
  const known = made.get(folder);
  if (known !== undefined) return known;
  const name = `mammofed_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  made.set(folder, url.href);
  return url.href;
}

/** Where a test that needs no folder of a coordinator keeps its rows. */
export async function testDatabaseSource(folder: string): Promise<DatabaseSource> {
  const url = await testDatabaseUrl(folder);
  return url === null ? { kind: 'embedded', dir: null } : { kind: 'server', url: secretUrl(url) };
}

export function secretUrl(url: string): Secret {
  return new Secret(Buffer.from(url));
}

/** Drops what was made for a folder and for those in it. Whoever is still connected is cut off. */
export async function dropTestDatabases(folder: string): Promise<void> {
  for (const [of, url] of made) {
    if (!of.startsWith(folder)) continue;
    made.delete(of);
    const server = new URL(url);
    const name = server.pathname.slice(1);
    server.pathname = '/postgres';
    await onServer(server.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

/** Runs one statement of an administrator of the server. */
export async function onServer(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
