/** Two small fictional bots' training phrases. */
import type { LabelledPhrase } from '../../src/domain/classifier.js';

const library: Record<string, string[]> = {
  renew_loan: [
    'can I keep the book for longer',
    'renew my loan please',
    'extend the due date of my book',
    'I need more time with this book',
    'how do I renew a borrowed book',
    'may I keep it another week',
    'please extend my loan',
    'prolong the loan of this novel',
  ],
  opening_hours: [
    'when do you open',
    'what time does the library close',
    'are you open on Sunday',
    'opening hours please',
    'until what time are you open today',
    'is the library open on holidays',
    'what are your hours',
    'do you close early on Friday',
  ],
  lost_card: [
    'I lost my library card',
    'my card is gone, can I get a new one',
    'replace my reader card',
    'someone stole my card',
    'I cannot find my library card anywhere',
    'how much is a replacement card',
    'need a new card because mine is missing',
    'my reader card was stolen',
  ],
  pay_fine: [
    'how much is my fine',
    'I want to pay my late fee',
    'can I pay the fine online',
    'pay overdue charges',
    'why was I charged a late fee',
    'settle my outstanding fine',
    'where do I pay the fee',
    'is there a fine on my account',
  ],
};

export const libraryPhrases: LabelledPhrase[] = Object.entries(library).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);
