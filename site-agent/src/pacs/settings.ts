import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { z } from 'zod';
import { SiteError } from '../errors.js';
import { parseSettings } from '../yaml/settings-yaml.js';

const GIBIBYTE = 1024 ** 3;

const path = z.string().min(1).max(4096);

/** PS3.5, section 6.2, value representation AE: at most 16 characters, no backslash, no blanks around it. */
const aeTitle = z.string().regex(/^[!-[\]-~](?:[ -[\]-~]{0,14}[!-[\]-~])?$/, 'must be an AE title: 1 to 16 characters');

/** PS3.5, value representation CS: what modalities, views and sides are written in. */
const codeString = z.string().regex(/^[A-Z0-9_ ]{1,16}$/, 'must be a word of capitals such as MG');

const day = z.iso.date('must be a day such as "2021-03-31", in quotation marks');

const credentials = z.union(
  [z.strictObject({ user: z.string().min(1).max(255), passwordFile: path }), z.strictObject({ tokenFile: path })],
  'must be user and passwordFile, or tokenFile',
);

const serverSchema = z
  .strictObject({
    /** Where its resources begin, such as https://pacs.example.org/dicom-web. */
    url: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/[?#@]/.test(url), 'must hold neither user and password nor ? nor #'),
    /** Files, readable by their owner alone, with what the server asks for. */
    credentials: credentials.optional(),
    /** Certificates in PEM that are trusted beside the public and the system's ones. */
    caFile: path.optional(),
  })
  .refine(
    ({ url, credentials }) => credentials === undefined || url.startsWith('https:') || isLoopback(url),
    'credentials are sent over https only',
  );

const dimseSchema = z.strictObject({
  /** The PACS: host, port and its AE title. */
  host: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a name or an address'),
  port: z.int().min(1).max(65535),
  aeTitle,
  /** This site, as the PACS knows it. */
  ownAeTitle: aeTitle,
  /** Where this site takes what it asked for (C-MOVE), as the PACS knows it; listens only while it fetches. */
  receiver: z.strictObject({
    host: z.string().refine((host) => isIP(host) !== 0, 'must be an address of this machine, or 0.0.0.0'),
    port: z.int().min(1).max(65535),
  }),
  /** Given: both ways go over TLS. */
  tls: z
    .strictObject({
      /** Whom this site believes. */
      caFile: path.optional(),
      /** What this site shows: to the PACS, and to whoever connects to its receiver. */
      certificateFile: path,
      keyFile: path,
    })
    .optional(),
});

const code = z.strictObject({
  /** Coding scheme of DICOM such as SCT, SRT, LN or a local one; left out: any. */
  scheme: z.string().min(1).max(16).optional(),
  value: z.string().min(1).max(16),
});

const cohortSchema = z.strictObject({
  /** First and last day of the study, both in it. */
  studyDates: z
    .strictObject({ from: day.optional(), to: day.optional() })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'must end after they begin')
    .default({}),
  modalities: z.array(codeString).min(1).max(20).default(['MG']),
  /** DICOM's View Position: CC, MLO, …; null: any. */
  views: z.array(codeString).min(1).max(50).nullable().default(null),
  laterality: z
    .array(z.enum(['L', 'R', 'B']))
    .min(1)
    .nullable()
    .default(null),
  /** One of them is the study's procedure; null: any. */
  procedureCodes: z.array(code).min(1).max(100).nullable().default(null),
  /** Words that the description of the study or of the series has in it, capitals or not; null: any. */
  description: z.string().min(1).max(64).nullable().default(null),
});

const fhirCode = z.strictObject({
  system: z.url(),
  /** A code; for ICD-10 all below it count too: C50 is C50.4 as well. */
  code: z.string().regex(/^[A-Za-z0-9.]{1,32}$/),
});

const settingsSchema = z
  .strictObject({
    dicomweb: serverSchema.optional(),
    dimse: dimseSchema.optional(),
    cohort: cohortSchema.default(cohortSchema.parse({})),
    cache: z
      .strictObject({
        quotaBytes: z
          .int()
          .min(1)
          .default(100 * GIBIBYTE),
      })
      .default({ quotaBytes: 100 * GIBIBYTE }),
    /** Given: where pathology comes from. */
    fhir: serverSchema
      .safeExtend({
        /** Whether the cohort is only what the FHIR server knows a pathology of. */
        isRequired: z.boolean().default(false),
        malignant: z.array(fhirCode).min(1).max(200),
        benign: z.array(fhirCode).max(200).default([]),
      })
      .optional(),
  })
  .refine(({ dicomweb, dimse }) => (dicomweb ?? dimse) !== undefined, 'name the PACS: dicomweb, dimse or both');

/** The content of `pacs.yaml`. */
export type PacsSettings = Readonly<z.infer<typeof settingsSchema>>;
export type ServerSettings = Readonly<z.infer<typeof serverSchema>>;
export type DimseSettings = Readonly<z.infer<typeof dimseSchema>>;
export type CohortSettings = Readonly<z.infer<typeof cohortSchema>>;
export type FhirSettings = NonNullable<PacsSettings['fhir']>;

/**
 * Reads the text of a `pacs.yaml`: YAML 1.2 or JSON, nothing but the known keys.
 * @param source - where it comes from, for the message.
 * @throws SiteError `bad-pacs-settings` that names every problem at once, each with its line.
 */
export function parsePacsSettings(text: string, source: string): PacsSettings {
  return parseSettings(
    text,
    settingsSchema,
    (problems) => new SiteError('bad-pacs-settings', `${source} is not sound: ${problems.join('; ')}`),
  );
}

/** Reads a site's `pacs.yaml`. @throws SiteError `bad-pacs-settings`. */
export async function readPacsSettings(file: string): Promise<PacsSettings> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new SiteError(
      'bad-pacs-settings',
      `${file} cannot be read (${reason}): write where the site's PACS is and what is wanted of it, as docs/pacs.md shows`,
      {},
      error,
    );
  });
  return parsePacsSettings(text, file);
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
