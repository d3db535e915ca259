/**
 * How English is angry at those it speaks to, beyond single words: said feelings, scorn for a machine or a firm, questions that are
 * reproaches, insults to the other's face. Each pattern is a construction; what it is about ("my bill is ridiculous") is left open.
 */

const alt = (list: string): string =>
  `(?:${list
    .trim()
    .split(/\s*,\s*/)
    .map((one) => one.replaceAll(' ', '\\s+'))
    .join('|')})`;
/** Up to so many words between, for what people say while they think. */
const gap = (most: number): string => `(?:\\s+\\S+){0,${most}}?\\s+`;

const adverbs = `(?:${alt('so, very, really, extremely, absolutely, beyond, pretty, quite, just, getting, super, totally, completely, that, now, already, a bit, rather, getting very, bloody')}\\s+)*`;
const feelings =
  alt(`angry, mad, furious, livid, fuming, irate, outraged, incensed, enraged, infuriated, seething, boiling, pissed, annoyed, aggravated,
  exasperated, disgusted, appalled, fed up, sick of, sick and tired, tired of, done with you, done with this, beside myself, losing it, losing my, at my wits, at my limit,
  at the end of my, in no mood, out of patience, about to lose, about to scream, about to explode, about to throw, this close to, through with`);
const machine =
  alt(`bot, bots, chatbot, robot, robots, machine, machines, computer, program, automated, automation, ai, assistant, virtual, chat, phone menu, menu, recording,
  autobot, app of yours, website, system of yours`);
const scorn =
  alt(`trash, garbage, rubbish, junk, crap, crappy, useless, worthless, pointless, hopeless, stupid, dumb, dumber, dumbest, thick, idiot, idiotic, moron, moronic, brainless,
  braindead, daft, lousy, joke, insult, insulting, nonsense, waste of, wasted, pathetic, terrible, awful, horrible, dreadful, abysmal, infuriating,
  maddening, ridiculous, absurd, torture, nightmare, disgrace, disgraceful, farce, circus, clueless, incompetent, worst, hate, hated, in circles, round and round,
  not understanding, doesn't understand, doesnt understand, don't understand, never understands, understands nothing, nothing works, same thing, same question, screamed, screaming, shouted,
  yelled, yelling, up the wall, crazy, insane`);
const insults =
  alt(`idiots, morons, imbeciles, clowns, fools, liars, thieves, crooks, robbers, scammers, cheats, con artists, con men, criminals, bandits, jokers, amateurs, incompetents, a joke,
  a disgrace, a scam, a rip off, crooked, useless, hopeless, incompetent, pathetic, unbelievable, disgusting, dishonest, liar, thief, crook, ripping, robbing, stealing from, cheating, lying to`);
const wreck = alt(
  'what a joke, what a disgrace, what a farce, what a circus, what a mess, what a shambles, what a nightmare, what a waste, what a load, what a bunch, what a pathetic, what a terrible, what an insult',
);

