import { SiteError } from '../errors.js';

/** What an operator can do about the site's policy and consent. */
export type PolicyCommand =
  | { readonly kind: 'show'; readonly dir: string; readonly isJson: boolean }
  /** `file` null: the site's own. */
  | { readonly kind: 'check'; readonly dir: string | null; readonly file: string | null }
  | { readonly kind: 'set'; readonly dir: string; readonly path: readonly string[]; readonly value: string }
  | { readonly kind: 'studies'; readonly dir: string; readonly isJson: boolean }
  | {
      readonly kind: 'approve';
      readonly dir: string;
      readonly study: string;
      /** Null: whatever waits of the study. */
      readonly runId: string | null;
      readonly waitMs: number;
    }
  | { readonly kind: 'revoke'; readonly dir: string; readonly study: string };

export interface PolicyArguments {
  /** What was typed after `policy`. */
  readonly words: readonly string[];
  readonly dir?: string | undefined;
  readonly run?: string | undefined;
  readonly wait?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Longest time that a command waits for a run to be offered. */
const MAX_WAIT_SECONDS = 3600;

/** @throws SiteError `bad-usage`. */
export function parsePolicyCommand({ words, dir, run, wait, json = false }: PolicyArguments): PolicyCommand {
  const [action, ...rest] = words;
  const refuse = (why: string): never => {
    throw new SiteError('bad-usage', `${why}; --help shows how it is called`);
  };
  const site = (): string => (dir === undefined || dir === '' ? refuse('--dir is missing') : dir);
  const taking = (...names: string[]): string[] => {
    if (rest.length > names.length)
      refuse(`there is no argument ${rest.slice(names.length).join(' ')} to policy ${action}`);
    const missing = names[rest.length];
    return missing === undefined ? rest : refuse(`policy ${action} needs ${missing}`);
  };
  if (action !== 'approve' && (run !== undefined || wait !== undefined))
    refuse('--run and --wait belong to policy approve');
  if (json && action !== 'show' && action !== 'studies') refuse(`policy ${action ?? ''} takes no --json`);
  switch (action) {
    case 'show':
    case 'studies':
      taking();
      return { kind: action, dir: site(), isJson: json };
    case 'check': {
      const [file = null] = rest.length === 0 ? [] : taking('FILE');
      return { kind: 'check', dir: file === null ? site() : (dir ?? null), file };
    }
    case 'set': {
      const [key, value] = taking('KEY', 'VALUE') as [string, string];
      return { kind: 'set', dir: site(), path: key.split('.'), value };
    }
    case 'approve': {
      const [study] = taking('STUDY') as [string];
      const seconds = wait === undefined ? 0 : Number(wait);
      if (!/^\d{1,4}$/.test(wait ?? '0') || seconds > MAX_WAIT_SECONDS)
        refuse(`--wait must be a number of seconds up to ${MAX_WAIT_SECONDS}, not ${wait}`);
      return { kind: 'approve', dir: site(), study, runId: run ?? null, waitMs: seconds * 1000 };
    }
    case 'revoke': {
      const [study] = taking('STUDY') as [string];
      return { kind: 'revoke', dir: site(), study };
    }
    default:
      return refuse(
        action === undefined
          ? 'say what to do about the policy: show, check, set, studies, approve or revoke'
          : `there is no command policy ${action}: show, check, set, studies, approve or revoke`,
      );
  }
}
