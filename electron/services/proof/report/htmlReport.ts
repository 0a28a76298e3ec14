import type { StageResult, TranscriptLine } from '../../../contract/proof/proof.ts';
import { decidingStage } from '../../../contract/proof/decidingStage.ts';
import type { LoggedProof } from '../proofLog.ts';
import { Html, html } from './html.ts';
import { reportStyle } from './reportStyle.ts';
import type { ReportTexts } from './reportTexts.ts';
import { findingBox, row, stageSection } from './stageSection.ts';

const arrows: Record<TranscriptLine['direction'], string> = { client: 'C:', server: 'S:', note: '#' };

const overview = (proof: LoggedProof, texts: ReportTexts): Html => {
  const verdict = texts.verdict(proof);
  const result = texts.say(`report:outcomes.${proof.outcome}`);
  return html`<dl>
    ${row(texts.subject, proof.profileName)}
    ${proof.target === '' ? null : row(texts.say('report:target'), proof.target)}
    ${row(texts.say('report:provenAt'), texts.time(proof.startedAt))}
    ${row(texts.say('report:provenBy'), proof.by)}
    ${row(texts.say('report:result'), verdict === null ? result : `${result}\n${verdict}`)}
    ${row(texts.say('report:duration'), texts.milliseconds(proof.durationMs))}
    ${row(texts.say('report:fingerprint'), proof.fingerprint)}
  </dl>`;
};

const stageRow = (result: StageResult, texts: ReportTexts): Html => {
  const { status, durationMs, finding } = result;
  return html`<tr class="${status}">
    <td>${texts.stage(result)}</td>
    <td>${texts.say(`proof:statuses.${status}`)}</td>
    <td class="number">${status === 'skipped' ? '' : texts.milliseconds(durationMs)}</td>
    <td>${finding && texts.title(finding)}</td>
  </tr>`;
};

const stageTable = ({ stages }: LoggedProof, texts: ReportTexts): Html =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">${texts.say('report:stage')}</th>
        <th scope="col">${texts.say('report:status')}</th>
        <th scope="col" class="number">${texts.say('report:time')}</th>
        <th scope="col">${texts.say('report:finding')}</th>
      </tr>
    </thead>
    <tbody>
      ${stages.map((stage) => stageRow(stage, texts))}
    </tbody>
  </table>`;

const transcript = ({ transcript: lines }: LoggedProof, texts: ReportTexts): Html | null => {
  if (lines.length === 0) return null;
  const text = lines.map(
    ({ atMs, direction, text }) => `${atMs.toFixed(1).padStart(9)} ${arrows[direction]} ${text}`,
  );
  return html`<section>
    <h2>${texts.say('report:transcript')}</h2>
    <p>${texts.say('report:transcriptLegend')}</p>
    <pre>${text.join('\n')}</pre>
  </section>`;
};

/** The report as one page that needs nothing else: no script, nothing remote, fit to be printed. */
export const htmlReport = (proof: LoggedProof, texts: ReportTexts): string => {
  const title = texts.pageTitle(proof.profileName);
  const seen = proof.stages.filter(({ status }) => status !== 'skipped');
  const failed = proof.outcome === 'failed' ? decidingStage(proof.stages, 'failed') : undefined;
  return html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${new Html(reportStyle)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${overview(proof, texts)} ${failed ? findingBox(failed, texts) : null} ${stageTable(proof, texts)}
          ${seen.map((stage) => stageSection(stage, texts))} ${transcript(proof, texts)}
          <footer>${texts.say('report:noSecrets')}</footer>
        </main>
      </body>
    </html> `.markup;
};
