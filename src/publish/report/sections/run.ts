import type { Report } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { stackedBar } from '../charts/stacked-bar.js';
import { type Html, html } from '../html.js';
import { section, tiles } from '../parts.js';

/** What the night looked at, and how far it can be trusted. */
export function runSection(write: Write, { run }: Report): Html {
  const { links, contacts } = run;
  const of = (part: number) => write.shareOf(part, links.handoffs);
  const body = html`${tiles([
    { name: 'Bot sessions', value: write.count(run.sessions) },
    {
      name: 'Handoffs',
      value: write.count(links.handoffs),
      note: `${write.shareOf(links.handoffs, run.sessions)} of sessions`,
    },
    {
      name: 'Agent contacts',
      value: write.count(contacts.total),
      note: `${write.count(contacts.direct)} of direct origin`,
    },
    {
      name: 'Expected precision of the links',
      value: write.probability(links.expectedPrecision),
      note: 'the share of linked handoffs that are expected to be right',
    },
  ])}
<h3>How many handoffs have their agent contact</h3>
${stackedBar('Handoffs by link', [
  {
    name: 'Linked',
    value: links.linked,
    shown: `${write.count(links.linked)} (${of(links.linked)})`,
    colour: 'c1',
  },
  {
    name: 'Possible',
    value: links.possible,
    shown: `${write.count(links.possible)} (${of(links.possible)})`,
    colour: 'c2',
  },
  {
    name: 'None',
    value: links.none,
    shown: `${write.count(links.none)} (${of(links.none)})`,
    colour: 'c5',
  },
])}`;
  return section('run', 'What the night looked at', body);
}
