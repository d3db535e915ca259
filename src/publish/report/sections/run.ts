import type { Report } from '../../../domain/report.js';
import { count, counted, probability, shareOf } from '../../format.js';
import { stackedBar } from '../charts/stacked-bar.js';
import { type Html, html } from '../html.js';
import { section, tiles } from '../parts.js';

/** What the night looked at, and how far it can be trusted. */
export function runSection({ run, quarantine, faults, unlinked }: Report): Html {
  const { links, contacts } = run;
  const of = (part: number) => shareOf(part, links.handoffs);
  const warnings = [
    quarantine.total > 0 && `${counted(quarantine.total, 'record')} in quarantine.`,
    faults.length > 0 && `${counted(faults.length, 'plug-in')} failed.`,
    unlinked.gaps.length > 0 && `${counted(unlinked.gaps.length, 'day')} without contact records.`,
  ].filter((warning) => warning !== false);
  const body = html`${tiles([
    { name: 'Bot sessions', value: count(run.sessions) },
    {
      name: 'Handoffs',
      value: count(links.handoffs),
      note: `${shareOf(links.handoffs, run.sessions)} of sessions`,
    },
    {
      name: 'Agent contacts',
      value: count(contacts.total),
      note: `${count(contacts.direct)} of direct origin`,
    },
    {
      name: 'Expected precision of the links',
      value: probability(links.expectedPrecision),
      note: 'the share of linked handoffs that are expected to be right',
    },
  ])}
<h3>How many handoffs have their agent contact</h3>
${stackedBar('Handoffs by link', [
  {
    name: 'Linked',
    value: links.linked,
    shown: `${count(links.linked)} (${of(links.linked)})`,
    colour: 'c1',
  },
  {
    name: 'Possible',
    value: links.possible,
    shown: `${count(links.possible)} (${of(links.possible)})`,
    colour: 'c2',
  },
  {
    name: 'None',
    value: links.none,
    shown: `${count(links.none)} (${of(links.none)})`,
    colour: 'c5',
  },
])}
${
  warnings.length > 0
    ? html`<p class="note"><strong>Mind:</strong> ${warnings.join(' ')} See <a href="#links">links</a> and <a href="#records">records</a>.</p>`
    : null
}`;
  return section('run', 'Run and data coverage', body);
}
