import type { Backtest, Phrase, Suggestion } from '../../../domain/suggestion.js';
import type { Write } from '../../format.js';
import { plainSentence } from '../../plain.js';
import { kindWords } from '../../words.js';
import { type Content, type Html, html } from '../html.js';
import { table, tag, words } from '../parts.js';

const phrasesShown = 12;
const charactersShown = 300;
/** A label above this is not worth a reader's doubt. */
const nearlyCertain = 0.95;
const gateWords = {
  pass: 'tested: nothing speaks against it',
  review: 'a person should look first',
  refused: 'refused: it would do harm',
} as const;

export function suggestionBlock(write: Write, suggestion: Suggestion): Html {
  const { id, gate, review, conflicts, prompt, backtest } = suggestion;
  return html`<section class="suggestion" aria-label="Suggestion ${id}">
<h4>${kindWords[suggestion.kind]} <code>${id}</code> ${tag(gateWords[gate.verdict], gate.verdict)}${
    review.decision === 'pending' ? null : tag(review.decision, review.decision)
  }</h4>
<p>${words(suggestion.change, 400)}</p>
${prompt ? html`<p>Wording: <q>${words(prompt, 300)}</q></p>` : null}
${phrases(write, suggestion)}
${nearMisses(suggestion)}
${evidence(write, suggestion)}
${conflicts.length > 0 ? html`<p class="warn-text">Conflicts: ${conflicts.slice(0, 5).map((one) => html`${words(one, 200)}. `)}</p>` : null}
<p class="source">Test: ${words(plainSentence(write, gate.reason, []), 300)}.</p>
${backtest ? backtestTable(write, backtest) : null}
${command(suggestion)}
</section>
`;
}

function nearMisses({ nearMisses: all = [] }: Suggestion): Html | null {
  if (all.length === 0) return null;
  return html`<p class="source">Near, and to stay where they are: ${all.map(
    ({ text, intent }) => html`<q>${words(text, 120)}</q> of <code>${words(intent, 80)}</code>. `,
  )}</p>`;
}

function evidence(write: Write, { evidence: all = [] }: Suggestion): Html | null {
  if (all.length === 0) return null;
  return html`<details><summary>Drawn from ${write.counted(all.length, 'contact')}</summary><ul>${all.map(
    ({ sessionId, quote }) =>
      html`<li><q>${words(quote, charactersShown)}</q> <span class="source">session <code>${words(sessionId, 80)}</code></span></li>
`,
  )}</ul></details>`;
}

/** Phrases that go; all others come. */
const takesAway: Partial<Record<Suggestion['kind'], true>> = { remove_phrases: true };

/** As in a diff: what comes has a plus before it, what goes a minus. */
function phrases(
  write: Write,
  { kind, phrases: all, fromIntent, intent }: Suggestion,
): Html | null {
  if (all.length === 0) return null;
  const change = takesAway[kind] ? 'taken' : 'added';
  const where =
    kind === 'move_phrases' && fromIntent && intent
      ? html`<p class="source">Out of <code>${words(fromIntent, 80)}</code>, into <code>${words(intent, 80)}</code>:</p>`
      : null;
  const rest = all.length - phrasesShown;
  return html`${where}<ul class="phrases ${change}">${all.slice(0, phrasesShown).map(
    (
      phrase,
    ) => html`<li><span class="unseen">${change}: </span><bdi>${marked(phrase)}</bdi> <span class="source">${sourcesText(write, phrase)}</span></li>
`,
  )}</ul>
${rest > 0 ? html`<p class="more">${write.count(rest)} more in <code>suggestions.yaml</code>.</p>` : null}`;
}

/** From how many customers; how sure it is that they wanted this is said where it is not nearly certain. */
function sourcesText(write: Write, { sources }: Phrase): string {
  if (sources.length === 0) return '';
  const surest = Math.min(...sources.map((one) => one.labelProbability));
  const doubt =
    surest >= nearlyCertain ? '' : `, ${write.percent(surest)} sure that they meant this`;
  return `${write.counted(sources.length, 'customer')}${doubt}`;
}

/** Slot values underlined, with the slot for a reader who cannot see that. */
function marked({ text, entities }: Phrase): Content[] {
  const out: Content[] = [];
  let at = 0;
  if (text.length > charactersShown) return [words(text, charactersShown)];
  for (const { slot, start, end } of [...entities].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    out.push(
      plain(text.slice(at, start)),
      html`<mark title="${slot}">${plain(text.slice(start, end))}</mark>`,
    );
    at = end;
  }
  return [...out, plain(text.slice(at))];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');

function backtestTable(
  write: Write,
  { engine, overall, inScope, outOfScope, worstIntent, n }: Backtest,
): Html {
  const row = (name: Content, pair: { before: number; after: number }) => [
    name,
    write.percent(pair.before),
    write.percent(pair.after),
    `${write.signed((pair.after - pair.before) * 100, 1)} points`,
  ];
  const told = (pair: { before: number; after: number }) =>
    `${write.percent(pair.before)} before, ${write.percent(pair.after)} after`;
  // A gain of the whole may be the loss of what is out of scope.
  const summary = outOfScope
    ? `Understood of what is in scope: ${told(inScope)}; refused of what is not: ${told(outOfScope)}`
    : `Share understood: ${told(overall)}`;
  return html`<details><summary>${summary}</summary>
${table(
  `Share of ${write.count(n)} utterances classified rightly (${engine})`,
  [
    { name: 'Part' },
    { name: 'Before', number: true },
    { name: 'After', number: true },
    { name: 'Change', number: true },
  ],
  [
    row('All', overall),
    row('In scope', inScope),
    ...(outOfScope ? [row('Out of scope', outOfScope)] : []),
    ...(worstIntent
      ? [
          row(
            html`Worst intent: ${words(worstIntent.intent, 80)} (change between ${write.signed(100 * worstIntent.change[0], 1)} and ${write.signed(100 * worstIntent.change[1], 1)} points)`,
            worstIntent,
          ),
        ]
      : []),
  ],
)}</details>`;
}

function command({ id, gate, review }: Suggestion): Html | null {
  if (gate.verdict === 'refused' || review.decision !== 'pending') return null;
  return html`<p class="command"><code>handback review accept ${id}</code> <span>or <code>reject</code></span></p>`;
}
