/** The survey tool's export: a CSV with names of its own, to be mapped by whoever reads it. */
import type { SurveyRecord } from '../../domain/records.js';

export const surveyHeader = 'ResponseId,contact_id,score,effort,comment,RecordedDate\n';

/** Quotes double inside quotes (RFC 4180). */
const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export function surveyLine(survey: SurveyRecord): string {
  const cells = [
    `R_${survey.contact_id?.slice(0, 8) ?? ''}`,
    survey.contact_id ?? '',
    String(survey.csat ?? ''),
    String(survey.ces ?? ''),
    survey.comment ?? '',
    survey.responded_at ?? '',
  ];
  return `${cells.map(quoted).join(',')}\n`;
}
