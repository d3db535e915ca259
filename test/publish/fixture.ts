/** A small finished report of a fictional lender's bot, and short ways to write its parts. */
import { type categories, categoryNames } from '../../src/domain/categories.js';
import type { Finding } from '../../src/domain/journey.js';
import type { Report, SampledJourney } from '../../src/domain/report.js';
import { criteria, parts } from '../../src/domain/rubric.js';
import type { Phrase, Suggestion } from '../../src/domain/suggestion.js';
import type { Ticket } from '../../src/domain/ticket.js';
import { type DayFigures, nestedFigures, type WeekFigures } from '../../src/domain/trend.js';
import { agent, bot, contact, result, said, session } from '../support/conversations.js';

/** Words that would run, reverse or break something if an output obeyed them. */
export const hostile =
  '<script>alert(1)</script> "\' & </details> \u202eesrever\u202c \u0007\u001b[31m [x](y) `z` \ud800 -->';

export const phrase = (text: string, entities: Phrase['entities'] = []): Phrase => ({
  text,
  entities,
  sources: [
    {
      sessionId: 's-1',
      turn: 2,
      signals: ['wrap_up_code', 'words_to_agent'],
      labelProbability: 0.97,
    },
  ],
});

export const suggestion = (more: Partial<Suggestion> = {}): Suggestion => ({
  id: 's-1',
  ticket: 't-1',
  kind: 'add_phrases',
  phrases: [],
  change: 'Add phrases that customers used.',
  backtest: null,
  conflicts: [],
  gate: { verdict: 'pass', reason: 'no intent gets worse' },
  review: { decision: 'pending' },
  ...more,
});

/** A ticket that hangs on no slot. */
const slotless = (more: Partial<Ticket>): Ticket => {
  const { slot: _, ...others } = ticket(more);
  return others;
};

export const ticket = (more: Partial<Ticket> = {}): Ticket => ({
  id: 't-1',
  rank: 1,
  listed: true,
  status: 'new',
  repair: 'add_slot',
  key: 'contract_number',
  intents: ['defer_payment'],
  slots: ['contract_number'],
  categories: [{ category: 'missed_slot', journeys: 41 }],
  handoffReasons: [
    { reason: 'rule', journeys: 30 },
    { reason: 'user_request', journeys: 11 },
  ],
  lastWords: { text: 'I will pass you to a colleague.', journeys: 29 },
  beyondUsual: true,
  parts: [{ category: 'missed_slot', intent: 'defer_payment', slot: 'contract_number' }],
  category: 'missed_slot',
  owner: 'bot_team',
  intent: 'defer_payment',
  slot: 'contract_number',
  title: 'The bot never asks for the contract number when a payment is deferred',
  why: 'In 41 of 63 handoffs of defer_payment the agent had to ask for it. It takes the customer 1.9 minutes on average.',
  sessions: ['test/bot/s-1'],
  primarySessions: ['test/bot/s-1'],
  evidence: [
    {
      sessionId: 's-1',
      contactId: 'c-1',
      turns: ['agent:0'],
      quote: 'Could you give me your contract number?',
    },
    {
      sessionId: 's-2',
      contactId: 'c-2',
      turns: ['agent:2', 'agent:3'],
      quote: 'And the contract number, please.',
    },
  ],
  robust: true,
  journeys: 41,
  share: 41 / 63,
  value: {
    minutesPerWeek: 79.5,
    interval: [52.1, 108.25],
    moneyPerWeek: 143.1,
    surelyPerWeek: 96.4,
    parts: [
      {
        factor: "Customers' minutes",
        amount: 52.3,
        unit: 'minutes',
        note: '41 journeys, 1.9 min more than their matches',
      },
      {
        factor: "Agents' minutes",
        amount: 31.2,
        unit: 'minutes',
        note: 'handling time against matched contacts',
      },
      {
        factor: 'Shrinkage',
        amount: -4,
        unit: 'minutes',
        note: 'small counts are drawn to the mean',
      },
      {
        factor: "Agents' time",
        amount: 143.1,
        unit: 'money',
        note: 'at the configured price of a minute',
      },
    ],
  },
  trend: { thisWeek: 24, lastWeek: 17, change: 7 / 17 },
  suggestions: [],
  since: '2026-02-20',
  ...more,
});

