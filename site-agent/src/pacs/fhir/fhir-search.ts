import type { HospitalServer } from '../hospital-server.js';
import { serverFault } from '../server-faults.js';
import { bundleSchema } from './resources.js';

const FHIR_JSON = 'application/fhir+json';
const PAGE_SIZE = 200;
/** More pages than this in answer to one question are a search that nobody meant, or pages that lead in a circle. */
const MAX_PAGES = 5000;

/**
 * Searches a FHIR server, page by page. Pages are where the server says (R4, section 3.1.1.3.5), on the same server only:
 * credentials go nowhere else.
 * @returns every resource of every page, whatever its type; null where the server does not know the search (400).
 * @throws SiteError of a ServerFaultCode; `bad-server-answer` for a page that is elsewhere or was there before.
 */
export async function search(
  server: HospitalServer,
  type: string,
  keys: readonly (readonly [string, string])[],
  signal: AbortSignal,
): Promise<readonly unknown[] | null> {
  const query = new URLSearchParams([
    ...keys.map(([name, value]): [string, string] => [name, value]),
    ['_count', String(PAGE_SIZE)],
  ]);
  const found: unknown[] = [];
  const seen = new Set<string>();
  let at: URL | null = server.address(`/${type}?${query.toString()}`);
  while (at !== null) {
    if (seen.has(at.href) || seen.size >= MAX_PAGES) {
      throw serverFault('bad-server-answer', server.name, 'leads from page to page without an end');
    }
    seen.add(at.href);
    const { status, value } = await server.json({ at, accept: FHIR_JSON, signal, statuses: [400] });
    if (status === 400) return null;
    const bundle = bundleSchema.safeParse(value);
    if (!bundle.success)
      throw serverFault('bad-server-answer', server.name, 'answers to a search with something that is not a Bundle');
    found.push(...bundle.data.entry.map(({ resource }) => resource));
    const next: string | undefined = bundle.data.link.find(({ relation }) => relation === 'next')?.url;
    if (next !== undefined && !URL.canParse(next, at.href))
      throw serverFault('bad-server-answer', server.name, 'names a page without an address');
    at = next === undefined ? null : new URL(next, at);
  }
  return found;
}
