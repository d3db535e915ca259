/** The body of a Slack incoming webhook (https://docs.slack.dev/messaging/formatting-message-text). */
import type { Message } from './message.js';

/** Of the text of one section. */
const longest = 3000;

export function slackBody({ title, sentences, repairs, link }: Message) {
  const section = (lines: readonly string[]) => ({
    type: 'section',
    text: { type: 'plain_text', text: lines.join('\n').slice(0, longest), emoji: false },
  });
  return {
    // What a notification shows; here Slack reads markup, so its three signs are escaped.
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150), emoji: false } },
      section(sentences),
      ...(repairs.length > 0 ? [section(repairs)] : []),
      ...(link === null
        ? []
        : [
            {
              type: 'actions',
              elements: [
                {
                  type: 'button',
                  text: { type: 'plain_text', text: 'Open the report', emoji: false },
                  url: link,
                },
              ],
            },
          ]),
    ],
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
