import { PrivacyError } from '../errors.js';
import { checkedRoster, type Roster, type RosterMember } from './roster.js';

/** A consortium's first roster: a coordinator and nobody else. Keys in hexadecimal. @throws PrivacyError `bad-roster`. */
export function firstRoster(parts: Pick<Roster, 'root' | 'coordinator' | 'validFromMs' | 'validUntilMs'>): Roster {
  return checkedRoster({ ...parts, version: 1, sites: [], revoked: [], modelSigners: [] });
}

/** @throws PrivacyError `bad-roster` for a name or key that is taken, or a key that was revoked. */
export function withSite(roster: Roster, site: RosterMember): Roster {
  return next(roster, { sites: [...roster.sites, site] });
}

/** Revokes a site; its name may be given again, its key never. @throws PrivacyError `site-not-in-roster`. */
export function withoutSite(roster: Roster, name: string, nowMs: number): Roster {
  const site = roster.sites.find((candidate) => candidate.name === name);
  if (site === undefined) {
    throw new PrivacyError('site-not-in-roster', `the roster lists no site ${name}: see mammofed consortium roster`);
  }
  const sites = roster.sites.filter((candidate) => candidate !== site);
  return next(roster, { sites, revoked: [...roster.revoked, { ...site, revokedAtMs: nowMs }] });
}

/** Lets somebody sign studies. @throws PrivacyError `bad-roster` for a name or key that is taken. */
export function withSigner(roster: Roster, signer: RosterMember): Roster {
  return next(roster, { modelSigners: [...roster.modelSigners, signer] });
}

/** Takes somebody off the model signers: what they signed counts no longer. @throws PrivacyError `signer-not-in-roster`. */
export function withoutSigner(roster: Roster, name: string): Roster {
  const modelSigners = roster.modelSigners.filter((signer) => signer.name !== name);
  if (modelSigners.length === roster.modelSigners.length) {
    throw new PrivacyError(
      'signer-not-in-roster',
      `the roster lists no model signer ${name}: see mammofed consortium signer list`,
    );
  }
  return next(roster, { modelSigners });
}

/** @throws PrivacyError `bad-roster` for an end before the beginning. */
export function renewed(roster: Roster, validUntilMs: number): Roster {
  return next(roster, { validUntilMs });
}

function next(roster: Roster, changes: Partial<Roster>): Roster {
  return checkedRoster({ ...roster, ...changes, version: roster.version + 1 });
}
