import type { SampleFile } from '../support/sample.js';

export const body =
  '<p align=""center"">Chat Started: Monday, March 02, 2026</p><p align=""center"">Chat Origin: Web</p>( 5s ) Jo: my sim tray snapped<br>( 8s ) Einstein Bot: Let me find somebody.<br><p align=""center"">Agent Sam S</p>( 2m 11s ) Sam: What is your &quot;number&quot;?<br>( 2m 30s ) Jo: 07700 900123<br>or this one<br>';
const header =
  'Id,ChatKey,CaseId,Status,CreatedDate,RequestTime,StartTime,EndTime,WaitTime,OwnerId,ContactId,Disposition__c,Body';
export const row = (id: string, status = 'Completed') =>
  `${id},key-${id},500-1,${status},2026-03-02T09:00:00.000Z,2026-03-02T09:00:00.000Z,2026-03-02T09:00:00.000Z,2026-03-02T09:13:20.000Z,40,u-5,c-4471,sim_tray,"${body}"\n`;

export const sample: SampleFile = {
  name: 'salesforce/LiveChatTranscript.csv',
  content: `${header}\n${row('570-1')}${row('570-2')}`,
  endsBroken: true,
  broken: '570-3,key,500-1,Completed,yesterday,,,,,,,,\n',
};
