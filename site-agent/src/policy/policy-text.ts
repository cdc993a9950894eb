import { stringify } from 'yaml';
import { DEFAULT_POLICY, type SitePolicy } from './site-policy.js';

/** What each key says, as comments of a new file. */
const ABOUT: Readonly<Record<keyof SitePolicy, string>> = {
  modes:
    'What may hide the update of this site from the coordinator: secure (it learns the sum alone), sealed (it opens it).',
  minCohort: 'A run whose rounds commit with fewer sites is refused. In secure mode it is never less than 3.',
  minThreshold: 'In secure mode: refuses a cohort that fewer sites than this could unmask.',
  maxEpochs: 'Most passes over the images that a run may ask for in a round.',
  hours:
    'When training may go on; null: always. For example\n  {timeZone: Europe/Berlin, windows: [{days: [mon, tue, wed, thu, fri], from: "19:00", to: "06:00"}]}',
  bandwidth: 'Most bytes a second, on average, that models and updates take of the line; null: no cap.',
  modelSigners:
    'Names or keys of those of the model signers in the roster whose studies count here; null: all of them.',
  privacyBudget:
    'How much all runs together may learn of one patient, e.g. {epsilon: 8, delta: 0.00001}; null: no limit. With one, runs without privacy for patients are refused.',
  sitePrivacyBudget:
    'The same of the site as a whole; with one, runs without privacy for sites are refused. null: no limit.',
  minCellSize: 'Figures of fewer images than this do not leave the site.',
  shareExtremes: 'Whether the smallest and largest figure of a set leave the site; each is of a single image.',
  shareTrainingStats:
    'Whether example counts, losses, exact steps, and figures by size, density and pathology with their counts leave the site.',
};

const HEAD = `# What this site allows, whatever the coordinator asks. The agent reads it again when it changes, without a restart; if it is
# not sound then, the last sound one counts on. After an edit: mammofed site policy check --dir DIR
`;

/** A `policy.yaml` of every key, with what it means. */
export function policyFileText(policy: SitePolicy = DEFAULT_POLICY): string {
  const keys = Object.keys(ABOUT) as (keyof SitePolicy)[];
  const parts = keys.map((key) => {
    const comment = ABOUT[key].replace(/^/gm, '# ');
    return `\n${comment}\n${stringify({ [key]: policy[key] }, { lineWidth: 0 })}`;
  });
  return `${HEAD}${parts.join('')}`;
}
