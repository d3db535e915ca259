/** What the figures of the page mean, in the words of a reader who meets them for the first time. */

/** Each stands on the page with the id `term-<name>`; figures lead there. */
export const terms = {
  journey: [
    'Handoff, contact, journey',
    'A handoff is the moment at which the bot gives the customer to a human; a contact is the conversation with the agent that follows; the two together are a journey.',
  ],
  suspect: [
    'Suspect night, in force',
    'A night is suspect when its data did not all come: a source brought far less than its weekday usually does, one side is missing, far fewer handoffs than usual found their contact, or files could not be read. Its figures may be of half a day: do not act on them. The tickets and the review of the last good night stay in force, here and in every command, until a later night is good.',
  ],
  linked: [
    'Linked, possible, none',
    'Linked: the contact took the handoff with a probability of 0.9 or more, unless configured otherwise. Possible: likelier than not; shown, never used for training phrases. None: no contact is claimed. The expected precision is the mean probability of the linked ones.',
  ],
  worth: [
    'What a repair is worth',
    'In front, what it is surely worth: time and money together at the lower end of their interval, a minute of a customer or an agent at the price that the config names. Repairs are ranked by it, so that a large but doubtful figure does not lead; the first ten keep their place until others are surely worth more. Below it the time of customers and agents that is saved if the cause is repaired: what is visibly spent on it in the conversations, and where that cannot be seen, the difference to like contacts without it. The range holds in nine of ten cases. Money alone is the time of agents, lost satisfaction, complaints and repeat contacts at the configured prices, in the middle of what is likely: it can be more or less than what is surely worth. A month is 4.35 weeks.',
  ],
  unsure: ['Rests on unsure links', 'The repair would not stand without the possible links.'],
  tax: [
    'Handoff tax',
    "The customer's time between the first message to the bot and the moment at which the agent starts solving, less what a direct contact takes to get there: the average of both, compared within the same reason for contact.",
  ],
  stages: [
    'Stages of a journey',
    'With the bot: first message to handoff. Waiting: handoff to the first word of the agent. Identifying again: who the customer is. Explaining again: what it is about. Solving: the work itself, no part of the tax.',
  ],
  gap: [
    'Satisfaction lost by the handoff (CSAT gap)',
    'Satisfaction of direct less that of escalated customers, in points of 100, compared within the same reason for contact. From 10 points it is called a handoff problem, from 20 a crisis, unless configured otherwise.',
  ],
  complaints: [
    'Complaints, escalated to direct',
    'The share of escalated contacts with a complaint, divided by that of direct ones. Not given where so few complained that it might be anything.',
  ],
  repeats: [
    'Repeats a journey',
    'How often, in the mean, a customer tells the agent again what the bot had been told.',
  ],
  context: [
    'What the agent was given',
    'What the handoff record says the agent saw of the conversation before: the whole transcript, a summary or some values, or nothing.',
  ],
  returns: [
    'Came back within seven days',
    'The share of customers who contact the company again within seven days after the end of a visit, whatever for. Visits whose seven days are not over, and customers whom nothing identifies, are not counted.',
  ],
  score: [
    'Score of a journey',
    'How the bot, the handoff and the agent each treated the customer on the same six questions (understood, asked once, progress, resolution, courtesy, time), in points of 100. It grades how, not whether: a bot that hands over often, but soon and with all it knows, scores well.',
  ],
  deadEnd: [
    'Dead end',
    'The bot understands what the customer wants and hands over nearly always all the same.',
  ],
  cause: [
    'Main cause',
    'A journey can have several findings. The main cause is the one that explains the handoff best; the others cost time, but the bot did not hand over because of them. A table counts handoffs by their main cause, or all handoffs with a finding, each once however often it shows it; of a repair it counts those that the repair would help.',
  ],
  release: [
    'Proven, no effect, worse since',
    'From the day on which a repair goes live, the rate of its cause is compared with what it was before and with causes that nobody changed. Proven: the fall is larger than chance explains. Too early: it needs the days that are named.',
  ],
  test: [
    'Tests of a suggestion',
    'Tested: nothing speaks against it. A person should look first: the test cannot decide. Refused: it would make an intent clearly worse or carry personal data. The test compares how many requests are understood with and without the change.',
  ],
  turns: [
    'Turns',
    'Counted from 1 on each side. The files count from 0: there, bot:3 is the fourth turn of the bot session.',
  ],
  often: [
    'More often, less often',
    'Two weeks are said to differ only where the difference is larger than chance makes it in 19 of 20 cases; below ten journeys in both nothing is said.',
  ],
  tokens: [
    'Tokens',
    'Personal values stand as a type with a short keyed hash, such as ⟨phone:9f2c41⟩: the same value gives the same hash. A character that would act instead of being read is shown by its name.',
  ],
  unknown: ['Unknown', 'The data does not say. It is never counted as zero.'],
} as const satisfies Record<string, readonly [name: string, meaning: string]>;

export type Term = keyof typeof terms;
