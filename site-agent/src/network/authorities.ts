import { X509Certificate } from 'node:crypto';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { SiteError } from '../errors.js';

/** Whose certificates are believed when the coordinator, or a proxy, is reached over TLS. */
export type Authorities = SecureContext;

/** Where Linux distributions keep the certificates that the machine's administrator trusts: Debian, Red Hat, SUSE. */
const SYSTEM_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
];

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Everybody who is believed: the public authorities, which Node brings along, the system's and the site's own.
 * @param caFile - of the site's settings; trusted beside the others.
 * @param read - the text of a file.
 * @param shown - given: the certificate that this end shows, and its key, in PEM.
 * @throws SiteError `bad-configuration` if `caFile` cannot be read or holds no certificate.
 */
export async function authoritiesFrom(
  caFile: string | undefined,
  read: (path: string) => Promise<string>,
  shown: { readonly cert: string; readonly key: string } | Record<string, never> = {},
): Promise<Authorities> {
  const own = caFile === undefined ? [] : await ownCertificates(caFile, read);
  const system: string[] = [];
  for (const path of SYSTEM_FILES) system.push(...certificatesIn(await read(path).catch(() => '')));
  return createSecureContext({ ca: [...rootCertificates, ...system, ...own], ...shown });
}

/** The public ones alone: who is not among them is a hospital's or a consortium's own. */
export function publicAuthorities(): Authorities {
  return createSecureContext({ ca: [...rootCertificates] });
}

async function ownCertificates(caFile: string, read: (path: string) => Promise<string>): Promise<string[]> {
  const text = await read(caFile).catch((error: unknown) => {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new SiteError(
      'bad-configuration',
      `the file of certificates ${caFile} cannot be read (${reason}): correct caFile or --ca-file`,
      {},
      error,
    );
  });
  const certificates = certificatesIn(text);
  if (certificates.length === 0 || !certificates.every(isCertificate)) {
    throw new SiteError(
      'bad-configuration',
      `${caFile} does not hold certificates in PEM (-----BEGIN CERTIFICATE-----): export the authority's certificate as Base64`,
    );
  }
  return certificates;
}

function certificatesIn(text: string): string[] {
  return [...text.matchAll(CERTIFICATE)].map(([pem]) => pem);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
