/**
 * How English asks for a person in place of a machine. No list of sentences: a verb of contact or of getting, and within a few words a
 * noun for a person ("could I have a live person", "put somebody on"); such a noun by itself; or a refusal of machines.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Whom one asks for at a desk; in some trades other nouns are people, too, but are no one to be connected with. */
const roles = set(`
human humans humanoid agent agents rep reps representative representatives operator operators advisor advisors adviser advisers associate
consultant consultants specialist supervisor supervisors manager managers clerk attendant receptionist employee employees
staff staffer colleague colleagues teammate`);
/** "A person", "someone": anybody at all, also those who are part of the matter ("someone opened my account"). */
const anybody = set('person people someone somebody anyone anybody soul');
/** What "people" are who work there: "your people"; others are guests and passengers. */
const theirs = set('your ur real live actual human');
/** What tells a person from a machine. */
const living = set(
  'real live living actual human breathing breathes breathe pulse heartbeat brain flesh alive',
);
const machines = set(
  'bot bots chatbot chatbots robot robots machine machines ai automation recording computer computers',
);
/** Departments that answer: "customer care", "tech support". */
const departments: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [set('customer customers client member'), set('care service services support relations')],
  [set('tech technical'), set('support')],
  [set('help service'), set('desk')],
  [set('call contact'), set('center centre')],
  [set('team staff'), set('member members')],
];

/** What opens a contact with whom one names next: present or infinitive, for "I spoke to someone" tells of the past. */
const contacts = set('speak talk chat connect transfer escalate forward reach');
/** Are such verbs where "with" or "to" follows: "a type of agent" is a noun. */
const writing = set('type text write message');
const getting = set('get give put pass hand patch let switch want wanna need have prefer like');
/** Bring a person to the place as well ("send someone out"), and ask for one with "me" behind them alone. */
const sending = set('send find fetch bring');
/** Stand between such a verb and the person. */
const between = set(`
me us him her through over along back on onto off up to with of from a an the your ur one some any this that another different proper nice
have speak talk chat real live living actual human breathing please pls plz possibly just instead straight directly right now else
for rather be in touch`);
/** After the person the wish ends, or says what for; "the agent's code" and "a person to my booking" go on otherwise. */
const goesOn = set(`
please pls plz now instead here asap today immediately not rather and or who whom with that thanks thank cheers then on for about in from at
right if this already`);
const purposes = set('talk speak chat call help assist explain handle deal');
const politeOpenings = set('please pls plz just a an the any real live actual human');
/** Said with the person and nothing else: "oh, an agent, thanks". */
const small = set(`
please pls plz thanks thank you ugh oh ok okay now just a an the any real live actual your yes no nope nah hello hi hey yo sir ma'am maam madam um uh
uhm uhh er erm eh ah well so right look listen like lol omg`);

const strangersBetween = 2;
const fewestZeros = 2;

