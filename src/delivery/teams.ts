/** The body of a Teams workflow webhook: an adaptive card (https://adaptivecards.io/explorer/AdaptiveCard.html). */
import type { Message } from './message.js';

export function teamsBody({ title, sentences, repairs, link }: Message) {
  const block = (text: string, more: object = {}) => ({
    type: 'TextBlock',
    text: asText(text),
    wrap: true,
    ...more,
  });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            block(title, { weight: 'Bolder', size: 'Medium' }),
            ...sentences.map((text) => block(text)),
            ...repairs.map((text) => block(text, { spacing: 'Small' })),
          ],
          ...(link !== null && {
            actions: [{ type: 'Action.OpenUrl', title: 'Open the report', url: link }],
          }),
        },
      },
    ],
  };
}

/** A text block reads some Markdown, in which a link would be a customer's. */
const asText = (text: string): string =>
  text.replace(/[\\*_[\]`<>#~|]/g, '\\$&').replace(/^(\d+)\./, '$1\\.');
