import { sayHello } from './hello.ts';
import { type RunSmtpStage, smtpFinding } from './smtpStage.ts';

/** Asks what the server offers, anew after encryption began (RFC 3207, 4.2). */
export const runIdentify: RunSmtpStage = async (work, context) => {
  const { state, evidence } = work;
  const ehlo = await sayHello(work, context);
  state.ehlo = ehlo;
  evidence.fact('serverName', ehlo.domain);
  evidence.fact('extensions', [...ehlo.lines]);
  evidence.fact('mechanisms', [...ehlo.mechanisms]);
  if (ehlo.sizeLimit !== null) evidence.fact('sizeLimitBytes', ehlo.sizeLimit);
  const couldEncrypt = !state.encrypted && ehlo.extensions.has('STARTTLS');
  return couldEncrypt ? smtpFinding(context, state, { code: 'encryptionNotUsed' }) : null;
};
