/** Surveys arrive apart from the contacts that they judge, and often days later. */
import type { Contact, Survey } from '../domain/conversation.js';
import { dayMs } from '../lib/calendar.js';

/** A survey that names the customer alone belongs to a contact that ended at most this long before it. */
const surveyDays = 14;

export interface SurveyLookup {
  byContact: Map<string, Survey>;
  byCustomer: Map<string, Survey[]>;
}

export function surveyLookup(surveys: readonly Survey[]): SurveyLookup {
  const lookup: SurveyLookup = { byContact: new Map(), byCustomer: new Map() };
  for (const survey of surveys) {
    if (survey.contactId !== undefined) lookup.byContact.set(survey.contactId, survey);
    else {
      for (const hash of Object.values(survey.customer)) {
        const same = lookup.byCustomer.get(hash);
        if (same) same.push(survey);
        else lookup.byCustomer.set(hash, [survey]);
      }
    }
  }
  return lookup;
}

/** A survey fills in what the contact's own record leaves open. */
export function withSurvey(contact: Contact, { byContact, byCustomer }: SurveyLookup): Contact {
  const until = (contact.endedAt ?? contact.startedAt) + surveyDays * dayMs;
  const survey =
    byContact.get(contact.contactId) ??
    Object.values(contact.customer)
      .flatMap((hash) => byCustomer.get(hash) ?? [])
      .find(
        ({ respondedAt }) =>
          respondedAt !== undefined && respondedAt >= contact.startedAt && respondedAt <= until,
      );
  if (!survey) return contact;
  const { csat, ces, complaint } = survey;
  const answers = Object.fromEntries(
    Object.entries({ csat, ces, complaint }).filter(([, v]) => v !== undefined),
  );
  return { ...contact, outcome: { ...answers, ...contact.outcome } };
}