const patterns = [
  // "I am so mad I could spit", "we're beside ourselves"
  `\\b(?:i'm|im|i am|we're|we are|i was|makes? me|made me|has me|got me|i've been|i feel|i get|i'm getting)\\s+${adverbs}${feelings}\\b`,
  '\\b(?:had it (?:up to|with)|had enough|lost (?:all )?(?:my )?(?:patience|temper)|(?:my )?last (?:straw|nerve)|blood boil|seeing red|(?:pull|tear)(?:ing)? my hair)\\b',
  '\\b(?:drives?|drove|driving|driven|sends?|sent) (?:me|us) (?:up the|round the|around the|mad|crazy|insane|nuts|bananas|to (?:drink|despair))\\b',
  '\\b(?:could|might|want to|going to|gonna) (?:just )?(?:scream|strangle|punch|explode)\\b',
  `\\bthrow${gap(3)}(?:at|against|out of|through) (?:the|a|your)\\b`,
  // reproaches in the form of a question or a threat
  '\\b(?:do|did) you (?:even |people |guys )*(?:know|realise|realize|have any idea|understand) how (?:long|many|much|often)\\b',
  '\\b(?:have you any idea|do you have any idea|how dare you|how could you (?:people|guys)|don.?t (?:you|u) (?:even )?dare)\\b',
  '\\b(?:is|was) (?:this|that) (?:really )?how (?:you|u) (?:people |guys |lot )?(?:treat|run|do|handle|look after)\\b',
  '\\bwho (?:on earth |the hell |even )?(?:designed|built|programmed|invented|came up with|trained|approved|thought (?:of )?(?:that|this|up))\\b',
  '\\bwhat (?:kind|sort) of (?:a )?(?:company|service|people|place|outfit|operation|business|joke|idiot|circus|support)\\b',
  '\\b(?:what is|what.?s) (?:even )?wrong with (?:you|u|your)\\b',
  '\\b(?:are|r) (?:you|u) (?:people |guys |actually |even )*(?:kidding|serious|joking|for real|deaf|stupid)\\b|\\b(?:got|have) to be (?:kidding|joking)\\b',
  '\\bcall (?:that|this|yourselves|yourself|it)(?: a| an)? (?:service|help|support|company|assistant|business|customer)\\b',
  '\\bwhy do (?:you|u) (?:even |people )*(?:hide|bother|make it so)\\b|\\bwhy (?:won.?t|don.?t|can.?t) (?:you|u) (?:people|lot)\\b',
  `\\bshame on (?:you|u)\\b|\\b(?:should|ought to|must) (?:all )?be (?:so )?ashamed\\b|\\b${wreck}\\b`,
  // "in all my years", "never been treated like this"
  `\\bnever${gap(5)}(?:treated|like this|such (?:a |an )?(?:bad|poor|terrible|awful|rude)|so (?:badly|rude|insulted|poor|disrespected)|anything (?:like|so)|worse)\\b`,
  '\\b(?:third|fourth|fifth|sixth|tenth|hundredth|thousandth|umpteenth|nth) (?:time|attempt|call)\\b|\\b(?:three|four|five|six|ten|\\d+) times (?:i|i.ve|we|now|already|i have)\\b',
  '\\b(?:wast(?:ed?|ing)|(?:lost|thrown away|burned|burnt)(?: over| about| another)?(?: half an?| an?| \\w+)? (?:hour|minutes?|day|afternoon|morning|evening)) ?(?:of )?(?:my|our|time|hours?|minutes?|on|to|with|in)\\b',
  // to the other's face
  `\\b(?:you're|youre|ur|you are|you people|you lot|you guys are|you all are|bunch of|pack of|gang of|load of|lot of you are)\\s+${adverbs}(?:a )?(?:bunch of |pack of |nothing but |all |complete |total |utter )*${insults}\\b`,
  '\\b(?:with|at|of|from) you people\\b|\\byour (?:stupid|idiotic|useless|dumb|damn|bloody|pathetic|ridiculous|so.?called)\\b',
  // a machine and scorn in one breath
  `\\b${machine}\\b${gap(9)}${scorn}\\b`,
  `\\b${scorn}\\b(?:\\s+at)?${gap(6)}${machine}\\b`,
  `\\b${machine}\\s+${scorn}\\b`,
  '\\b(?:ridiculous|unbelievable|outrageous|unacceptable|incredible|pathetic|disgusting|disgraceful)\\b[\\s,.!]+(?:just |simply |absolutely |utterly |completely )?(?:ridiculous|unbelievable|outrageous|unacceptable|incredible|pathetic|disgusting|disgraceful)\\b',
].map((source) => new RegExp(source, 'g'));

/** How many of these constructions a text has; a text is as angry as they are many. */
export function angerIn(text: string): number {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[",;:()…]+/g, ' ')
    .replace(/\s+/g, ' ');
  return patterns.reduce((sum, pattern) => sum + (plain.match(pattern)?.length ?? 0), 0);
}
