/** Our numbers against a truth: links, findings, what the customer wanted, and whether probabilities hold. */
import { z } from 'zod';
import { categoryNames } from '../domain/categories.js';
import type { TruthLine } from '../domain/records.js';
import { type Calibration, calibrate } from './calibration.js';
import { compareSets, type Score, score } from './counts.js';

/** What evaluation reads of a line of `journeys.ndjson`. */
export const journeyLine = z.object({
  session_id: z.string(),
  contact_id: z.string().nullable(),
  link: z.object({ method: z.string(), probability: z.number(), status: z.string().optional() }),
  findings: z.array(
    z.object({
      category: z.string(),
      slot: z.string().optional(),
      primary: z.boolean().optional(),
    }),
  ),
  true_intent: z.object({ name: z.string().nullable(), probability: z.number() }).nullish(),
});
export type JourneyLine = z.infer<typeof journeyLine>;

export interface Evaluation {
  /** Sessions in both files; in the truth alone; in the journeys alone. */
  sessions: { both: number; truthOnly: number; journeysOnly: number };
  links: {
    accepted: Score;
    /** Those by a shared key, those without. */
    keyed: Score;
    unkeyed: Score;
    calibration: Calibration;
  };
  categories: { category: string; score: Score }[];
  /** With the slot: a finding counts only when its slot is right too. */
  slots: { category: string; score: Score }[];
  /** Primary finding against the truth's first one. */
  confusion: { truth: string; found: string; n: number }[];
  trueIntent: { claimed: number; right: number; accuracy: number | null };
}

/** Truth without a session in the journeys counts as missed; a journey without truth is left out of all scores. */
export function evaluate(
  journeys: readonly JourneyLine[],
  truth: readonly TruthLine[],
): Evaluation {
  const truthOf = new Map(truth.map((line) => [line.session_id, line]));
  const journeyOf = new Map(journeys.map((line) => [line.session_id, line]));
  const pairs = truth.map((t) => ({ truth: t, found: journeyOf.get(t.session_id) ?? null }));
  const both = pairs.filter(({ found }) => found !== null).length;
  return {
    sessions: {
      both,
      truthOnly: truth.length - both,
      journeysOnly: journeys.filter((line) => !truthOf.has(line.session_id)).length,
    },
    links: scoreLinks(pairs),
    categories: byCategory(pairs, ({ category }) => category),
    slots: byCategory(pairs, ({ category, slot }) =>
      slot === undefined ? null : `${category} ${slot}`,
    ),
    confusion: confusion(pairs),
    trueIntent: scoreIntents(pairs),
  };
}

interface Pair {
  truth: TruthLine;
  found: JourneyLine | null;
}

function scoreLinks(pairs: readonly Pair[]): Evaluation['links'] {
  const accepted = (line: JourneyLine | null) =>
    line !== null &&
    (line.link.status === undefined ? line.contact_id !== null : line.link.status === 'linked');
  const tally = (chosen: readonly Pair[]): Score => {
    let [hit, wrong, missed] = [0, 0, 0];
    for (const { truth, found } of chosen) {
      const claimed = accepted(found) ? (found?.contact_id ?? null) : null;
      if (claimed !== null && claimed === truth.contact_id) hit++;
      else {
        if (claimed !== null) wrong++;
        if (truth.contact_id !== null) missed++;
      }
    }
    return score(hit, wrong, missed);
  };
  const claims = pairs.flatMap(({ truth, found }) =>
    found?.contact_id == null
      ? []
      : [{ probability: found.link.probability, right: found.contact_id === truth.contact_id }],
  );
  const isKeyed = ({ found }: Pair) => found?.link.method === 'key';
  return {
    accepted: tally(pairs),
    keyed: tally(pairs.filter(isKeyed)),
    unkeyed: tally(pairs.filter((pair) => !isKeyed(pair))),
    calibration: calibrate(claims),
  };
}

type Labelled = { category: string; slot?: string | undefined };

/** Scores by category; `label` says what must agree, null leaves a finding out. */
function byCategory(pairs: readonly Pair[], label: (finding: Labelled) => string | null) {
  const labels = (findings: readonly Labelled[], category: string) =>
    new Set(findings.filter((f) => f.category === category).flatMap((f) => label(f) ?? []));
  return categoryNames.flatMap((category) => {
    let [hit, wrong, missed] = [0, 0, 0];
    for (const { truth, found } of pairs) {
      const counts = compareSets(
        labels(found?.findings ?? [], category),
        labels(truth.findings, category),
      );
      hit += counts.hit;
      wrong += counts.wrong;
      missed += counts.missed;
    }
    return hit + wrong + missed === 0 ? [] : [{ category, score: score(hit, wrong, missed) }];
  });
}

function confusion(pairs: readonly Pair[]): Evaluation['confusion'] {
  const counts = new Map<string, { truth: string; found: string; n: number }>();
  for (const { truth, found } of pairs) {
    const right = new Set(truth.findings.map(({ category }) => category));
    const primary = found?.findings.find((finding) => finding.primary)?.category ?? 'unknown';
    const row = right.has(primary) ? primary : (truth.findings[0]?.category ?? 'unknown');
    const key = `${row} ${primary}`;
    const known = counts.get(key);
    if (known) known.n++;
    else counts.set(key, { truth: row, found: primary, n: 1 });
  }
  return [...counts.values()].sort(
    (a, b) => b.n - a.n || (a.truth + a.found < b.truth + b.found ? -1 : 1),
  );
}

function scoreIntents(pairs: readonly Pair[]): Evaluation['trueIntent'] {
  const claims = pairs.flatMap(({ truth, found }) =>
    found?.true_intent == null || found.true_intent.probability === 0
      ? []
      : [found.true_intent.name === truth.true_intent],
  );
  const right = claims.filter(Boolean).length;
  return {
    claimed: claims.length,
    right,
    accuracy: claims.length === 0 ? null : right / claims.length,
  };
}
