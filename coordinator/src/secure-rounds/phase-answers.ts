import type { SecurePhase, SiteId } from '@mammofed/core';
import type { AttemptEvent } from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';

/** What a site's answer to the request of a phase comes to. */
export type PhaseAnswer =
  | { readonly kind: 'event'; readonly event: AttemptEvent }
  /** It will do it; the upload itself is the event. */
  | { readonly kind: 'accepted' }
  /** The site has no further part in the phase. */
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string };

/** @param site - who was asked. */
export function phaseAnswer(phase: SecurePhase, site: SiteId, answer: Message): PhaseAnswer {
  if (answer.kind === 'refused') {
    return { kind: 'refused', code: answer.code, reason: `${answer.code}: ${answer.message}` };
  }
  const event = eventOf(phase, answer);
  if (event === null) return unexpected(`it answered ${answer.kind}`);
  if (event === 'accepted') return { kind: 'accepted' };
  // Another site's message, signed as it may be, is no answer of this one.
  if (event.message.site !== site) return unexpected('it answered in the name of another site');
  return { kind: 'event', event };
}

type MessageEvent = Exclude<AttemptEvent, { readonly kind: 'closed' | 'uploaded' }>;

function eventOf(phase: SecurePhase, answer: Message): MessageEvent | 'accepted' | null {
  switch (phase) {
    case 'keying':
      return answer.kind === 'advertisement' ? { kind: 'advertised', message: answer } : null;
    case 'sharing':
      return answer.kind === 'dealt-shares' ? { kind: 'dealt', message: answer } : null;
    case 'collecting':
      return answer.kind === 'mask-accepted' ? 'accepted' : null;
    case 'confirming':
      return answer.kind === 'confirmation' ? { kind: 'confirmed', message: answer } : null;
    case 'unmasking':
      return answer.kind === 'unmask-shares' ? { kind: 'unmasked', message: answer } : null;
  }
}

function unexpected(what: string): PhaseAnswer {
  return { kind: 'refused', code: 'unexpected-answer', reason: `unexpected-answer: ${what}` };
}
