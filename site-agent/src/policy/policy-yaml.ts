import { isMap } from 'yaml';
import { SiteError } from '../errors.js';
import { parseSettings, settingsDocument } from '../yaml/settings-yaml.js';
import { policySchema, type SitePolicy } from './site-policy.js';

/**
 * Reads the text of a `policy.yaml`: YAML 1.2, nothing but the known keys.
 * @param source - where it comes from, for the message.
 * @throws SiteError `bad-policy` that names every problem at once, each with its line.
 */
export function parsePolicy(text: string, source: string): SitePolicy {
  return parseSettings(text, policySchema, (problems) => badPolicy(source, problems));
}

/**
 * Puts a value in the place of another, and leaves everything else of the text, comments too, as it is.
 * @param path - of the key, such as `['bandwidth', 'upBytesPerSecond']`.
 * @param value - in YAML.
 * @throws SiteError `bad-policy` if the text was not sound, or is not with the new value.
 */
export function withPolicyValue(text: string, path: readonly string[], value: string): string {
  parsePolicy(text, 'policy.yaml');
  const given = settingsDocument(value);
  if (given.document.errors.length > 0) throw badPolicy(`the value ${value}`, ['it is not YAML']);
  const { document } = settingsDocument(text);
  const at = document.getIn(path.slice(0, -1), true);
  const holder = path.length > 1 && !isMap(at) ? path.slice(0, -1) : null;
  if (holder !== null) document.setIn(holder, document.createNode({}));
  document.setIn(path, given.document.contents);
  const changed = document.toString({ lineWidth: 0 });
  parsePolicy(changed, `policy.yaml with ${path.join('.')}: ${value}`);
  return changed;
}

function badPolicy(source: string, problems: readonly string[]): SiteError {
  return new SiteError('bad-policy', `${source} is not sound: ${problems.join('; ')}`);
}
