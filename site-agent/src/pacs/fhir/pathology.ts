import type { z } from 'zod';
import { SiteError } from '../../errors.js';
import type { HospitalServer } from '../hospital-server.js';
import type { FhirSettings } from '../settings.js';
import { search } from './fhir-search.js';
import {
  conditionSchema,
  imagingStudySchema,
  isSo,
  isVerified,
  referredId,
  reportSchema,
  studyUidOf,
  type Concept,
  type ImagingStudy,
} from './resources.js';

export type Pathology = 'benign' | 'malignant';
/** By Study Instance UID. */
export type PathologyByStudy = ReadonlyMap<string, Pathology>;
type Code = FhirSettings['malignant'][number];

/** How many ids one search names: addresses have limits. */
const IDS_PER_SEARCH = 50;

/** Systems of ICD-10, whose codes have those below them as a prefix: C50.4 is a C50. */
const ICD_10 = /icd-10/i;

/**
 * Which imaging studies are of benign or malignant findings, by their Study Instance UID: those whose report concludes it,
 * those that were made for that reason, and those of patients with that condition. Where both are said of a study, it is
 * malignant.
 * @throws SiteError of the FHIR server.
 */
export async function pathologyOfStudies(
  server: HospitalServer,
  { benign, malignant }: Pick<FhirSettings, 'benign' | 'malignant'>,
  signal: AbortSignal,
): Promise<PathologyByStudy> {
  const found = new Map<string, Pathology>();
  for (const [pathology, codes] of [
    ['benign', benign],
    ['malignant', malignant],
  ] as const) {
    for (const code of codes) {
      for (const study of await studiesOf(server, code, signal)) {
        const uid = isSo(study.status) ? studyUidOf(study) : null;
        if (uid !== null) found.set(uid, pathology);
      }
    }
  }
  return found;
}

async function studiesOf(server: HospitalServer, code: Code, signal: AbortSignal): Promise<readonly ImagingStudy[]> {
  const reports = sound(reportSchema, await byCode(server, 'DiagnosticReport', 'conclusion', code, signal));
  const concluded = reports
    .filter(({ status, conclusionCode }) => isSo(status) && conclusionCode.some((each) => hasCode(each, code)))
    .flatMap(({ imagingStudy }) => imagingStudy.map(({ reference }) => referredId(reference, 'ImagingStudy')));
  const conditions = sound(conditionSchema, await byCode(server, 'Condition', 'code', code, signal));
  const patients = conditions
    .filter(
      (condition) =>
        isVerified(condition.verificationStatus) && condition.code !== undefined && hasCode(condition.code, code),
    )
    .map(({ subject }) => referredId(subject.reference, 'Patient'));
  const reasoned = sound(imagingStudySchema, await byCode(server, 'ImagingStudy', 'reason', code, signal));
  return [
    ...(await byIds(server, '_id', concluded, signal)),
    ...(await byIds(server, 'patient', patients, signal)),
    ...reasoned.filter(({ reasonCode }) => reasonCode.some((each) => hasCode(each, code))),
  ];
}

/** Asks for a code and all below it; a server that does not know that (R4, modifier `below`) is asked for the code alone. */
async function byCode(
  server: HospitalServer,
  type: string,
  key: string,
  { system, code }: Code,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const token = `${system}|${code}`;
  const found =
    (await search(server, type, [[`${key}:below`, token]], signal)) ??
    (await search(server, type, [[key, token]], signal));
  if (found !== null) return found;
  throw new SiteError(
    'server-refused',
    `${server.name} does not know how to search ${type} by ${key}: ask its administrators.`,
  );
}

async function byIds(
  server: HospitalServer,
  key: '_id' | 'patient',
  ids: readonly (string | null)[],
  signal: AbortSignal,
): Promise<readonly ImagingStudy[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const found: ImagingStudy[] = [];
  for (let at = 0; at < wanted.length; at += IDS_PER_SEARCH) {
    const some = wanted.slice(at, at + IDS_PER_SEARCH).join(',');
    found.push(...sound(imagingStudySchema, (await search(server, 'ImagingStudy', [[key, some]], signal)) ?? []));
  }
  return found;
}

/** Resources of the type that was asked for; a search may bring others along, as an OperationOutcome. */
function sound<Schema extends z.ZodType>(schema: Schema, resources: readonly unknown[]): z.infer<Schema>[] {
  return resources.flatMap((resource) => {
    const parsed = schema.safeParse(resource);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What a server does with a search that it does not know is its own choice, so that its codes are compared here again. */
function hasCode({ coding }: Concept, { system, code }: Code): boolean {
  return coding.some(
    (each) =>
      each.system === system && (each.code === code || (ICD_10.test(system) && each.code?.startsWith(code) === true)),
  );
}
