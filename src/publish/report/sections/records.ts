import type { Report } from '../../../domain/report.js';
import { faultName } from '../../../lib/wording.js';
import type { Write } from '../../format.js';
import { type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';

const shown = 30;

/** What was set aside, and which plug-ins broke. The night went on without them. */
export function recordsSection(write: Write, { quarantine, faults }: Report): Html {
  const { total, reasons } = quarantine;
  const body = html`${
    total === 0
      ? html`<p>Every record that was read could be used.</p>`
      : table(
          `${write.counted(total, 'record')} in quarantine`,
          [{ name: 'Source' }, { name: 'Reason' }, { name: 'Records', number: true }],
          reasons
            .slice(0, shown)
            .map(({ source, reason, count: number }) => [
              words(source, 120),
              words(reason, 300),
              write.count(number),
            ]),
        )
  }
${
  faults.length === 0
    ? html`<p>Every detector and cohort ran.</p>`
    : table(
        'Failed detectors and cohorts; the others ran',
        [{ name: 'Plug-in' }, { name: 'Message' }],
        faults
          .slice(0, shown)
          .map((fault) => [words(faultName(fault), 80), words(fault.message, 400)]),
      )
}`;
  return section('records', 'Quarantine and faults', body);
}
