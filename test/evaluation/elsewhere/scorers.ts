/** The scorers of another author, called as they are. They lie outside the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const judging = resolve(root, '../shared/judging');
export const hasScorers = existsSync(join(judging, 'score-findings.mjs'));

/** Folder of one company with its truth, and the folder of the night that was run on it. */
export interface Judged {
  world: string;
  night: string;
  /** The truth's stages begin with what the customer says to the agent: how long the agent took to greet is in none of them. */
  leavesOutGreeting?: boolean;
}

export interface F1 {
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface FindingScores {
  macro_f1: number;
  slot_macro_f1: number;
  by_category: Record<string, F1 & { tp: number; fp: number; fn: number }>;
  repairs_of_a_slot?: Record<string, Record<string, number>>;
  primary?: { n: number; right: number; accuracy?: number };
}
interface Claims {
  n: number;
  claimed: number;
  coverage: number;
  accuracy: number;
}
export interface IntentScores {
  with_contact: Claims;
  by_bot: Record<string, Claims>;
  none_of_the_intents: F1;
}
export interface RepairScores {
  first_10: { precision_distinct: number };
  first_25: { precision_distinct: number };
  all: { precision_distinct: number };
  ndcg_at_10: { full: number; minutes: number };
  add_slot: { n: number; share: number | null };
}

function run<T>(program: string, args: Record<string, string | true>): T {
  const flags = Object.entries<string | true>({ ...args, product: root }).flatMap(
    ([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]),
  );
  const text = execFileSync(process.execPath, [join(judging, `${program}.mjs`), ...flags], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(text) as T;
}

export interface Scores {
  findings: FindingScores;
  intents: IntentScores;
  /** Absent where nobody knows what a repair is worth. The scorer of rankings by category does not know tickets of repairs. */
  repairs?: RepairScores;
}

export function scoresOf({ world, night }: Judged): Scores {
  const at = (name: string) => join(world, name);
  const sides = { truth: at('truth.ndjson'), journeys: join(night, 'journeys.ndjson') };
  const tickets = { world: at('world.json'), tickets: join(night, 'tickets.yaml') };
  const worth = existsSync(at('world.json'));
  return {
    findings: run<FindingScores>('score-findings', { ...sides, 'linked-only': true }),
    intents: run<IntentScores>('score-intents', sides),
    ...(worth && { repairs: run<RepairScores>('score-repairs', tickets) }),
  };
}
