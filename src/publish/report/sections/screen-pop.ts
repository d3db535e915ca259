/** What the agent was given as the session escalated, beside what a screen-pop would have shown. */
import type { SampledJourney } from '../../../domain/report.js';
import type { ScreenPop, TriedKind } from '../../../domain/screen-pop.js';
import type { Write } from '../../format.js';
import { plainName } from '../../plain.js';
import { type Html, html } from '../html.js';
import { words } from '../parts.js';

const longest = 300;
const givenWords = {
  transcript: 'The whole transcript',
  summary: 'A summary or some values',
  flag: 'Only that the bot came before',
  none: 'Nothing',
} as const;
const triedWords: Record<TriedKind, string> = {
  not_understood: 'Not understood',
  asked_again: 'Asked',
  said_again: 'Said',
  failed: 'Failed',
};

export function screenPopParts(write: Write, { given, pop }: SampledJourney): Html {
  return html`<div class="columns pop">
<div><h3>What the agent was given</h3><p>${given === null ? 'The platform does not say.' : html`${givenWords[given.level]}${given.text ? html`: <q>${words(given.text, longest)}</q>` : '.'}`}</p></div>
<div><h3>What <code>handback summary</code> would have shown</h3>
<dl>${lines(write, pop).map(([name, shown]) => html`<dt>${name}</dt><dd>${shown}</dd>`)}</dl></div>
</div>`;
}

function lines(write: Write, { wants, intent, tried, known, last }: ScreenPop): [string, Html][] {
  return [
    [
      'Wants',
      html`${wants === null ? 'not said' : words(wants.text, longest)}${intent ? html` <span class="source">the bot took it for ${words(plainName(intent.name), 80)}</span>` : null}`,
    ],
    ...tried.map(({ kind, text, times }): [string, Html] => [
      times > 1 ? `${triedWords[kind]} ${write.count(times)} times` : triedWords[kind],
      words(text, longest),
    ]),
    ...(known.length === 0
      ? []
      : ([
          [
            'Known',
            html`${known.map(({ slot, value }, i) => html`${i > 0 ? '; ' : null}${words(plainName(slot), 60)} <b>${words(value, 100)}</b>`)}`,
          ],
        ] as [string, Html][])),
    ...last.map(({ actor, text }): [string, Html] => [
      actor === 'bot' ? 'Bot' : 'Customer',
      words(text, longest),
    ]),
  ];
}
