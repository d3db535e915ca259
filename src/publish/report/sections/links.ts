import type { ClockReading, LearnedLinks, LinkChange } from '../../../domain/link.js';
import type { Report, UnlinkedSide } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';

const shown = 20;

/** How the two sides were joined, how sure that is, and what stayed alone on each. */
export function linksSection(
  write: Write,
  { run, unlinked, linkModel, linkChanges }: Report,
): Html {
  const { byMethod, linked, handoffs, withLegs, expectedPrecision, clocks } = run.links;
  const body = html`<p>${write.shareOf(linked, handoffs)} of the handoffs are linked; of these links, ${write.probability(expectedPrecision)} are expected to be right.
${withLegs > 0 ? `${write.counted(withLegs, 'journey')} went through more than one contact.` : null}</p>
${clocks.filter(({ aheadSeconds }) => aheadSeconds !== 0).map((clock) => clockNote(write, clock))}
${table(
  `How ${write.count(linked)} handoffs were linked`,
  [{ name: 'By' }, { name: 'What it rests on' }, { name: 'Handoffs', number: true }],
  [
    ['A key', 'a key that both sides carry: certain', write.count(byMethod.key)],
    [
      'An identity',
      'the same customer by a keyed hash, and the score',
      write.count(byMethod.identity),
    ],
    [
      'The score alone',
      'waiting time, queue, channel, values and words',
      write.count(byMethod.scored),
    ],
  ],
)}
<div class="columns">
${side(write, 'Handoffs without a contact', unlinked.handoffs)}
${side(write, 'Contacts said to come from the bot, without a handoff', unlinked.contacts)}
</div>
${
  unlinked.gaps.length === 0
    ? null
    : html`<h3>Gaps in the data</h3><ul>${unlinked.gaps.slice(0, shown).map(({ note }) => html`<li>${words(note, 200)}</li>`)}</ul>`
}
${linkChanges.length === 0 ? null : changes(write, linkChanges)}
${linkModel === null ? null : learned(write, linkModel)}`;
  return section('links', 'Links, and what stayed alone', body);
}

function clockNote(write: Write, { platform, aheadSeconds, pairs }: ClockReading): Html {
  const direction = aheadSeconds > 0 ? 'ahead of' : 'behind';
  return html`<p class="note">The clock of ${words(platform, 100)} is ${write.seconds(Math.abs(aheadSeconds))} ${direction} the bot's, by ${write.counted(pairs, 'pair')}. Its times were corrected for linking.</p>`;
}

function side(write: Write, title: string, all: readonly UnlinkedSide[]): Html {
  return html`<div><h3>${title}</h3>
${
  all.length === 0
    ? html`<p>None.</p>`
    : table(
        'By reason',
        [{ name: 'Reason' }, { name: 'Count', number: true }],
        all
          .slice(0, shown)
          .map(({ reason, count: number }) => [words(reason, 200), write.count(number)]),
      )
}</div>`;
}

type Side = LinkChange['before'];

function changes(write: Write, all: readonly LinkChange[]): Html {
  const of = ({ contact, status, probability: p }: Side) =>
    contact === null ? 'none' : html`${words(contact, 100)} (${status}, ${write.probability(p)})`;
  const rest = all.length - shown;
  return html`<h3>Links that changed since an earlier night</h3>
${table(
  'Records came late or were corrected, or the model learned more',
  [{ name: 'Session' }, { name: 'Before' }, { name: 'Now' }],
  all
    .slice(0, shown)
    .map(({ session, before, after }) => [words(session, 100), of(before), of(after)]),
)}
${rest > 0 ? html`<p>${write.count(rest)} more in metrics.json.</p>` : null}`;
}

function learned(write: Write, { found, returns, comparisons }: LearnedLinks): Html {
  return html`<details><summary>What the links without a key rest on, as learned from this data</summary>
<p>Of these handoffs, ${write.shareOf(found, 1)} have their contact on record. Of the customers whom nobody took, ${write.shareOf(Math.min(1, returns), 1)} come back by themselves within the window.
A level that true pairs show more often than strangers speaks for a link: one bit doubles its odds.</p>
${comparisons.map(({ id, levels }) =>
  table(
    `Comparison: ${id}`,
    [
      { name: 'Level' },
      { name: 'Same journey', number: true },
      { name: 'Strangers', number: true },
      { name: 'Bits', number: true },
    ],
    levels.map(({ name, m, u, bits }) => [
      name,
      write.probability(m),
      write.probability(u),
      write.signed(bits, 1),
    ]),
  ),
)}</details>`;
}
