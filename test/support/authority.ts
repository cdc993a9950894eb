import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A certificate with its key: paths of PEM files. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'];

/** An authority of a hospital's or a consortium's own, made with OpenSSL. @param dir - where its files go. */
export async function makeAuthority(dir: string, name: string, commonName: string): Promise<Certified> {
  const made = { certificate: join(dir, `${name}.pem`), key: join(dir, `${name}.key`) };
  const use = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
  const files = ['-keyout', made.key, '-out', made.certificate];
  await run('openssl', ['req', '-x509', ...NEW_KEY, '-subj', `/CN=${commonName}`, ...use, ...files]);
  return made;
}

/** A certificate for a server with this name, by an authority. */
export async function certify(dir: string, host: string, authority: Certified): Promise<Certified> {
  const made = { certificate: join(dir, `${host}.pem`), key: join(dir, `${host}.key`) };
  const request = join(dir, `${host}.csr`);
  const names = join(dir, `${host}.names`);
  await writeFile(names, `subjectAltName=DNS:${host}\n`);
  await run('openssl', ['req', ...NEW_KEY, '-subj', `/CN=${host}`, '-keyout', made.key, '-out', request]);
  const signer = ['-CA', authority.certificate, '-CAkey', authority.key, '-CAcreateserial', '-days', '30'];
  await run('openssl', ['x509', '-req', '-in', request, ...signer, '-extfile', names, '-out', made.certificate]);
  return made;
}
