import type { Report, UnlinkedSide } from '../../../domain/report.js';
import { count } from '../../format.js';
import { type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';

const shown = 20;

/** How the two sides were joined, and what stayed alone on each. */
export function linksSection({ run, unlinked }: Report): Html {
  const { byMethod, linked } = run.links;
  const body = html`${table(
    `How ${count(linked)} handoffs were linked`,
    [{ name: 'By' }, { name: 'What it rests on' }, { name: 'Handoffs', number: true }],
    [
      ['A key', 'a key that both sides carry: certain', count(byMethod.key)],
      ['An identity', 'the same customer by a keyed hash, and the score', count(byMethod.identity)],
      ['The score alone', 'waiting time, queue, channel and words', count(byMethod.scored)],
    ],
  )}
<div class="columns">
${side('Handoffs without a contact', unlinked.handoffs)}
${side('Contacts said to come from the bot, without a handoff', unlinked.contacts)}
</div>
${
  unlinked.gaps.length === 0
    ? null
    : html`<h3>Gaps in the data</h3><ul>${unlinked.gaps.slice(0, shown).map((gap) => html`<li>${words(gap, 200)}</li>`)}</ul>`
}`;
  return section('links', 'Links, and what stayed alone', body);
}

function side(title: string, all: readonly UnlinkedSide[]): Html {
  return html`<div><h3>${title}</h3>
${
  all.length === 0
    ? html`<p>None.</p>`
    : table(
        'By reason',
        [{ name: 'Reason' }, { name: 'Count', number: true }],
        all.slice(0, shown).map(({ reason, count: number }) => [words(reason, 200), count(number)]),
      )
}</div>`;
}
