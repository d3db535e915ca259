/** A night in a dozen lines of plain text, for a chat channel or an e-mail. Whoever sends it escapes it as its reader asks. */
import type { Digest } from '../domain/digest.js';
import type { OwnerFigures } from '../domain/figures.js';
import type { Report } from '../domain/report.js';
import { clip } from '../lib/visible.js';
import { type Write, writeIn } from './format.js';
import { dataWarnings, headline, whatChanged } from './headline.js';
import { notInForce } from './in-force.js';
import { plainTitle, worthInWords } from './plain.js';
import { releaseLine } from './release-line.js';
import { ownerNames, verdictWords } from './words.js';

const repairs = 5;
const longest = 300;

export function digestOf(report: Report): Digest {
  const { run, tickets, figures, releases, incidents } = report;
  const write = writeIn(run.locale);
  const listed = tickets.filter((ticket) => ticket.listed).slice(0, repairs);
  return {
    title: clip(`Handback: ${run.bot}, night of ${write.day(run.to)}`, longest),
    sentences: [
      `${notInForceOr(write, run)}${wholeness(dataWarnings(write, report))} ${write.counted(incidents.length, 'incident')} in these days.`,
      `${whatChanged(write, report)} ${releaseLine(write, releases, run.to)}.`,
      ...headline(write, report).slice(0, 2),
      satisfaction(write, figures.csat),
    ].map((sentence) => clip(sentence, longest)),
    repairs: listed.map((ticket) =>
      clip(
        `${ticket.rank}. ${plainTitle(write, ticket)} (${ownerNames[ticket.owner]}): ${worthInWords(write, ticket, run.currency)}`,
        longest,
      ),
    ),
  };
}

function satisfaction(write: Write, { gap, verdict }: OwnerFigures['csat']): string {
  const lost = gap && `Satisfaction lost by the handoff: ${write.points(gap.value)} of 100. `;
  return `${lost ?? 'Satisfaction: '}${verdictWords[verdict]}`;
}

/** It shares its line: a night has twelve. */
const notInForceOr = (write: Write, run: Report['run']): string => {
  const warning = notInForce(write, run);
  return warning === null ? '' : `${warning} `;
};

const wholeness = (warnings: readonly string[]): string =>
  warnings.length === 0
    ? 'Every record could be read, of every day.'
    : `Not everything could be read: ${warnings.join(', ')}.`;
