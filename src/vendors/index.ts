/** All vendors. A new one is a folder and a line here. */
import { amazonConnect } from './amazon-connect/vendor.js';
import { amazonLexV2 } from './amazon-lex-v2/vendor.js';
import { botFramework } from './bot-framework/vendor.js';
import { chatwoot } from './chatwoot/vendor.js';
import { cognigy } from './cognigy/vendor.js';
import { contactsCsv } from './contacts-csv/vendor.js';
import { csatCsv } from './csat-csv/vendor.js';
import { dialogflowCx } from './dialogflow-cx/vendor.js';
import { dialogflowEs } from './dialogflow-es/vendor.js';
import { genesysCloud } from './genesys-cloud/vendor.js';
import { handback } from './handback/vendor.js';
import { koreAi } from './kore-ai/vendor.js';
import { microsoftClu } from './microsoft-clu/vendor.js';
import { rasa } from './rasa/vendor.js';
import { salesforce } from './salesforce/vendor.js';
import { servicenow } from './servicenow/vendor.js';
import { twilioFlex } from './twilio-flex/vendor.js';
import { vcon } from './vcon/vendor.js';
import type { Vendor } from './vendor.js';
import { watsonx } from './watsonx/vendor.js';
import { webvtt } from './webvtt/vendor.js';
import { zendesk } from './zendesk/vendor.js';

export const vendors: readonly Vendor[] = [
  handback,
  rasa,
  amazonLexV2,
  dialogflowCx,
  dialogflowEs,
  genesysCloud,
  botFramework,
  microsoftClu,
  watsonx,
  cognigy,
  servicenow,
  koreAi,
  amazonConnect,
  zendesk,
  twilioFlex,
  chatwoot,
  salesforce,
  vcon,
  webvtt,
  contactsCsv,
  csatCsv,
];