const worth = (minutes: number, interval: [number, number]): Ticket['value'] => ({
  minutesPerWeek: minutes,
  interval,
  moneyPerWeek: null,
  surelyPerWeek: null,
  parts: [
    {
      factor: "Customers' minutes",
      amount: minutes * 0.7,
      unit: 'minutes',
      note: 'against matches',
    },
    { factor: "Agents' minutes", amount: minutes * 0.3, unit: 'minutes', note: 'against matches' },
  ],
});

const finding = (category: Finding['category'], more: Partial<Finding> = {}): Finding => ({
  category,
  confidence: 0.9,
  primary: true,
  turns: [],
  actual: 'the agent asks for it',
  expected: 'the bot asks before it hands over',
  ...more,
});

function sample(n: number, category: Finding['category'], words: string): SampledJourney {
  const sessionId = `s-${n}`;
  const one = session(
    [
      said('I cannot pay this month'),
      bot('I can help you to defer a payment. When could you pay?', { asksFor: 'date' }),
      said(words, { intent: { name: 'defer_payment', confidence: 0.62, ranking: [] } }),
      bot('One moment, I hand you over to a colleague.', { action: 'action_handoff' }),
    ],
    { sessionId },
  );
  const other = contact(
    [
      agent('Hello, could you give me your contract number?'),
      { actor: 'customer', text: 'It is ⟨account:77ab01⟩. I told the bot already!' },
      agent('Thank you. I moved the payment to the 15th.'),
    ],
    { contactId: `c-${n}` },
  );
  return {
    result: result({
      sessionId,
      contactId: `c-${n}`,
      botIntent: 'defer_payment',
      contextLevel: 'summary',
      outcome: { reason: 'PAYMENT_DEFERRED', csat: 40 },
      findings: [
        finding(category, {
          intent: 'defer_payment',
          slot: 'contract_number',
          turns: ['agent:0', 'agent:1'],
        }),
        finding('repeated_explanation', {
          primary: false,
          confidence: 0.55,
          turns: ['bot:2', 'agent:1'],
        }),
      ],
      repeats: 1,
      score: 41.5,
      scores: {
        bot: { score: 20, judged: { understood: 0, progress: 1, time: 0.4 } },
        handoff: { score: 50, judged: { understood: 0.5, progress: 1 } },
        agent: { score: 54.5, judged: { resolution: 1, asked_once: 0.3 } },
      },
      trueIntent: {
        name: 'defer_payment',
        probability: 0.93,
        standing: 'label',
        signals: [
          { source: 'wrap_up_code', intent: 'defer_payment', probability: 0.95 },
          { source: 'words_to_agent', intent: 'defer_payment', probability: 0.8 },
        ],
      },
    }),
    bot: one.turns,
    agent: other.turns,
    given: { level: 'summary', text: `customer wrote: ${words}` },
    pop: {
      sessionId,
      wants: { text: 'I cannot pay this month', turns: [0] },
      intent: { name: 'defer_payment', confidence: 0.62 },
      reason: 'rule',
      tried: [{ kind: 'asked_again', text: words, turns: [1, 3], times: 2 }],
      known: [{ slot: 'date', value: words, turn: 2 }],
      last: [{ actor: 'customer', text: words, turn: 2 }],
      shortened: false,
    },
    highlights: {
      'bot:2': ['repeated_explanation'],
      'agent:0': [category],
      'agent:1': [category, 'repeated_explanation'],
    },
  };
}

function week(n: number, name: string, days: number): WeekFigures {
  const { day: monday, ...figures } = day(n);
  const { taxMinutes: tax, csatGap: gap } = figures;
  return {
    week: `2026-${name}`,
    monday,
    days,
    ...figures,
    intervals: {
      ...(tax !== null && { taxMinutes: [tax - 0.5, tax + 0.5] }),
      ...(gap !== null && { csatGap: [gap - 6, gap + 6] }),
      escalationRate: [0.3, 0.38],
    },
  };
}

