import { CoordinatorClient } from '../coordinator-client.js';
import type { Command } from '../command-line.js';
import { COORDINATOR_DIR, JSON_OPTION } from './common-options.js';

const inviteCommand: Command = {
  words: ['consortium', 'invite'],
  summary: 'makes a join code for one new site',
  details:
    'The code is all that the site needs. It works once, for this name, until it expires: give it to that site alone.',
  positionals: ['NAME'],
  options: { dir: COORDINATOR_DIR, json: JSON_OPTION },
  needed: ['dir'],
  examples: ['mammofed consortium invite north --dir ./coordinator'],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const invite = await (await CoordinatorClient.open(args.needed('dir'))).invite(name);
    if (args.isSet('json')) {
      const { code, siteName, expiresAtMs } = invite;
      screen.print(JSON.stringify({ code, siteName, expiresAtMs }));
      return 0;
    }
    // The code alone on standard output, so that a script can take it as it is.
    screen.print(invite.code);
    screen.note(`For site ${invite.siteName}, once, until ${new Date(invite.expiresAtMs).toISOString()}. There, run:`);
    screen.note(`  mammofed site enrol --dir DIR --code ${invite.code} --data DIR`);
    return 0;
  },
};

export const CONSORTIUM_COMMANDS: readonly Command[] = [inviteCommand];
