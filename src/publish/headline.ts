/** What happened, in two or three sentences of numbers that the report has. */
import type { Report } from '../domain/report.js';
import { count, counted, minutes, shareOf } from './format.js';

export function headline({ run, tickets, figures }: Report): string[] {
  const { handoffs } = run.links;
  if (handoffs === 0)
    return [`The bot handed nothing over in ${counted(run.sessions, 'session')}.`];
  const sentences = [
    `The bot handed ${count(handoffs)} of ${counted(run.sessions, 'session')} (${shareOf(handoffs, run.sessions)}) to an agent.`,
  ];
  if (figures.handoffTaxMinutes)
    sentences.push(
      `Each of these customers pays about ${minutes(figures.handoffTaxMinutes.value)} more than one who comes to an agent at once.`,
    );
  const first = tickets.find(({ listed }) => listed);
  sentences.push(
    first
      ? `The repair that saves most, about ${minutes(first.value.minutesPerWeek)} of customers' and agents' time a week: ${full(first.title)}`
      : 'No repair is surely worth its work.',
  );
  return sentences;
}

const full = (title: string) => (/[.!?]$/.test(title) ? title : `${title}.`);
