import { categories } from '../../../domain/categories.js';
import type { Report } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { ownerNames } from '../../words.js';
import { bars } from '../charts/bars.js';
import { type Html, html } from '../html.js';
import { section, table } from '../parts.js';

/** Why journeys failed, with the rate that nothing explains. */
export function findingsSection(write: Write, { findings, run }: Report): Html {
  const unexplained = findings.find(({ category }) => category === 'unknown');
  const ordered = [...findings].sort((a, b) => b.primary - a.primary || b.findings - a.findings);
  const found = ordered.filter((one) => one.findings > 0);
  const absent = ordered.filter((one) => one.findings === 0);
  const charted = ordered.filter(({ primary }) => primary > 0);
  const body = html`${
    charted.length === 0
      ? null
      : html`<figure>${bars(
          'Main cause of the handoffs',
          charted.map(({ category, primary, share }) => ({
            name: categories[category].title,
            value: primary,
            shown: `${write.count(primary)} (${write.percent(share)})`,
            strong: category === 'unknown',
          })),
        )}<figcaption>Handoffs by their main cause; the dark bar is what nothing explains</figcaption></figure>`
  }
${table(
  'Findings by category',
  [
    { name: 'Category' },
    { name: 'Holds when' },
    { name: 'Owner' },
    { name: 'Main cause', number: true },
    { name: 'Share of handoffs', number: true },
    { name: 'All findings', number: true },
  ],
  found.map(({ category, findings: all, primary, share }) => [
    html`${categories[category].title}<br><code>${category}</code>`,
    categories[category].meaning,
    ownerNames[categories[category].owner],
    write.count(primary),
    write.percent(share),
    write.count(all),
  ]),
)}
${absent.length === 0 ? null : html`<p class="more">Looked for and not found: ${absent.map(({ category }) => categories[category].title).join(', ')}.</p>`}`;
  return section(
    'findings',
    'Why the bot handed over',
    body,
    `${write.percent(unexplained?.share ?? 0)} of ${write.count(run.links.handoffs)} handoffs are unexplained. A journey can have several findings; one is its main cause.`,
  );
}