function day(n: number): DayFigures {
  const wave = Math.sin(n);
  const weekend = n % 7 > 4;
  return {
    day: `2026-02-${String(n + 9).padStart(2, '0')}`,
    ...nestedFigures({
      'stages.bot': 2 + 0.1 * wave,
      'stages.wait': weekend ? null : 1.7 - 0.2 * wave,
      'stages.identify': 0.5,
      'stages.explain': 1.1,
      'stages.solve': 4.5 + wave,
      'categories.missed_slot': 0.29,
      'categories.context_lost': 0.05 + 0.01 * wave,
      'categories.unknown': 0.15,
    }),
    sessions: weekend ? 40 : 120 + n,
    handoffs: weekend ? 12 : 40 + (n % 5),
    linked: weekend ? 10 : 36,
    direct: weekend ? 9 : 60 - n,
    escalationRate: 0.33 + 0.03 * wave,
    taxMinutes: weekend ? null : 4.1 + 0.4 * wave,
    repeatsPerJourney: 0.8 + 0.1 * wave,
    fullContextShare: 0.22,
    csatEscalated: 58 + 3 * wave,
    csatDirect: 71 - wave,
    csatGap: weekend ? null : 12 - 2 * wave,
    complaintShareEscalated: 0.05,
    complaintShareDirect: 0.02,
    complaintRatio: weekend ? null : 2.5,
    score: 55 + wave,
    returnShare: n < 14 ? 0.1 + wave / 100 : null,
  };
}

const found: Partial<Record<keyof typeof categories, [findings: number, primary: number]>> = {
  missed_slot: [96, 71],
  misunderstood_intent: [44, 31],
  uncovered_intent: [22, 22],
  context_lost: [61, 12],
  repeated_explanation: [80, 9],
  agent_requested: [14, 14],
  unlinked_handoff: [21, 21],
  unknown: [38, 38],
};

