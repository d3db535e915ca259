/** What people of every business say: customers to bots, agents to customers. Templates. */

export const greetTraining = [
  'hi',
  'hello',
  'hey',
  'hello there',
  'hi there',
  'good morning',
  'good afternoon',
  'good evening',
  'hiya',
  'hey there',
  'hi bot',
  'morning all',
];

export const humanTraining = [
  'talk to a human',
  'speak to a person',
  'I want to talk to someone',
  'agent please',
  'connect me to an agent',
  'real person',
  'customer service representative',
  'can I speak to an adviser',
  'put me through to a human',
  'live chat with an agent',
  'transfer me to a person',
  'operator',
  'speak to someone real',
];

export const greetings = [
  'hi',
  'hello',
  'hey there',
  'hi there',
  'good morning',
  'hello is anyone there',
];

export const humanRequests = [
  '(can|could) i (talk|speak) to a (real |)(person|human)(| please)',
  'agent',
  'get me a human (please|)',
  'i want to speak to an adviser',
  'human please',
  'put me through to someone',
  'can someone real help me',
  'let me talk to a person',
  'just connect me to an agent',
];

export const objections = [
  "no (thats|that's) not what i (meant|asked)",
  'that is not it',
  "you're not listening",
  'wrong',
  "no, you didn't (get|understand) (it|me)",
  'that has nothing to do with it',
  "i didn't ask for that",
  'not that',
];

export const thanks = [
  'no thanks',
  "no that's all",
  'great, thanks',
  'nope, cheers',
  'that was all, thank you',
  'thanks bye',
];

export const cannotFind = [
  "i don't have that to hand",
  'no idea where i find that',
  "i don't know it",
  'where would i see that',
  'not got it with me',
];

export const anger = [
  'this is (absolutely |)ridiculous',
  'what a (useless|terrible|rubbish) (service|bot)',
  "i'm (absolutely |really |)(furious|fed up|livid) with you lot",
  'your bot is a joke and a complete waste of my time',
  "honestly this is the worst (service|company) i've ever (had|dealt with)",
  'i am so angry right now',
  'this is a disgrace and i have wasted (half an hour|twenty minutes) on it',
];

export const lead = ['', '', '', '', 'hi ', 'hello, ', 'hi there, ', 'so ', 'um ', 'ok so '];

export const botFallbacks = [
  "Sorry, I didn't quite get that. Could you put it another way?",
  'I am not sure that I understood. Can you say it in other words?',
];

/** Frames that take a slot's noun phrase. */
export const askFrames = [
  'could i (take|have|get) {noun}(| please)?',
  'can you (give|tell) me {noun}(| please)?',
  'what(| i)s {noun}?',
  '{noun} please?',
  'do you have {noun} (to hand|there|handy)?',
  "i('ll| will) need {noun}(| for that)",
  'would you mind (sharing|giving me) {noun}?',
  'if you could let me have {noun}',
  'and {noun}?',
  'let me know {noun} and i can look',
];

export const formalFrames = [
  'May I please have {noun}?',
  'Could you kindly provide {noun}?',
  'Would you be so kind as to state {noun}?',
  'I would need {noun} in order to proceed.',
];

export const coldOpenings = [
  '(Hi|Hello), (this is|you are through to) {name}, how can I help (you |)(today|)?',
  'Thanks for waiting, my name is {name}. What can I do for you?',
  'Hello, {name} speaking, how may I help?',
  'Good day, you are speaking with {name}. What is your query about?',
  "hi it's {name}, what seems to be the problem?",
];
export const coldTerse = [
  'hi how can i help',
  'hello whats up',
  'hi {name} here, what do you need',
  'yes how can i help',
];

export const warmOpenings = [
  'Hi, {name} here. I can see you were (chatting with|talking to) our assistant about {topic}, let me pick that up.',
  "Hello, I'm {name}. I've read your chat with the bot, so this is about {topic}, right?",
  'Hi there, {name} taking over. The assistant tells me it is about {topic}, so no need to start again.',
  "Thanks for waiting, it's {name}. I see you need help with {topic} and I have your messages in front of me.",
  'Good day, my name is {name}. From the notes I understand that you asked about {topic}.',
];

export const confirmations = [
  'and just to read that back, that was {value}, thanks',
  "so that's {value}, got it",
  'I have {value} down from your chat, I will use that',
];

export const fillers = [
  'bear with me a moment',
  'thank you, just pulling that up now',
  'one second while the system loads',
  'Right, let me have a look at that for you.',
  'ok checking',
];

export const offers = [
  'Would you like me to send you a text when it is done?',
  'Is there anything else I can help you with today?',
  'anything else?',
  'Do you want me to email you a summary?',
  'You can also do this in the app next time if you like.',
];

export const closings = [
  'Thanks for getting in touch, have a lovely day.',
  'take care, bye',
  'Thank you for your patience. Goodbye.',
  'cheers bye',
];

export const acknowledgements = [
  'yes',
  "yes that's right",
  'yep',
  'correct',
  'ok',
  "that's the one",
  'yes please',
];

export const gives = [
  '{value}',
  '{value}',
  '{value}',
  "it's {value}",
  'yeah its {value}',
  'sure, {value}',
  '{value} i think',
  'should be {value}',
  'here you go: {value}',
];

export const waits = ['hang on', 'one sec, looking', 'let me find it', 'give me a minute'];

export const transfers = [
  'This needs another team, I am passing you over to {queue} now.',
  'ok putting you through to {queue}, they deal with this',
];