/** @param text one turn of a customer to the bot */
export function asksForPerson(text: string): boolean {
  const clauses = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[.,;:!?…()"]+/)
    .map((clause) => clause.split(/[^\p{L}\p{N}']+/u).filter(Boolean))
    .filter((words) => words.length > 0);
  return (
    clauses.some(asksInClause) || isOnlyPerson(clauses.flat()) || isOnlyConnecting(clauses.flat())
  );
}

const asksInClause = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      isLivingPerson(words, at) ||
      ((contacts.has(word) || isWriting(words, at)) && reachesPerson(words, at)) ||
      (isGetting(words, at) && getsPerson(words, at)) ||
      isWishToTalk(words, at) ||
      isCalledFor(words, at) ||
      refusesMachine(words, at),
  ) || isCompany(words);

/** "Give me a lady or a gentleman to talk to": whoever it is, to be talked to. */
function isCompany(words: readonly string[]): boolean {
  const said = words.filter((word) => !closings.has(word));
  const [to = '', talk = '', last = ''] = said.slice(-3);
  if (to !== 'to' || !talking.has(talk) || !['to', 'with'].includes(last)) return false;
  return said.slice(0, -4).some((word) => getting.has(word) || sending.has(word));
}

const talking = set('talk speak chat');
const closings = set('please pls plz thanks thank you now');

/** "A real person", "someone with a pulse", "somebody who breathes"; "are you a real person" only asks. */
function isLivingPerson(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (!isPerson(words, at) || words.slice(0, at).some((w) => w === 'you' || w === "you're"))
    return false;
  if (word !== 'human' && living.has(words[at - 1] ?? '')) return true;
  if (anybody.has(word) && (words[at + 1] === 'alive' || words[at + 1] === 'real')) return true;
  const after = words.slice(at + 1, at + 7);
  const joins = after[0] === 'who' || after[0] === 'with' || after[0] === 'that';
  return joins && after.some((next) => living.has(next));
}

function isPerson(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (word === 'people') return theirs.has(before);
  if (word === 'person' && (before === 'in' || before === 'one' || /^\d+$/.test(before)))
    return false;
  if (roles.has(word) || anybody.has(word)) return true;
  return departments.some(([first, second]) => first.has(word) && second.has(words[at + 1] ?? ''));
}

/** The next person after the verb, with little of weight between; -1 where there is none. */
function personAfter(words: readonly string[], verb: number): number {
  let strangers = 0;
  for (let at = verb + 1; at < words.length; at++) {
    if (isPerson(words, at) && !(words[at] === 'human' && isPerson(words, at + 1)))
      return strangers > 0 && anybody.has(words[at] ?? '') && getting.has(words[verb] ?? '')
        ? -1
        : at;
    if (!between.has(words[at] ?? '')) strangers += 1;
    if (strangers > strangersBetween) return -1;
  }
  return -1;
}

/** "Speak to one of your people", "connect with a person"; not "connect my phone". */
function reachesPerson(words: readonly string[], verb: number): boolean {
  const person = personAfter(words, verb);
  const isNoun = words[verb - 1] === 'a' || words[verb - 1] === 'the' || words[verb - 1] === 'my';
  return person > verb + 1 && !isNoun && !tellsOfPast(words, verb);
}

const isWriting = (words: readonly string[], at: number): boolean =>
  writing.has(words[at] ?? '') && ['with', 'to'].includes(words[at + 1] ?? '');

/** "I could not reach anyone" and "did not talk to someone" tell what happened. */
const tellsOfPast = (words: readonly string[], verb: number): boolean =>
  words
    .slice(Math.max(0, verb - 3), verb)
    .some((w) => w === "didn't" || w === 'did' || w === "couldn't");

const isGetting = (words: readonly string[], at: number): boolean =>
  getting.has(words[at] ?? '') || (sending.has(words[at] ?? '') && words[at + 1] === 'me');

/** "Get me an agent", "put somebody on", "could I have a person"; not "I need someone to fix the boiler". */
function getsPerson(words: readonly string[], verb: number): boolean {
  const person = personAfter(words, verb);
  if (person < 0) return false;
  const next = words.slice(person + 1).filter((w) => !politeOpenings.has(w));
  const isEnd = next.length === 0 || (next.length <= 2 && next.every((w) => goesOn.has(w)));
  const isPurpose = next[0] === 'to' && purposes.has(next[1] ?? '');
  if (isEnd || isPurpose) return true;
  if (anybody.has(words[person] ?? '')) {
    // "Get me somebody at the store": whoever is fetched for oneself is to be spoken to, wherever they are.
    const isForMe = words[verb + 1] === 'me' && ['at', 'from', 'in'].includes(next[0] ?? '');
    return isForMe || (next[0] === 'in' && isPerson(next, 1));
  }
  const isDepartment = !roles.has(words[person] ?? '');
  return isDepartment ? next.slice(1).every((w) => goesOn.has(w)) : goesOn.has(next[0] ?? '');
}

/** "Let me talk to Xalo", "I'd sooner speak with the boss": whoever it is. */
function isWishToTalk(words: readonly string[], at: number): boolean {
  if (!['talk', 'speak', 'chat'].includes(words[at] ?? '')) return false;
  if (!['to', 'with'].includes(words[at + 1] ?? '') || words.length <= at + 2) return false;
  if (
    machines.has(words.at(-1) ?? '') ||
    /^(?:you|my|our|her|his|their)$/.test(words[at + 2] ?? '')
  )
    return false;
  const before = words.slice(Math.max(0, at - 4), at).join(' ');
  return /(?:^| )(?:let me|lemme|sooner|rather|(?:want|need|like|prefer) to|wanna)$/.test(before);
}

/** "Can somebody call me", "please, someone who speaks slowly": anybody at all, who is to come to the customer. */
function isCalledFor(words: readonly string[], at: number): boolean {
  if (!isPerson(words, at)) return false;
  const before = words.slice(Math.max(0, at - 2), at).join(' ');
  if (!/(?:^| )(?:can|could|will|would|may|have|please)(?: (?:a|an|the))?$/.test(before))
    return false;
  const said = words.slice(at + 1, at + 5).join(' ');
  const isOne = words[at] === 'person' || roles.has(words[at] ?? '');
  if (isOne && /^(?:please |just )*(?:help|assist) me/.test(said)) return true;
  if (/^(?:who|that) (?:can |could )?(?:speaks?|talks?|listens?|understands?)(?: |$)/.test(said))
    return true;
  return /^(?:please |just |actually )*(?:call|phone|ring|contact|text) (?:me|us)\b|^(?:please |just )*(?:take over|pick up|take this|talk to me|speak to me)/.test(
    said,
  );
}

const determiners = '(?: (?:a|an|the|your|any|these|this|some|stupid|dumb))*';
const dealings = '(?:do|like|want|trust|talk|speak|chat|deal|get on|get along)';
const refusal = new RegExp(
  `(?:(?:don't|dont|do not|won't|wont|will not|can't|cant|cannot|never|not going to) ${dealings}(?: (?:to|with|talk|speak|chat|deal))*|(?:hate|instead of|rather than|sick of|tired of|fed up with)(?: (?:talking|speaking|chatting|dealing))?(?: (?:to|with))?)${determiners}$`,
);

/** "I don't do robots", "no bots", "instead of this typing", "not with a machine". */
function refusesMachine(words: readonly string[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 6), at).join(' ');
  if (words[at] === 'typing') return /instead of(?: (?:this|all this))?$/.test(before);
  if (!machines.has(words[at] ?? '')) return false;
  const isBare = at === 1 && (words[0] === 'no' || words[0] === 'not');
  return isBare || refusal.test(before);
}

/** "Rep", "supervisor please", "agent agent agent"; and "000", which is what telephones' menus taught. */
function isOnlyPerson(words: readonly string[]): boolean {
  const said = words.filter((word) => !small.has(word));
  if (said.length === 0) return false;
  const zeros = said.filter((word) => word === 'zero' || /^0+$/.test(word));
  if (zeros.length === said.length)
    return zeros.join('').replaceAll('zero', '0').length >= fewestZeros;
  return (
    said.length <= 4 &&
    said.every((_, at) => isPerson(said, at) || (at > 0 && isDepartmentAt(said, at - 1)))
  );
}

/** "Please connect me", and nothing else: to whom goes without saying. */
const isOnlyConnecting = (words: readonly string[]): boolean =>
  /^(?:connect|transfer) me(?: through)?$/.test(words.filter((word) => !small.has(word)).join(' '));

const isDepartmentAt = (words: readonly string[], at: number): boolean =>
  !roles.has(words[at] ?? '') && !anybody.has(words[at] ?? '') && isPerson(words, at);
