import type { ErrorCatalogue } from '@mammofed/core';

const COORDINATOR_LIES =
  'Nothing more is sent in this attempt. Ask the administrator of the coordinator; if it comes back, somebody tampers with it.';
const MEMBER_LIES = 'The attempt is not used. Ask the site that the message names what it runs.';
const UPDATE_OR_ASK = 'Check that all sites and the coordinator know the same roster and run, and are of one version.';

/** What a site or the coordinator refuses in secure aggregation; the codes of {@link PrivacyError} beside the handshake's. */
export const SECURE_AGGREGATION_ERRORS = {
  'unknown-member': {
    meaning: 'A member of the cohort is not on the roster that this machine holds, or no longer.',
    next: UPDATE_OR_ASK,
  },
  'bad-member-signature': {
    meaning: 'A message does not carry the signature of the site that it is said to be from.',
    next: COORDINATOR_LIES,
  },
  'other-attempt': {
    meaning: 'A message is from another consortium, run, round or attempt.',
    next: COORDINATOR_LIES,
  },
  'other-configuration': {
    meaning: 'A member of the cohort signed another configuration of the run.',
    next: COORDINATOR_LIES,
  },
  'other-threshold': {
    meaning: 'A member of the cohort signed another threshold.',
    next: COORDINATOR_LIES,
  },
  'other-clips': {
    meaning: 'A member of the cohort signed other clips.',
    next: COORDINATOR_LIES,
  },
  'other-ring': {
    meaning: 'A member of the cohort signed another width of the ring.',
    next: COORDINATOR_LIES,
  },
  'other-base-model': {
    meaning: 'A member of the cohort was handed another base model.',
    next: COORDINATOR_LIES,
  },
  'other-roster': {
    meaning: 'A member of the cohort holds another version of the roster.',
    next: UPDATE_OR_ASK,
  },
  'other-cohort': {
    meaning: 'A message belongs to another list of advertised keys.',
    next: COORDINATOR_LIES,
  },
  'other-log': {
    meaning: "The log of a member of the cohort and this site's own are not one log.",
    next: COORDINATOR_LIES,
  },
  'equal-keys': {
    meaning: 'Two of the keys that the cohort advertised are equal.',
    next: COORDINATOR_LIES,
  },
  'unusable-key': {
    meaning: 'An advertised key is malformed, or of low order: its shared secret would be known to all.',
    next: MEMBER_LIES,
  },
  'replaced-advertisement': {
    meaning: 'What the coordinator shows as the keys of this site is not what this site sent.',
    next: COORDINATOR_LIES,
  },
  'not-a-member': {
    meaning: 'A site has no part in this phase of the attempt, in which it was asked to go on or sent a message.',
    next: 'At the site, nothing is sent; at the coordinator, the message is not used. The site takes part in a later attempt.',
  },
  'disordered-list': {
    meaning: 'A list of sites is not in the canonical order, or names a site twice.',
    next: 'Check that all sites and the coordinator are of one version.',
  },
  'cohort-too-small': {
    meaning: 'Fewer sites take part than the policy of this site asks for, or fewer than three.',
    next: 'Wait until more sites are there, or lower minCohort in the policy; three is the least.',
  },
  'cohort-too-large': {
    meaning: 'More sites take part than secure aggregation is made for.',
    next: 'Lower the largest cohort of the run.',
  },
  'threshold-too-low': {
    meaning: 'The threshold is not above two thirds of the cohort: two sums of one attempt could be unmasked.',
    next: 'Raise the threshold of the run.',
  },
  'too-little-noise': {
    meaning:
      'The cohort is smaller, or its threshold lower, than the noise of the run with privacy for sites was made for.',
    next: COORDINATOR_LIES,
  },
  'threshold-below-policy': {
    meaning: "The threshold is below the floor of this site's policy.",
    next: 'Raise the threshold of the run, or lower the floor in the policy.',
  },
  'second-cohort': {
    meaning: 'This site was shown a second list of advertised keys in one attempt.',
    next: COORDINATOR_LIES,
  },
  'stranger-among-sharers': {
    meaning: 'A site is said to have shared its secrets that did not advertise keys.',
    next: COORDINATOR_LIES,
  },
  'stranger-among-uploaders': {
    meaning: 'A site is said to have uploaded that did not share its secrets.',
    next: COORDINATOR_LIES,
  },
  'below-threshold': {
    meaning: 'Fewer sites are left than the threshold or the smallest cohort.',
    next: 'The attempt is abandoned. It is repeated with fresh keys once enough sites are there.',
  },
  'wrong-share-set': {
    meaning: 'The sealed shares are not one from each other member, or not one for each.',
    next: COORDINATOR_LIES,
  },
  'unreadable-share': {
    meaning: 'A sealed share cannot be opened: it was altered, or sealed for somebody else.',
    next: MEMBER_LIES,
  },
  'misdirected-share': {
    meaning: 'A sealed share names another sender, receiver or attempt inside.',
    next: MEMBER_LIES,
  },
  'already-masked': {
    meaning: 'This site was asked to mask its update a second time in one attempt.',
    next: COORDINATOR_LIES,
  },
  'bad-block': {
    meaning: 'A block of a vector splits a word, or goes beyond the end of the vector.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  'second-confirmation': {
    meaning: 'This site was asked to confirm a second list of uploads in one attempt.',
    next: COORDINATOR_LIES,
  },
  'too-few-confirmations': {
    meaning: 'Fewer sites than the threshold have signed the lists that this site confirmed.',
    next: COORDINATOR_LIES,
  },
  'both-shares-asked': {
    meaning: 'Both kinds of share were asked for one site: together they show its update.',
    next: COORDINATOR_LIES,
  },
  'other-lists': {
    meaning: 'A message goes by other lists of sharers and uploaders than this machine does.',
    next: COORDINATOR_LIES,
  },
  'already-unmasked': {
    meaning: 'This site was asked for its shares a second time in one attempt.',
    next: COORDINATOR_LIES,
  },
  'out-of-phase': {
    meaning: 'A message of secure aggregation came before its turn, or after it.',
    next: 'Nothing is sent. If it comes back, report it with the log.',
  },
  'second-answer': {
    meaning: 'A site answered the same question of one attempt twice, and differently.',
    next: MEMBER_LIES,
  },
  'round-already-unmasked': {
    meaning: 'This site gave its shares for another attempt of this round, or for a round on the same base model.',
    next: 'The difference of two sums would be the update of one site. Go on from another base model.',
  },
  'restarted-attempt': {
    meaning: 'This site was restarted since it joined the attempt: its secrets are gone.',
    next: 'Nothing: it counts as dropped, and takes part in the next attempt.',
  },
  'stale-attempt': {
    meaning: 'A newer attempt of this round, or a newer round of this run, has begun at this site.',
    next: COORDINATOR_LIES,
  },
  'unrecoverable-secret': {
    meaning: 'The shares of a secret that came back do not give what its owner committed to, whichever were tried.',
    next: 'The attempt is abandoned. The owner, which the message names, dealt wrong shares, or sites sent back wrong ones and too few others answered to do without them.',
  },
} as const satisfies ErrorCatalogue;
