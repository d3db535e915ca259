import type { Survey } from '../domain/conversation.js';

/**
 * Two readings of one survey, the known one first. Many tools write each question into a row, or a file, of its own: what one
 * does not answer stays as the other says it. Of two answers to one question the later counts.
 */
export function joinSurveys(known: Survey, read: Survey): Survey {
  const isEarlier = (read.respondedAt ?? Infinity) < (known.respondedAt ?? -Infinity);
  const customer = { ...known.customer, ...read.customer };
  return { ...known, ...read, ...(isEarlier && known), customer };
}
