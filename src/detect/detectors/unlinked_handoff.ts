/**
 * No agent contact is found for the handoff: abandoned in the queue, or never recorded.
 * Not: a weak link, which is shown as possible.
 */
import type { Detector } from '../detector.js';

export const unlinkedHandoff: Detector<'link'> = {
  id: 'unlinked_handoff',
  description:
    'No agent contact is found for the handoff: abandoned in the queue, or never recorded. Possible links are left alone.',
  needs: ['link'],
  detect: ({ link }) =>
    link.status === 'none'
      ? [
          {
            confidence: link.probability,
            turns: [],
            actual: 'no agent contact fits the handoff',
            expected: 'every handoff reaches an agent and is recorded with its key',
          },
        ]
      : [],
};
