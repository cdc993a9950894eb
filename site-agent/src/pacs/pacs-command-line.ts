import { SiteError } from '../errors.js';

/** How a PACS is spoken to; the words of `--via`. */
export const PROTOCOLS = ['dicomweb', 'dimse'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** What an operator can do with the site's PACS. */
export type PacsCommand =
  | {
      readonly kind: 'echo' | 'find';
      readonly dir: string;
      /** Null: DICOMweb if the settings have it. */
      readonly via: Protocol | null;
      readonly isJson: boolean;
    }
  | {
      readonly kind: 'fetch';
      readonly dir: string;
      readonly via: Protocol | null;
      /** Whether the site trains on what was fetched from its next start on. */
      readonly isUsed: boolean;
      readonly isJson: boolean;
    }
  | {
      readonly kind: 'store';
      readonly dir: string;
      readonly via: Protocol | null;
      readonly files: readonly string[];
      /** The URL or AE title as the operator typed it; it has to be that of the settings. */
      readonly to: string;
      readonly isJson: boolean;
    };

export interface PacsArguments {
  /** What was typed after `pacs`. */
  readonly words: readonly string[];
  readonly dir?: string | undefined;
  readonly via?: string | undefined;
  readonly to?: string | undefined;
  readonly confirm?: boolean | undefined;
  readonly use?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** @throws SiteError `bad-usage`; `store-not-confirmed` for a store without --confirm. */
export function parsePacsCommand(typed: PacsArguments): PacsCommand {
  const { words, dir, via, to, confirm = false, use = false, json = false } = typed;
  const [action, ...rest] = words;
  const refuse = (why: string): never => {
    throw new SiteError('bad-usage', `${why}; --help shows how it is called`);
  };
  const site = dir === undefined || dir === '' ? refuse('--dir is missing') : dir;
  const protocol = via === undefined ? null : PROTOCOLS.find((name) => name === via);
  if (protocol === undefined) return refuse(`--via takes ${PROTOCOLS.join(' or ')}, not ${via}`);
  if (action !== 'store' && (to !== undefined || confirm)) return refuse('--to and --confirm belong to pacs store');
  if (action !== 'fetch' && use) return refuse('--use belongs to pacs fetch');
  const common = { dir: site, via: protocol, isJson: json };
  switch (action) {
    case 'echo':
    case 'find':
    case 'fetch':
      if (rest.length > 0) return refuse(`there is no argument ${rest.join(' ')} to pacs ${action}`);
      return action === 'fetch' ? { kind: action, ...common, isUsed: use } : { kind: action, ...common };
    case 'store':
      if (rest.length === 0) return refuse('pacs store needs FILE');
      if (to === undefined || to === '') return refuse('pacs store needs --to: the URL or AE title of the PACS');
      if (!confirm) {
        throw new SiteError(
          'store-not-confirmed',
          `Nothing was stored: ${rest.length} files would go to ${to}, where people see them. Add --confirm if that is meant.`,
          { fileCount: rest.length },
        );
      }
      return { kind: 'store', ...common, files: rest, to };
    default:
      return refuse(
        action === undefined
          ? 'say what to do with the PACS: echo, find, fetch or store'
          : `there is no command pacs ${action}: echo, find, fetch or store`,
      );
  }
}
