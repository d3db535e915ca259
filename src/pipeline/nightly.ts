/** The night on one page: ingest → link → detect → cohorts → verify → rank → suggest → publish. */
import { join } from 'node:path';
import { detect, learn } from '../detect/detect.js';
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import type { Config } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { JourneyResult } from '../domain/journey.js';
import { labelOf } from '../domain/no-intent.js';
import type { Report } from '../domain/report.js';
import type { Suggestion } from '../domain/suggestion.js';
import { addDays, type Calendar, createCalendar } from '../lib/calendar.js';
import { trainShadow } from '../nlu/shadow.js';
import { publish } from '../publish/publish.js';
import { writeNight } from '../publish/write.js';
import { rank } from '../rank/rank.js';
import type { Store } from '../store/store.js';
import { trainingFiles } from '../vendors/training.js';
import { assemble } from './assemble.js';
import { engineOf, suggestWith } from './engine.js';
import { followReleases, reportReleases } from './follow-releases.js';
import { type IngestTotals, ingestAll } from './ingest-all.js';
import { linkSides } from './link-sides.js';
import { journeyReader, journeysById } from './read-journeys.js';
import { directOf, readSides } from './read-sides.js';
import { cohorts } from './stages/cohorts.js';
import type { NightTools } from './tools.js';
import { trendsOf } from './trends.js';
import { joinVisits } from './visits.js';

export interface NightOutcome {
  /** Local date. */
  night: string;
  /** Folder of the outputs. */
  folder: string;
  report: Report;
  ingested: Omit<IngestTotals, 'definition'>;
  /** Seconds by stage. */
  seconds: Record<string, number>;
}

/**
 * Runs one night. `night` is the last local day that it looks at; without one, the newest day that has sessions.
 * @throws UsageError when the config names an engine that is not there.
 * @throws NightError when the store or the output folder fails; a record, detector or source that fails does not.
 */
export async function nightly(
  config: Config,
  tools: NightTools,
  given?: string,
): Promise<NightOutcome> {
  const { store, redactor } = tools;
  const engine = await engineOf(config.suggest);
  const calendar = createCalendar(config.bot.timeZone);
  const clock = stopwatch(tools);
  const faults: Report['faults'] = [];
  const onFault = (plugin: string, message: string) => faults.push({ plugin, message });

  clock('ingest');
  const { definition: present, ...ingested } = await ingestAll(config, tools, calendar);
  const night = given ?? (await newestDay(store, calendar)) ?? calendar.local(tools.now()).day;
  await store.beginRun(night, tools.now());
  try {
    const from = addDays(night, 1 - config.windowDays);
    const span = { from: calendar.startOf(from), to: calendar.startOf(addDays(night, 1)) };
    const definition = present ?? (await store.definition(config.bot.id));

    clock('link');
    const sides = await readSides(config, store, calendar, span);
    const linked = await linkSides(sides, config, store, calendar, night, span);
    const { links } = linked;

    clock('detect');
    const shadow = trainOn(definition);
    const context = {
      definition,
      shadow,
      digestValue: (value: unknown) => redactor.digestValue(value),
      lexicon: config.lexicon,
      config: config.detect,
      calendar,
      onFault,
    };
    const read = journeyReader(store, links);
    const learned = await learn(read(), context);
    const results: JourneyResult[] = [];
    for await (const result of detect(read(), learned, context)) results.push(result);

    clock('cohorts');
    const { sessions, flows } = sides;
    const direct = directOf(sides, links);
    const outcome = cohorts(
      {
        results,
        sessions,
        direct,
        flows,
        visits: joinVisits(sides.visits, links),
        until: span.to,
        definition,
        onFault,
      },
      config.cohorts,
    );

    const trends = trendsOf(outcome.figures, await store.statedFigures(night));

    clock('verify');
    const bot = nameOf(config, definition, results);
    const isPartial = faults.some(({ plugin }) => plugin.startsWith('[detect]'));
    const followed = await followReleases(
      { night, from, bot, outcome, sessions, definition, calendar, isPartial },
      store,
    );

    clock('rank');
    const { history } = followed;
    const ranked = rank(
      outcome.repairs,
      { results: outcome.results, sessions, direct, bot, from, to: night, night, history },
      config.rank,
    );

    clock('suggest');
    const { suggestions, labelNoise, tickets } = await suggestWith(
      engine,
      {
        tickets: ranked,
        results: outcome.results,
        handled: sides.handled,
        definition,
        train: trainShadow,
        lexicon: config.lexicon,
        decisions: await store.reviews(),
      },
      config.suggest,
      onFault,
    );

    clock('publish');
    const report = await assemble(
      {
        bot,
        from,
        to: night,
        config,
        calendar,
        linked,
        sides,
        outcome,
        trends,
        tickets,
        releases: await reportReleases(followed, tickets, store),
        suggestions,
        labelNoise,
        faults,
        engine:
          testedWith(suggestions) ??
          shadow?.engine ??
          'none: the bot has no training data with phrases',
        quarantine: await store.quarantine(),
      },
      (ids) => journeysById(store, links, ids),
    );
    const training = config.trainingData ? await trainingFiles(config.trainingData) : [];
    const vendor = config.trainingData?.format ?? null;
    const folder = join(config.out, night);
    writeNight(folder, publish(report, { training, vendor }));
    await store.saveLinks(night, linked.fresh, { model: linked.model, clocks: linked.clocks });
    await store.saveJourneys(night, outcome.results);
    await store.saveTickets(night, tickets);
    await store.saveFigures(night, trends.stated);
    await store.saveDayCounts(night, followed.counts);
    await store.saveVerifications(night, followed.verifications);
    for (const state of followed.reopened) await store.saveTicketState(state);
    await store.saveSuggestions(night, suggestions);
    await store.finishRun({ night, status: 'good', at: tools.now() });
    return { night, folder, report, ingested, seconds: clock() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await store.finishRun({ night, status: 'failed', at: tools.now(), message });
    throw error;
  }
}

/** Names the stage that begins and times the one that ends; without a name, returns the seconds of all. */
function stopwatch({ now, onStage }: NightTools) {
  const seconds: Record<string, number> = {};
  let stage: { name: string; from: number } | null = null;
  return (name?: string): Record<string, number> => {
    if (stage) seconds[stage.name] = (now() - stage.from) / 1000;
    stage = name === undefined ? null : { name, from: now() };
    if (name !== undefined) onStage?.(name, '');
    return seconds;
  };
}

async function newestDay(store: Store, calendar: Calendar): Promise<string | null> {
  const extent = await store.extent();
  return extent && calendar.local(extent.last).day;
}

function trainOn(definition: BotDefinition | null): Classifier | null {
  const phrases: LabelledPhrase[] = (definition?.intents ?? []).flatMap(({ name, examples }) =>
    examples.map((text) => ({ text, intent: labelOf(name) })),
  );
  const intents = new Set(phrases.flatMap(({ intent }) => intent ?? []));
  return intents.size < 2 ? null : trainShadow(phrases);
}

const testedWith = (suggestions: readonly Suggestion[]) =>
  suggestions.find(({ backtest }) => backtest)?.backtest?.engine;

function nameOf(
  config: Config,
  definition: BotDefinition | null,
  results: readonly JourneyResult[],
): string {
  return config.bot.id ?? results[0]?.session.split('/')[1] ?? definition?.botId ?? 'bot';
}