export function report(more: Partial<Report> = {}): Report {
  const samples = [
    sample(1, 'missed_slot', 'on the 15th'),
    sample(2, 'misunderstood_intent', hostile),
  ];
  const handoffs = 248;
  return {
    run: {
      bot: 'lender-bot',
      from: '2026-02-09',
      to: '2026-02-22',
      timeZone: 'Europe/Berlin',
      locale: 'en-GB',
      journeyOwner: 'R. Example',
      currency: 'EUR',
      sessions: 1203,
      links: {
        handoffs,
        linked: 208,
        possible: 19,
        none: 21,
        expectedPrecision: 0.9871,
        byMethod: { key: 120, identity: 70, scored: 18 },
        withLegs: 9,
        changed: 1,
        clocks: [{ platform: `desk ${hostile}`, aheadSeconds: -95, pairs: 190 }],
      },
      contacts: { total: 1904, linked: 227, direct: 1650 },
    },
    findings: categoryNames.map((category) => {
      const [findings, primary] = found[category] ?? [0, 0];
      return { category, findings, primary, share: primary / handoffs };
    }),
    tickets: [
      ticket({ suggestions: ['s-1', 's-2'] }),
      slotless({
        id: 't-2',
        rank: 2,
        status: 'open',
        category: 'time_of_day_failure',
        owner: 'operations',
        intent: 'card_block',
        window: { days: 'weekdays', from: 22, to: 2 },
        title: 'card_block fails on weekdays from 22:00 to 02:00',
        why: 'It escalates 61 % of the time in these hours and 24 % in the others. Nine days are affected, so it is no single outage.',
        robust: false,
        suggestions: [],
        value: worth(33.333333333, [9, 60]),
        evidence: [
          {
            sessionId: 's-9',
            contactId: null,
            turns: ['bot:4'],
            quote: 'block my card now, it is stolen',
          },
        ],
      }),
      slotless({
        id: 't-3',
        rank: 3,
        status: 'regressed',
        category: 'misunderstood_intent',
        intent: 'early_repayment',
        title: `Customers who say ${hostile} are taken for defer_payment`,
        evidence: [{ sessionId: 's-2', contactId: null, turns: ['bot:2'], quote: hostile }],
        suggestions: ['s-3'],
        value: worth(12, [-2, 26]),
        why: 'The agents close these as early repayment. The bot was sure of defer_payment, at 0.84 on average.',
        trend: { thisWeek: 5, lastWeek: 5, change: 0 },
      }),
    ],
    suggestions: [
      suggestion({
        kind: 'add_slot',
        intent: 'defer_payment',
        slot: 'contract_number',
        prompt: 'What is your contract number?',
        nearMisses: [{ text: `where is my number ${hostile}`, intent: 'contract_copy' }],
        evidence: [
          {
            sessionId: 's-1',
            contactId: 'c-1',
            turns: ['agent:0'],
            quote: `could you give me your contract number? ${hostile}`,
          },
        ],
        change: 'Ask for contract_number in defer_payment before the handoff.',
        gate: { verdict: 'review', reason: 'a slot cannot be tested by classification' },
      }),
      suggestion({
        id: 's-2',
        review: { decision: 'accepted', by: 'ada', at: '2026-03-02T16:00:00.000Z' },
        intent: 'defer_payment',
        phrases: [
          phrase('can I pay on the 15th instead', [{ slot: 'date', start: 17, end: 21 }]),
          phrase('skip this month please'),
        ],
        change: 'Add 2 phrases to defer_payment.',
        backtest: {
          engine: 'shadow 1',
          overall: { before: 0.8123, after: 0.8312 },
          inScope: { before: 0.83, after: 0.85 },
          outOfScope: { before: 0.6, after: 0.6 },
          worstIntent: {
            intent: 'early_repayment',
            before: 0.71,
            after: 0.7,
            change: [-0.04, 0.02],
          },
          n: 412,
        },
      }),
      suggestion({
        id: 's-3',
        ticket: 't-3',
        kind: 'move_phrases',
        intent: 'early_repayment',
        fromIntent: 'defer_payment',
        change: 'Move 1 phrase from defer_payment to early_repayment.',
        phrases: [phrase(hostile)],
        conflicts: ['also an example of defer_payment'],
        gate: { verdict: 'refused', reason: 'defer_payment gets significantly worse' },
        review: { decision: 'rejected', by: 'a reviewer', at: '2026-02-21T08:00:00Z' },
      }),
    ],
    figures: {
      handoffTaxMinutes: { value: 4.31, interval: [3.9, 4.8], n: 190 },
      directMinutes: 2.2,
      stages: [
        { stage: 'bot', medianSeconds: 95, meanSeconds: 121, n: 248 },
        { stage: 'wait', medianSeconds: 70, meanSeconds: 103, n: 220 },
        { stage: 'identify', medianSeconds: 22, meanSeconds: 31, n: 201 },
        { stage: 'explain', medianSeconds: 48, meanSeconds: 66, n: 199 },
        { stage: 'solve', medianSeconds: 240, meanSeconds: 268, n: 180 },
      ],
      repeatsPerJourney: { value: 0.83, interval: [0.71, 0.95], n: 208 },
      context: { full: 0.21, partial: 0.33, none: 0.36, unknown: 0.1 },
      csat: {
        escalated: { value: 57.5, interval: [53, 62], n: 88 },
        direct: { value: 70.6, interval: [69, 72.2], n: 610 },
        gap: { value: 13.1, interval: [8.2, 18], n: 80 },
        verdict: 'handoff_problem',
      },
      complaints: {
        escalatedRate: 0.052,
        directRate: 0.021,
        ratio: { value: 2.48, interval: [1.3, 4.6], n: 1700 },
      },
      returns: {
        escalated: { value: 0.19, interval: [0.16, 0.22], n: 610 },
        contained: { value: 0.11, interval: [0.09, 0.13], n: 820 },
        direct: null,
        ratio: null,
        same: {
          escalated: { value: 0.11, interval: [0.08, 0.14], n: 540 },
          contained: { value: 0.06, interval: [0.05, 0.08], n: 790 },
          direct: null,
        },
        leftOut: { tooYoung: 212, unknownCustomer: 96 },
        sameMatter: 0.6,
      },
      byFinding: [
        {
          category: 'missed_slot',
          journeys: 41,
          csatWith: { value: 48.2, interval: [41, 55.4], n: 30 },
          csatWithout: { value: 61.3, interval: [57, 65.6], n: 120 },
          complainedWith: 0.12,
          complainedWithout: 0.05,
        },
        {
          category: 'dead_end_intent',
          journeys: 22,
          csatWith: { value: 60, interval: [50, 70], n: 12 },
          csatWithout: { value: 58.1, interval: [54, 62.2], n: 138 },
          complainedWith: null,
          complainedWithout: 0.06,
        },
      ],
      score: {
        journey: { value: 55.4, interval: [52.1, 58.7], n: 640 },
        journeys: 648,
        parts: parts.map((part, p) => ({
          part,
          score: { value: 40 + 10 * p, interval: [38 + 10 * p, 42 + 10 * p], n: 640 },
          criteria: criteria.map((criterion, c) => ({
            criterion,
            mean: c === 3 && p < 2 ? null : 0.3 + 0.1 * c,
            judged: c === 3 && p < 2 ? 0 : 600 - 50 * c,
          })),
        })),
      },
      deadEnds: [{ intent: 'change_iban', sessions: 61, escalated: 59, share: 59 / 61 }],
      agents: [{ agentId: 'agent-7', contacts: 42, warmOpenings: 30, shrunkShare: 0.66 }],
      queues: [
        {
          queue: `payments ${hostile}`,
          journeys: 210,
          medianWaitSeconds: 47,
          transferredShare: 0.18,
          resolvedShare: 0.81,
          csat: null,
        },
      ],
      hours: Array.from({ length: 168 }, (_, i) => ({
        weekday: Math.floor(i / 24),
        hour: i % 24,
        sessions: i % 24 < 6 ? 2 : 20 + (i % 5),
        failed: i % 24 < 6 ? 2 : 4 + (i % 7),
      })),
      handoffReasons: [
        { reason: 'user_request', journeys: 130 },
        { reason: 'no_match', journeys: 88 },
        { reason: 'unknown', journeys: 30 },
      ],
      flow: [
        {
          intent: 'defer_payment',
          queue: `payments ${hostile}`,
          outcome: 'resolved',
          journeys: 80,
        },
        { intent: 'defer_payment', queue: 'general', outcome: 'passed_on', journeys: 30 },
        { intent: null, queue: 'general', outcome: 'unresolved', journeys: 60 },
        { intent: 'card_block', queue: null, outcome: 'unknown', journeys: 38 },
      ],
      days: Array.from({ length: 14 }, (_, n) => day(n)),
      weeks: [week(7, 'W08', 6)],
    },
    weeks: [week(0, 'W07', 7), week(7, 'W08', 6)],
    restated: [
      {
        period: '2026-02-12',
        figure: 'csatEscalated',
        was: 61.2,
        night: '2026-02-20',
        now: 58,
        because: 'records',
      },
      {
        period: '2026-W07',
        figure: 'categories.missed_slot',
        was: 0.29,
        night: '2026-02-20',
        now: 0.31,
        because: 'records',
      },
      {
        period: '2026-02-13',
        figure: 'stages.explain',
        was: 1.1,
        night: '2026-02-20',
        now: 1.3,
        because: 'reading',
      },
    ],
    incidents: [
      {
        day: '2026-02-17',
        from: 14,
        to: 16,
        intent: 'account_balance',
        failed: 31,
        expected: 4.2,
        note: 'Backend errors in 29 of 31 sessions.',
      },
    ],
    releases: {
      tickets: [
        {
          id: 't-1',
          title: 'The bot never asks for the contract number when a payment is deferred',
          owner: 'bot_team',
          status: 'verified',
          verification: {
            verdict: 'verified',
            release: '2026-02-10',
            night: '2026-03-02',
            decided: '2026-02-26',
            change: { value: -0.548, interval: [-0.71, -0.31] },
            rate: { before: 5.86, after: 2.6 },
            days: { before: 28, after: 19, announced: 19 },
            daysLeft: 0,
            controls: 11,
            note: 'The rate fell: -55 % (-71 % to -31 %), against 11 unchanged causes.',
          },
        },
        {
          id: 't-9',
          title: `A cause of other nights ${hostile}`,
          owner: 'journey_owner',
          status: 'released',
          verification: {
            verdict: 'too_early',
            release: '2026-02-27',
            night: '2026-03-02',
            change: null,
            rate: { before: 1.25, after: null },
            days: { before: 28, after: 0, announced: 40 },
            daysLeft: 37,
            controls: 0,
            note: 'Too early: 37 more days until a halved rate would show.',
          },
        },
      ],
      winLoss: {
        wins: 3,
        losses: 1,
        noEffect: 2,
        open: 1,
        ratio: 3,
        interval: [0.43, 20.9],
      },
      candidates: [{ day: '2026-02-24', intents: ['pay_bill', hostile], tickets: ['t-2'] }],
    },
    losses: {
      sessions: 1210,
      lost: 302,
      states: [
        {
          state: `asks for ${hostile}`,
          visits: 260,
          sessions: 198,
          lost: 61,
          share: 61 / 260,
          interval: [0.187, 0.29],
          excess: 29.4,
          lostOnReturn: 40,
        },
        {
          state: 'offers the next slot',
          visits: 120,
          sessions: 110,
          lost: 4,
          share: 4 / 120,
          interval: [0.013, 0.083],
          excess: -10.6,
          lostOnReturn: 1,
        },
      ],
      signs: [
        {
          sign: 'the bot comes back to: asks for iban',
          sessions: 70,
          lost: 52,
          share: 52 / 70,
          interval: [0.63, 0.83],
        },
      ],
    },
    timeOfDay: {
      windowsTested: 318,
      smallestEffect: [
        {
          intent: 'account_balance',
          window: { days: 'all', from: 18, to: 22 },
          baseRate: 0.2,
          detectableRate: 0.37,
        },
      ],
      note: null,
    },
    linkModel: {
      found: 0.91,
      single: 0.48,
      returns: 0.03,
      comparisons: [
        {
          id: 'channel',
          levels: [
            { name: 'differs', m: 0.02, u: 0.45, bits: -4.5 },
            { name: 'is the same', m: 0.98, u: 0.55, bits: 0.83 },
          ],
        },
      ],
    },
    linkChanges: [
      {
        session: `test/bot/s-9 ${hostile}`,
        before: { contact: null, status: 'none', probability: 0.8 },
        after: { contact: 'desk/c-9', status: 'linked', probability: 0.97, method: 'identity' },
      },
    ],
    unlinked: {
      handoffs: [
        { reason: 'no contact fits: abandoned in the queue, or never recorded', count: 15 },
      ],
      contacts: [{ reason: 'said to come from the bot, but no handoff fits', count: 11 }],
      gaps: [
        {
          day: '2026-02-14',
          missing: 'contacts',
          note: '2026-02-14: 12 handoffs, but no contact record at all',
        },
      ],
    },
    platforms: [
      { platform: 'flow', side: 'sessions', newest: '2026-02-15', count: 61, usual: 58 },
      { platform: 'desk', side: 'contacts', newest: '2026-02-15', count: 40, usual: null },
    ],
    samples,
    journeys: samples.map((one) => one.result),
    quarantine: {
      total: 3,
      reasons: [{ source: 'handback bot.ndjson', reason: `no JSON: ${hostile}`, count: 3 }],
    },
    faults: [
      { stage: 'detect', plugin: 'hostile_arrival', message: 'no sentiment for this language' },
    ],
    engine: 'shadow 1',
    labelNoise: { labels: 131, overturned: 12 },
    reading: {
      read: { value: 0.82, interval: [0.79, 0.85], n: 640 },
      unexplained: { value: 0.2, interval: [0.17, 0.23], n: 700 },
      invented: null,
    },
    ...more,
  };
}
