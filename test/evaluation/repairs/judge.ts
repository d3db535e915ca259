/** Lists of repairs against what was planted. One entry is one repair: it is right for a defect that none before it named. */
import { categories } from '../../../src/domain/categories.js';
import type { RepairKind } from '../../../src/domain/repair.js';
import { groupBy } from '../../../src/lib/group-by.js';
import type { PlantedDefect } from '../../../src/simulate/planted.js';
import type { Company } from './company.js';
import { isOften, isWorthListing, spoilt } from './truth.js';

export interface Entry {
  repair: RepairKind;
  intents: readonly string[];
  slots: readonly string[];
  sessions: readonly string[];
  title: string;
}

/** The night's own list, in its order. */
export const listOf = ({ tickets }: Company): Entry[] =>
  tickets
    .filter(({ listed }) => listed)
    .map(({ evidence, ...ticket }) => ({
      ...ticket,
      sessions: evidence.map(({ session_id }) => session_id),
    }));

/** What a list by category, intent and slot would be: every such group of the same findings, the largest first. */
export function plainListOf(company: Company): Entry[] {
  const found = company.journeys.flatMap(({ session_id: session, findings }) =>
    findings.map((finding) => ({ session, ...finding })),
  );
  const groups = groupBy(found, ({ category, intent, slot }) =>
    JSON.stringify([category, intent ?? '', slot ?? '']),
  );
  return [...groups.entries()]
    .flatMap(([title, group]) => {
      const [first] = group;
      if (!first) return [];
      const { category, intent, slot } = first;
      const { repair } = categories[category];
      const sessions = [...new Set(group.map(({ session }) => session))];
      if (repair === null || !isOften(sessions, company)) return [];
      return [
        { repair, intents: intent ? [intent] : [], slots: slot ? [slot] : [], sessions, title },
      ];
    })
    .sort((a, b) => b.sessions.length - a.sessions.length);
}

/** Two names of one change to a question. */
const sameWork = (a: RepairKind, b: RepairKind): boolean =>
  a === b || (a === 'reword_prompt' && b === 'improve_capture');

/** What most of the sessions wanted. */
function mostWanted(sessions: readonly string[], { details }: Company): string | undefined {
  const wants = groupBy(sessions, (session) => details.get(session)?.intent ?? '');
  const [first] = [...wants.entries()].sort(([, a], [, b]) => b.length - a.length);
  return first && first[1].length * 2 > sessions.length ? first[0] : undefined;
}

/** A slot that the definition lacks goes by the agents' words or by the name of its kin; what it is, its journeys tell. */
function namesSlot(entry: Entry, { slot }: PlantedDefect, company: Company): boolean {
  if (slot === undefined || entry.slots.includes(slot)) return true;
  if (company.defined.has(slot)) return false;
  const asked = entry.sessions.filter((session) => company.details.get(session)?.ledger[slot]);
  return asked.length * 2 > entry.sessions.length;
}

function fits(entry: Entry, defect: PlantedDefect, company: Company): boolean {
  const { intent } = defect;
  if (!sameWork(entry.repair, defect.repair) || !namesSlot(entry, defect, company)) return false;
  if (intent === undefined) return true;
  if (defect.repair === 'new_intent') return mostWanted(entry.sessions, company) === intent;
  // Whoever is told to change more forms than need it, by half, is told wrongly.
  return entry.intents.includes(intent) && entry.intents.length <= 2;
}

export interface Verdict {
  entry: Entry;
  defect?: PlantedDefect;
  isRight: boolean;
}

export function judge(
  list: readonly Entry[],
  defects: readonly PlantedDefect[],
  company: Company,
): Verdict[] {
  const claimed = new Set<PlantedDefect>();
  return list.map((entry) => {
    const fitting = defects.filter((defect) => fits(entry, defect, company));
    const fresh = fitting.find((defect) => !claimed.has(defect));
    if (fresh) claimed.add(fresh);
    const defect = fresh ?? fitting[0];
    return { entry, ...(defect && { defect }), isRight: fresh !== undefined };
  });
}

export interface Score {
  listed: number;
  /** Distinct precision: one entry, one repair. null where nothing is listed. */
  inTen: number | null;
  inAll: number | null;
  /** Of the defects that are worth listing. null where there are none. */
  recall: number | null;
  missed: (PlantedDefect & { journeys: number })[];
}

const shareOf = <T>(list: readonly T[], holds: (one: T) => boolean): number | null =>
  list.length === 0 ? null : list.filter(holds).length / list.length;

export function scoreOf(
  verdicts: readonly Verdict[],
  defects: readonly PlantedDefect[],
  company: Company,
): Score {
  const found = new Set(verdicts.flatMap(({ defect }) => defect ?? []));
  const worth = defects
    .map((defect) => ({ defect, sessions: spoilt(defect, company) }))
    .filter(({ defect, sessions }) => isWorthListing(defect, sessions, company));
  const isRight = (verdict: Verdict) => verdict.isRight;
  return {
    listed: verdicts.length,
    inTen: shareOf(verdicts.slice(0, 10), isRight),
    inAll: shareOf(verdicts, isRight),
    recall: shareOf(worth, ({ defect }) => found.has(defect)),
    missed: worth.flatMap(({ defect, sessions }) =>
      found.has(defect) ? [] : [{ ...defect, journeys: sessions.length }],
    ),
  };
}
