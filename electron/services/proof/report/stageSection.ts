import { type Certificate, factNames, type ServerReply } from '../../../contract/proof/evidence.ts';
import type { StageResult } from '../../../contract/proof/proof.ts';
import { type Html, html } from './html.ts';
import type { ReportTexts } from './reportTexts.ts';

/** A row of a list of terms. */
export const row = (term: string, value: string | Html): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

const factRows = ({ evidence }: StageResult, texts: ReportTexts): Html[] =>
  factNames.flatMap((name) => {
    const value = evidence.facts[name];
    return value === undefined ? [] : [row(texts.say(`proof:facts.${name}`), texts.fact(name, value))];
  });

const replyLine = ({ command, code, enhanced, text }: ServerReply, texts: ReportTexts): Html =>
  html`<pre><b>${command ?? texts.say('report:greeting')}</b>
${[code, enhanced].filter((part) => part !== null).join(' ')} ${text}</pre>`;

const certificateRows = (certificate: Certificate, texts: ReportTexts): Html => {
  const { subject, issuer, names, validFrom, validTo, serialNumber, fingerprint, keyType, keyBits } =
    certificate;
  return html`<dl class="certificate">
    ${row(texts.say('report:certificate.subject'), subject)}
    ${row(texts.say('report:certificate.issuer'), issuer)}
    ${row(texts.say('report:certificate.names'), names.join(', '))}
    ${row(texts.say('report:certificate.validFrom'), texts.time(validFrom))}
    ${row(texts.say('report:certificate.validTo'), texts.time(validTo))}
    ${row(texts.say('report:certificate.key'), [keyType, keyBits].filter((part) => part !== null).join(' '))}
    ${row(texts.say('report:certificate.serialNumber'), serialNumber)}
    ${row(texts.say('report:certificate.fingerprint'), fingerprint)}
  </dl>`;
};

const part = (heading: string, content: readonly Html[]): Html | null =>
  content.length === 0
    ? null
    : html`<h3>${heading}</h3>
        ${content}`;

/** Cause, remedy and who acts, in full sentences. */
export const findingBox = ({ finding }: StageResult, texts: ReportTexts): Html | null =>
  finding &&
  html`<section class="finding ${finding.severity}">
    <h3>${texts.title(finding)}</h3>
    <dl>
      ${row(texts.say('report:cause'), texts.cause(finding))}
      ${row(texts.say('report:remedy'), texts.remedy(finding))}
      ${finding.command === undefined ? null : row(texts.say('proof:finding.command'), html`<code>${finding.command}</code>`)}
      ${row(texts.say('report:who'), texts.actor(finding.who))}
      ${finding.severity === 'error' ? row(texts.say('report:lasting'), texts.say(finding.permanent ? 'report:permanent' : 'report:temporary')) : null}
    </dl>
  </section>`;

/** All that one stage saw: finding, facts, the server's own words, the certificates. */
export const stageSection = (result: StageResult, texts: ReportTexts): Html => {
  const { evidence } = result;
  return html`<section class="stage">
    <h2>${texts.stage(result)} · ${texts.say(`proof:statuses.${result.status}`)}</h2>
    ${findingBox(result, texts)}
    <dl>${factRows(result, texts)}</dl>
    ${part(
      texts.say('report:words'),
      evidence.replies.map((reply) => replyLine(reply, texts)),
    )}
    ${part(
      texts.say('report:certificates'),
      evidence.certificates.map((certificate) => certificateRows(certificate, texts)),
    )}
  </section>`;
};
