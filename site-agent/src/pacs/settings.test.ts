import { describe, expect, it } from '@jest/globals';
import { parsePacsSettings } from './settings.js';

const DICOMWEB = 'dicomweb: { url: "https://pacs.example.org/dicom-web" }\n';
const DIMSE = `dimse:
  host: pacs.example.org
  port: 104
  aeTitle: MAIN PACS
  ownAeTitle: MAMMOFED
  receiver: { host: 0.0.0.0, port: 11112 }
`;

describe('pacs.yaml', () => {
  it('takes mammograms of any time unless it says otherwise', () => {
    expect(parsePacsSettings(DICOMWEB + DIMSE, 'pacs.yaml')).toMatchObject({
      cohort: {
        modalities: ['MG'],
        studyDates: {},
        views: null,
        laterality: null,
        procedureCodes: null,
        description: null,
      },
      cache: { quotaBytes: 100 * 1024 ** 3 },
    });
  });

  it.each([
    ['names no PACS', 'cohort: { modalities: [MG] }', /name the PACS/],
    ['has an unknown key', `${DICOMWEB}cohort: { modality: MG }`, /line 2: there is no key cohort\.modality/],
    ['has a password in the address', 'dicomweb: { url: "https://a:b@pacs.example.org" }', /neither user and password/],
    [
      'would send a password over http',
      'dicomweb: { url: "http://pacs.example.org", credentials: { tokenFile: t } }',
      /over https only/,
    ],
    ['has a password itself', `${DICOMWEB}`.replace('}', ', credentials: { user: a, password: b } }'), /passwordFile/],
    ['has a day that is none', `${DICOMWEB}cohort: { studyDates: { from: "2021-02-30" } }`, /must be a day/],
    [
      'ends before it begins',
      `${DICOMWEB}cohort: { studyDates: { from: "2021-02-02", to: "2021-01-01" } }`,
      /end after/,
    ],
    ['has an AE title that is too long', DIMSE.replace('MAMMOFED', 'MAMMOFED-OF-NORTH'), /1 to 16 characters/],
    ['listens at a name', DIMSE.replace('0.0.0.0', 'receiver.example.org'), /must be an address of this machine/],
    ['is not YAML', 'dicomweb: [', /line 1/],
  ])('is refused where it %s', (_, text, message) => {
    expect(() => parsePacsSettings(text, 'pacs.yaml')).toThrow(message);
    expect(() => parsePacsSettings(text, 'pacs.yaml')).toThrow(expect.objectContaining({ code: 'bad-pacs-settings' }));
  });
});
