import { SITE_ERRORS, SiteError, type SiteErrorCode } from '../errors.js';

export type ServerFaultCode = Extract<
  SiteErrorCode,
  | 'server-unreachable'
  | 'server-wants-credentials'
  | 'server-refuses-credentials'
  | 'server-untrusted-certificate'
  | 'server-refused'
  | 'bad-server-answer'
>;

/** Of OpenSSL and Node: the certificate is somebody's whom we do not trust, or not right here and now. */
const CERTIFICATE_REASONS = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** A fault of one of the hospital's own servers: what was found, and what to do next. @param server - as people know it. */
export function serverFault(code: ServerFaultCode, server: string, found: string, cause?: unknown): SiteError {
  return new SiteError(code, `${server} ${found}. ${SITE_ERRORS[code].next}`, {}, cause);
}

/** Says what a connection that failed or broke off means. @param cause - of Node. */
export function connectionFault(server: string, cause: unknown): SiteError {
  if (cause instanceof SiteError) return cause;
  const { code = 'no reason given', message = '' } = (cause as NodeJS.ErrnoException | null) ?? {};
  if (CERTIFICATE_REASONS.includes(code)) {
    return serverFault(
      'server-untrusted-certificate',
      server,
      `shows a certificate that is not believed (${code})`,
      cause,
    );
  }
  const reason =
    code.startsWith('ERR_SSL') || /ssl|tls/i.test(message) ? `it does not speak TLS as it should, ${code}` : code;
  return serverFault('server-unreachable', server, `cannot be reached, or the connection broke off (${reason})`, cause);
}

/** Says what a status that is not a success means. */
export function statusFault(server: string, status: number, hadCredentials: boolean): SiteError {
  if (status === 401 || status === 403) {
    return hadCredentials
      ? serverFault(
          'server-refuses-credentials',
          server,
          `does not take the credentials that it was given (HTTP ${status})`,
        )
      : serverFault('server-wants-credentials', server, `asks for credentials, and none are set (HTTP ${status})`);
  }
  return serverFault('server-refused', server, `does not do what it was asked (HTTP ${status})`);
}
