import { describe, expect, it } from 'vitest';
import type { Survey } from '../../src/domain/conversation.js';
import { surveyLookup, withSurvey } from '../../src/link/surveys.js';
import { agent, contact, start } from '../support/conversations.js';

const survey = (more: Partial<Survey>): Survey => ({ id: 'v', customer: {}, csat: 75, ...more });
const on = (platform: string) =>
  contact([agent('hello')], { platform, id: `${platform}/7`, contactId: '7' });
const csatOf = (platform: string, platforms: string[], more: Partial<Survey>) =>
  withSurvey(on(platform), surveyLookup([survey(more)], platforms)).outcome.csat;

describe('a survey', () => {
  it('that names a contact alone is its, where all contacts are of one platform', () => {
    expect(csatOf('desk', ['desk'], { contactId: '7' })).toBe(75);
  });

  it('that names a contact alone is nobody’s, where two platforms may have that id', () => {
    expect(csatOf('desk', ['calls', 'desk'], { contactId: '7' })).toBeUndefined();
  });

  it('that names the platform as well is that one’s, and no other’s of the same id', () => {
    const both = ['calls', 'desk'];
    expect(csatOf('desk', both, { platform: 'desk', contactId: '7' })).toBe(75);
    expect(csatOf('calls', both, { platform: 'desk', contactId: '7' })).toBeUndefined();
  });

  it('that names a customer is of the contact of theirs that ended before it', () => {
    const known = contact([agent('hello')], { customer: { phone: 'a1' } });
    const of = (respondedAt: number) =>
      withSurvey(known, surveyLookup([survey({ customer: { phone: 'a1' }, respondedAt })], []))
        .outcome.csat;
    expect(of(start + 3_600_000)).toBe(75);
    expect(of(start - 1)).toBeUndefined();
  });

  it('leaves what the contact’s own record says', () => {
    const rated = contact([agent('hello')], { outcome: { csat: 10 } });
    const lookup = surveyLookup([survey({ contactId: rated.contactId })], [rated.platform]);
    expect(withSurvey(rated, lookup).outcome.csat).toBe(10);
  });
});
