/** Surveys arrive apart from the contacts that they judge, and often days later. */
import type { Contact, Outcome, Survey } from '../domain/conversation.js';
import { dayMs } from '../lib/calendar.js';
import { surveyDays } from './settings.js';

export interface SurveyLookup {
  /** By `Contact.id`. */
  byContact: Map<string, Survey>;
  byCustomer: Map<string, Survey[]>;
}

/**
 * @param platforms of all contacts. Equal ids mean something only within one platform, so that a survey that names none is a
 *   contact's only where there is one alone.
 */
export function surveyLookup(
  surveys: readonly Survey[],
  platforms: readonly string[],
): SurveyLookup {
  const only = platforms.length === 1 ? platforms[0] : undefined;
  const lookup: SurveyLookup = { byContact: new Map(), byCustomer: new Map() };
  for (const survey of surveys) {
    const { contactId, platform = only } = survey;
    if (contactId === undefined) addCustomer(lookup.byCustomer, survey);
    else if (platform !== undefined) lookup.byContact.set(`${platform}/${contactId}`, survey);
  }
  return lookup;
}

function addCustomer(byCustomer: SurveyLookup['byCustomer'], survey: Survey): void {
  for (const hash of Object.values(survey.customer)) {
    const same = byCustomer.get(hash);
    if (same) same.push(survey);
    else byCustomer.set(hash, [survey]);
  }
}

type Answered = Pick<Contact, 'id' | 'customer' | 'startedAt'> & { endedAt?: number | undefined };

/** The survey that judges a contact: by the contact's id, else by the customer, within the days in which people answer. */
export function surveyOf(
  { id, customer, startedAt, endedAt }: Answered,
  { byContact, byCustomer }: SurveyLookup,
): Survey | undefined {
  const until = (endedAt ?? startedAt) + surveyDays * dayMs;
  return (
    byContact.get(id) ??
    Object.values(customer)
      .flatMap((hash) => byCustomer.get(hash) ?? [])
      .find(
        ({ respondedAt }) =>
          respondedAt !== undefined && respondedAt >= startedAt && respondedAt <= until,
      )
  );
}

/** A survey fills in what the contact's own record leaves open. */
export const withSurvey = (contact: Contact, lookup: SurveyLookup): Contact =>
  withAnswers(contact, surveyOf(contact, lookup));

/** The same of anything that has a contact's outcome. */
export function withAnswers<T extends { outcome: Outcome }>(one: T, survey?: Survey): T {
  if (!survey) return one;
  const { csat, ces, complaint } = survey;
  const answers = Object.fromEntries(
    Object.entries({ csat, ces, complaint }).filter(([, v]) => v !== undefined),
  );
  return { ...one, outcome: { ...answers, ...one.outcome } };
}
