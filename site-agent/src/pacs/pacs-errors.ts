/** What can go wrong between a site and its hospital's own servers; part of SITE_ERRORS. */
export const PACS_ERRORS = {
  'bad-pacs-settings': {
    meaning: 'pacs.yaml is missing or not sound; the message names every line to mend.',
    next: 'Mend it as docs/pacs.md shows.',
  },
  'server-unreachable': {
    meaning: "One of the hospital's own servers, PACS or FHIR, cannot be reached, or the connection broke off.",
    next: 'Check that it runs and that its address in pacs.yaml is right, and call the command again: it goes on where it was.',
  },
  'server-wants-credentials': {
    meaning: "One of the hospital's own servers asks for a user and password or a token, and none are set.",
    next: 'Name them in credentials of pacs.yaml: user and passwordFile, or tokenFile.',
  },
  'server-refuses-credentials': {
    meaning: "One of the hospital's own servers does not take the credentials that it was given.",
    next: 'Correct the file that credentials of pacs.yaml names, or ask its administrators what this user may do.',
  },
  'server-untrusted-certificate': {
    meaning: "The certificate that one of the hospital's own servers shows is not believed.",
    next: "Get the certificate of the hospital's authority from its administrators and name it in caFile of pacs.yaml; check that the address has the name that the certificate has.",
  },
  'server-refused': {
    meaning: "One of the hospital's own servers does not do what it was asked.",
    next: 'Ask its administrators with the status that the message has; its log says why.',
  },
  'bad-server-answer': {
    meaning: "What one of the hospital's own servers answers is not as its standard says.",
    next: 'Check that the address in pacs.yaml is that of DICOMweb or FHIR, and ask its administrators.',
  },
  'empty-cohort': {
    meaning: 'The PACS has no image of the cohort that pacs.yaml asks for; nothing was fetched and nothing changed.',
    next: 'Look at what mammofed site pacs find counts, and correct cohort in pacs.yaml.',
  },
  'unknown-ae-title': {
    meaning: 'The PACS does not know an AE title: its own, or that of this site.',
    next: 'Correct aeTitle and ownAeTitle in dimse of pacs.yaml, or ask its administrators to enter this site.',
  },
  'unknown-move-destination': {
    meaning: 'The PACS does not know where to send what this site asks for.',
    next: "Ask its administrators to enter this site's AE title with the address and port of dimse.receiver in pacs.yaml.",
  },
  'pacs-refused': {
    meaning: 'The PACS does not do what it was asked over DIMSE.',
    next: 'Ask its administrators with the status that the message has; its log says why.',
  },
  'receiver-failed': {
    meaning: 'This site cannot listen for what the PACS sends.',
    next: 'Check host and port of dimse.receiver in pacs.yaml, and that nothing else listens there.',
  },
  'incomplete-fetch': {
    meaning: 'The PACS did not send everything that it was asked for.',
    next: 'Call the command again: what is there is not fetched again. If it comes back, look at the log of the PACS.',
  },
  'wrong-object': {
    meaning: 'The PACS sent something that is not the object it was asked for. It was not kept.',
    next: 'Ask the administrators of the PACS.',
  },
  'object-too-large': {
    meaning: 'An object of the PACS is larger than the site takes.',
    next: 'Narrow the cohort in pacs.yaml, or raise cache.quotaBytes.',
  },
  'cache-full': {
    meaning: 'The cohort does not fit into the quota of the cache.',
    next: 'Raise cache.quotaBytes in pacs.yaml, or narrow the cohort.',
  },
  'store-not-confirmed': {
    meaning: 'Objects would be stored to a PACS, and the operator did not confirm it.',
    next: 'Add --confirm if that is meant.',
  },
} as const;
