/** A Rasa project: a domain, its phrases, a form. */
import type { TrainingSample } from '../support/training-sample.js';

const nlu = `version: "3.1"
nlu:
- intent: pay_bill # by the team
  examples: |
    - pay my bill
    - settle the invoice of [May](month)
- intent: track_order
  examples: |
    - where is my parcel
`;
const domain = `version: "3.1"
intents:
- pay_bill
- track_order
entities: [month]
slots:
  month:
    type: text
    mappings:
    - type: from_entity
      entity: month
forms:
  pay_form:
    required_slots: [month]
responses:
  utter_ask_month:
  - text: Which month?
`;
const rules = `version: "3.1"
rules:
- rule: pay
  steps:
  - intent: pay_bill
  - action: pay_form
  - active_loop: pay_form
`;

export const sample: TrainingSample = {
  files: [
    { path: 'data/nlu.yml', text: nlu },
    { path: 'data/rules.yml', text: rules },
    { path: 'domain.yml', text: domain },
  ],
  intents: ['pay_bill', 'track_order'],
};
