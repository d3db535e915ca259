import type { Report } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { notInForce } from '../../in-force.js';
import { type Html, html } from '../html.js';
import { section, table, term, words } from '../parts.js';

const shown = 40;

/** What is missing, day by day, whom to ask, and what each platform brought: the reasons of the first screen's warning. */
export function missingSection(
  write: Write,
  { run, unlinked, platforms, quarantine }: Report,
): Html {
  const reasons = [
    ...(run.suspect ?? []),
    ...unlinked.gaps.map(({ note }) => note),
    ...(quarantine.total > 0
      ? [`${write.counted(quarantine.total, 'record')} could not be read: the reasons stand below`]
      : []),
  ];
  const warning = notInForce(write, run);
  const body = html`${warning === null ? null : html`<p class="note"><b>${warning}</b> ${term('suspect', 'What that means')}.</p>`}
${
  reasons.length === 0
    ? html`<p>Nothing: every day has records of both sides.</p>`
    : html`<ul>${reasons.slice(0, shown).map((reason) => html`<li>${words(reason, 300)}</li>`)}</ul>`
}
${(run.ask ?? []).map(({ source, contact }) => html`<p>Whom to ask about ${words(source, 200)}: ${words(contact, 200)}.</p>`)}
${table(
  `What each platform brought on ${write.day(run.to)}`,
  [
    { name: 'Platform' },
    { name: 'Records' },
    { name: 'Newest of' },
    { name: 'That day', number: true },
    { name: 'Usual for its weekday', number: true },
  ],
  platforms.map(({ platform, side, newest, count, usual }) => [
    words(platform, 100),
    side === 'sessions' ? 'bot sessions' : 'agent contacts',
    newest === null ? 'none in these days' : write.day(newest),
    write.count(count),
    usual === null ? 'too few weeks yet' : write.count(Math.round(usual)),
  ]),
)}`;
  return section('missing', 'What is missing', body);
}
