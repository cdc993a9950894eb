import { fingerprint, treeHeadJson, type Lineage } from '@mammofed/privacy';
import { printable } from '../screen.js';

/** What `model verify --json` prints. */
export function lineageJson({ model, head, roster, runs, rounds }: Lineage): object {
  return {
    isVerified: true,
    model,
    consortium: roster.root,
    coordinator: roster.coordinator,
    rosterVersion: roster.version,
    logHead: treeHeadJson(head),
    runs,
    rounds,
  };
}

/** The lineage in words, oldest first. */
export function lineageText({ model, head, roster, runs, rounds }: Lineage): string[] {
  const lines = [
    `VERIFIED: model ${model}`,
    `  consortium  ${printOf(roster.root)} (roster ${roster.version})`,
    `  coordinator ${printOf(roster.coordinator)}`,
    `  log         ${head.size} entries on ${time(head.atMs)}, root ${Buffer.from(head.root).toString('hex')}`,
  ];
  if (rounds.length === 0) lines.push('It is an initial model: no site has trained it.');
  for (const { run, initialModel, configSha256, config } of runs) {
    lines.push(
      '',
      `run ${run}: study ${printable(String(config['study']))}, mode ${printable(String(config['mode']))}`,
    );
    lines.push(`  begins with ${initialModel}`, `  configuration ${configSha256}`);
    for (const round of rounds.filter((one) => one.run === run)) {
      const { cohort, contributors, confirmedBy } = round;
      lines.push(`  round ${round.round} on ${time(round.committedAtMs)}: ${round.model}`);
      const left = cohort.filter((name) => !contributors.includes(name));
      const without = left.length === 0 ? '' : ` (asked and not in it: ${left.join(', ')})`;
      lines.push(`    updates of ${contributors.join(', ')}${without}`);
      if (confirmedBy !== null) lines.push(`    confirmed by ${confirmedBy.join(', ')}`);
    }
  }
  return lines;
}

function printOf(key: string): string {
  return fingerprint(new Uint8Array(Buffer.from(key, 'hex')));
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
