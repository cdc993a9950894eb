import { z } from 'zod';

/** The address of a proxy, without user and password: this file may be shown to people. */
const proxyUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !hasCredentials(url), 'must not hold a user or password: name them in user and passwordFile')
  .refine((url) => new URL(url).pathname === '/', 'must end with the port');

export const networkSchema = z.strictObject({
  /** Which proxy leads to the coordinator; null: none, whatever the environment says; absent: as the environment says. */
  proxy: z
    .strictObject({
      url: proxyUrl,
      user: z.string().min(1).max(255).optional(),
      /** File, readable by its owner alone, that holds the password. */
      passwordFile: z.string().min(1).max(4096).optional(),
    })
    .refine(
      ({ user, passwordFile }) => (user === undefined) === (passwordFile === undefined),
      'user and passwordFile belong together',
    )
    .nullable()
    .optional(),
  /** Certificates in PEM that are trusted beside the public and the system's ones. */
  caFile: z.string().min(1).max(4096).optional(),
});

/** How the site's one connection leaves the hospital, as `site.json` says it. */
export type NetworkSettings = Readonly<z.infer<typeof networkSchema>>;

/** The part of the environment that names proxies, as other programs read it; main.ts alone looks there. */
export interface ProxyEnvironment {
  readonly httpsProxy?: string | undefined;
  readonly httpProxy?: string | undefined;
  readonly noProxy?: string | undefined;
}

/**
 * @param variables - all of the environment's. Both cases are known of each name; the lower one comes first, as in curl.
 */
export function proxyEnvironment(variables: Readonly<Record<string, string | undefined>>): ProxyEnvironment {
  const read = (name: string): string | undefined =>
    [variables[name.toLowerCase()], variables[name]].find((value) => value !== undefined && value !== '');
  return { httpsProxy: read('HTTPS_PROXY'), httpProxy: read('HTTP_PROXY'), noProxy: read('NO_PROXY') };
}

function hasCredentials(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}
