import type { Report } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';

const shown = 12;

/** Where in the bot's flow customers are lost, and what predicts it. */
export function lossesSection(write: Write, { losses }: Report): Html {
  const { sessions, lost, states, signs } = losses;
  const worst = states.filter(({ excess }) => excess > 0).slice(0, shown);
  const body = html`${
    worst.length === 0
      ? html`<p>No step of the bot loses more customers than another.</p>`
      : table(
          'Steps of the bot at which more sessions end or are handed over than at its other steps',
          [
            { name: 'Step' },
            { name: 'Sessions', number: true },
            { name: 'Lost there', number: true },
            { name: 'Of its visits', number: true },
            { name: '95 % interval', number: true },
            { name: 'More than usual', number: true },
            { name: 'On coming back', number: true },
          ],
          worst.map((one) => [
            words(one.state, 80),
            write.count(one.sessions),
            write.count(one.lost),
            write.percent(one.share),
            `${write.percent(one.interval[0])} to ${write.percent(one.interval[1])}`,
            write.decimal(one.excess, 0),
            write.count(one.lostOnReturn),
          ]),
        )
  }
${
  signs.length === 0
    ? null
    : html`<h3>What foretells a loss</h3>
${table(
  'Seen at least two steps before the end',
  [
    { name: 'Sign' },
    { name: 'Sessions', number: true },
    { name: 'Lost', number: true },
    { name: 'Share', number: true },
    { name: '95 % interval', number: true },
  ],
  signs.map((one) => [
    words(one.sign, 100),
    write.count(one.sessions),
    write.count(one.lost),
    write.percent(one.share),
    `${write.percent(one.interval[0])} to ${write.percent(one.interval[1])}`,
  ]),
)}`
}`;
  return section(
    'losses',
    'Where customers are lost',
    body,
    `${write.count(lost)} of ${write.count(sessions)} bot sessions were abandoned or handed over.`,
  );
}
