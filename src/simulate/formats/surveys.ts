/** The survey tool's export: a CSV with names of its own, to be mapped by whoever reads it. */
import type { SurveyRecord } from '../../domain/records.js';
import { csvLine } from './format.js';

export const surveyHeader = 'ResponseId,contact_id,score,effort,comment,RecordedDate\n';

export const surveyLine = (survey: SurveyRecord): string =>
  csvLine([
    `R_${survey.contact_id?.slice(0, 8) ?? ''}`,
    survey.contact_id,
    survey.csat,
    survey.ces,
    survey.comment,
    survey.responded_at,
  ]);
