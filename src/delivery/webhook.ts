import { Refused } from './retry.js';

const patience = 15_000;

/** @throws Refused when trying again would not help. No message names the address, which is a secret. */
export async function post(url: string, body: unknown): Promise<void> {
  if (!/^https?:\/\//.test(url)) throw new Refused('the address is no http or https URL');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
  }).catch((error: unknown) => {
    const cause =
      error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : null;
    throw new Error(`it could not be reached (${cause?.code ?? 'no answer'})`);
  });
  if (response.ok) return;
  const reason = `it answered ${response.status}`;
  const mayPass = response.status >= 500 || response.status === 429 || response.status === 408;
  throw mayPass ? new Error(reason) : new Refused(reason);
}
