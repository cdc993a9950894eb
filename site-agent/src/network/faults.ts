import type { ErrorContext } from '@mammofed/core';
import { SITE_ERRORS, SiteError, type SiteErrorCode } from '../errors.js';

/** Faults of the network between this site and its coordinator, each with what to do about it. */
export type NetworkFaultCode = Extract<
  SiteErrorCode,
  | 'unreachable'
  | 'dns-failed'
  | 'port-closed'
  | 'no-answer'
  | 'proxy-unreachable'
  | 'proxy-wants-password'
  | 'proxy-refuses-password'
  | 'proxy-refuses-host'
  | 'proxy-gets-no-answer'
  | 'untrusted-certificate'
  | 'wrong-certificate'
  | 'tls-failed'
  | 'not-a-coordinator'
>;

/**
 * Whether the fault may be gone a moment later without anybody doing something, as when the coordinator starts. An agent
 * that runs tries again after every fault; a person who enrols is told at once of those that stay.
 */
const MAY_PASS: Readonly<Record<NetworkFaultCode, boolean>> = {
  unreachable: true,
  'dns-failed': false,
  'port-closed': true,
  'no-answer': true,
  'proxy-unreachable': false,
  'proxy-wants-password': false,
  'proxy-refuses-password': false,
  'proxy-refuses-host': false,
  'proxy-gets-no-answer': true,
  'untrusted-certificate': false,
  'wrong-certificate': false,
  'tls-failed': false,
  'not-a-coordinator': false,
};

/** A fault whose message is made of what was found and what to do next. Names no password and no path. */
export class NetworkFault extends SiteError {
  readonly next: string;

  /** @param next - what to do; of the catalogue unless there is something more to the point. */
  constructor(
    code: NetworkFaultCode,
    readonly found: string,
    { next = SITE_ERRORS[code].next, context = {}, cause }: { next?: string; context?: ErrorContext; cause?: unknown },
  ) {
    super(code, `${found}. ${next}`, context, cause);
    this.next = next;
  }
}

/** Whether an error is a fault of the network that may pass by itself. */
export function mayPass(error: unknown): boolean {
  return error instanceof SiteError && Object.entries(MAY_PASS).some(([code, may]) => code === error.code && may);
}

/** A host that is connected to, for messages. */
export interface Peer {
  /** Whether it is the proxy on the way: its administrator is another one than the coordinator's. */
  readonly isProxy: boolean;
  readonly host: string;
  readonly port: number;
}

/** Says what a failed connection to a host means. @param cause - of Node. */
export function connectFault({ isProxy, host, port }: Peer, cause: unknown): NetworkFault {
  const systemCode = (cause as NodeJS.ErrnoException | null)?.code ?? 'no reason given';
  const { code, what } = connectProblem(systemCode, host, port);
  return isProxy
    ? new NetworkFault('proxy-unreachable', `the proxy cannot be used: ${what}`, { context: { reason: code }, cause })
    : new NetworkFault(code, `no connection to the coordinator: ${what}`, { cause });
}

function connectProblem(systemCode: string, host: string, port: number): { code: NetworkFaultCode; what: string } {
  switch (systemCode) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return { code: 'dns-failed', what: `DNS does not know the name ${host} (${systemCode})` };
    case 'ECONNREFUSED':
      return { code: 'port-closed', what: `${host} refuses connections to port ${port}` };
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { code: 'no-answer', what: `${host} does not answer at port ${port} (${systemCode})` };
    default:
      return { code: 'unreachable', what: `the connection to ${host}, port ${port}, failed (${systemCode})` };
  }
}

/** What a proxy answered instead of opening the way. */
export interface ProxyRefusal {
  /** As it is shown to people. */
  readonly proxy: string;
  /** HOST:PORT of the coordinator. */
  readonly target: string;
  readonly status: number;
  /** Whether a user and password were sent. */
  readonly isAuthorized: boolean;
  /** Ways to say who one is that the proxy takes: the first words of its Proxy-Authenticate. */
  readonly schemes: readonly string[];
}

/** Says what it means that a proxy did not open the way. */
export function proxyFault({ proxy, target, status, isAuthorized, schemes }: ProxyRefusal): NetworkFault {
  const context = { status };
  if (status === 407) {
    const takesBasic = schemes.length === 0 || schemes.some((scheme) => scheme.toLowerCase() === 'basic');
    const only = takesBasic ? '' : `; it takes ${schemes.join(', ')} only, and this agent speaks Basic`;
    return isAuthorized
      ? new NetworkFault(
          'proxy-refuses-password',
          `the proxy ${proxy} does not take the user and password that it was given${only}`,
          { context },
        )
      : new NetworkFault('proxy-wants-password', `the proxy ${proxy} asks for a user and password${only}`, { context });
  }
  if (status >= 500) {
    const found = `the proxy ${proxy} itself gets no answer from ${target} (HTTP ${status})`;
    return new NetworkFault('proxy-gets-no-answer', found, { context });
  }
  return new NetworkFault('proxy-refuses-host', `the proxy ${proxy} refuses to connect to ${target} (HTTP ${status})`, {
    next: `Ask its administrators to allow CONNECT to ${target}.`,
    context,
  });
}

/** What TLS showed. */
export interface Certificate {
  readonly host: string;
  /** Of OpenSSL or Node: why it is not believed. */
  readonly reason: string;
  /** For a person. */
  readonly issuer: string;
}

/** Errors of OpenSSL and Node for a certificate that is somebody's whom we trust, and is not right here and now. */
const NOT_HERE_AND_NOW = ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** Says what it means that a certificate was not believed. */
export function certificateFault({ host, reason, issuer }: Certificate): NetworkFault {
  const context = { reason, issuer };
  return NOT_HERE_AND_NOW.includes(reason)
    ? new NetworkFault(
        'wrong-certificate',
        `the certificate that is shown for ${host}, signed by ${issuer}, does not hold for it now (${reason})`,
        { context },
      )
    : new NetworkFault(
        'untrusted-certificate',
        `the certificate that is shown for ${host} is signed by ${issuer}, whom this machine does not trust (${reason}): a proxy that inspects TLS, or the consortium's own authority`,
        { next: `Get the certificate of ${issuer} from whoever runs it; ${NAME_IT}.`, context },
      );
}

const NAME_IT = 'name its file in network.caFile of site.json, or with --ca-file';
