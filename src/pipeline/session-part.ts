/** Some of a day's sessions as linking and the cohorts need them, in the form in which they are kept. */
import { createSummaries } from '../detect/detect.js';
import type { BotDefinition, Session } from '../domain/conversation.js';
import type { Handled, SessionSummary, Visit } from '../domain/journey.js';
import { createFlowReader, createStepTable, type Flow, type Step } from '../figures/losses/flow.js';
import { sessionVisit } from '../figures/visits.js';
import type { Calendar } from '../lib/calendar.js';
import { type HandoffSide, handoffSide, type WordIds } from '../link/link.js';
import type { SideConfig } from './kept/common-source.js';
import { linkVocabulary } from './link-words.js';

/** Words and steps stand here once each, in the order of their first use; sessions have their places. */
interface SessionPart {
  words: string[];
  steps: Step[];
  sessions: KeptSession[];
}

interface KeptSession {
  summary: SessionSummary;
  visit: Visit;
  lost: boolean;
  steps: number[];
  handled: Handled[];
  /** The customer is that of the visit. */
  handoff: (Omit<HandoffSide, 'customer' | 'words'> & { words: number[] }) | null;
}

/** What is known of one session. */
export interface SessionRow extends Pick<KeptSession, 'summary' | 'visit' | 'handled'> {
  flow: Flow;
  handoff: HandoffSide | null;
}

export function createSessionWriter(
  config: SideConfig,
  calendar: Calendar,
  definition: BotDefinition | null,
): (sessions: readonly Session[]) => string {
  const { summarise, handledIn } = createSummaries(definition, config.lexicon, calendar);
  return (sessions) => {
    const vocabulary = linkVocabulary(config.lexicon);
    const readFlow = createFlowReader();
    const places = new Map<Step, number>();
    const placeOf = (step: Step): number => {
      const place = places.get(step) ?? places.size;
      places.set(step, place);
      return place;
    };
    const rows = sessions
      .filter((session) => isOurs(session, config))
      .map((session): KeptSession => {
        const summary = summarise(session);
        const { lost, steps } = readFlow(session);
        const side = handoffSide(session, vocabulary);
        return {
          summary,
          visit: sessionVisit(session, summary),
          lost,
          steps: steps.map(placeOf),
          handled: handledIn(session),
          handoff: side && withoutCustomer(side),
        };
      });
    const part = { words: vocabulary.words(), steps: [...places.keys()], sessions: rows };
    return JSON.stringify(part satisfies SessionPart);
  };
}

const withoutCustomer = ({ customer: _, words, ...side }: HandoffSide) => ({
  ...side,
  words: [...words],
});

function isOurs(session: Session, { bot }: SideConfig): boolean {
  return (
    (bot.id === null || session.botId === bot.id) &&
    (bot.platform === null || session.platform === bot.platform)
  );
}

/** @param idsIn see `joinVocabularies` */
export function createSessionReader(
  idsIn: (words: readonly string[]) => (own: readonly number[]) => WordIds,
): (part: string) => SessionRow[] {
  const shared = createStepTable();
  return (part) => {
    const { words, steps, sessions } = JSON.parse(part) as SessionPart;
    const idsOf = idsIn(words);
    const known = steps.map(({ actor, state }) => shared(actor, state));
    return sessions.map(({ summary, visit, lost, steps: places, handled, handoff }) => ({
      summary,
      visit,
      handled,
      flow: { lost, steps: places.map((place) => known[place] as Step) },
      handoff: handoff && {
        ...handoff,
        customer: visit.customer,
        words: idsOf(handoff.words),
      },
    }));
  };
}
