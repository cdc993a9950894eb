import type { Enrolment } from './enrol.js';

/** What a person does after enrolling, in words. */
export function enrolmentText({ siteName, fingerprint, rootFingerprint }: Enrolment, dir: string): string[] {
  return [
    `This machine has asked to be site ${siteName}. The consortium's administrator approves it, by telephone:`,
    `  read aloud, the fingerprint of this site's key:       ${fingerprint}`,
    `  compare, the fingerprint of the consortium's root:    ${rootFingerprint}`,
    'Start the agent now or later; it waits until it is approved:',
    `  mammofed site start --dir ${dir}`,
  ];
}
