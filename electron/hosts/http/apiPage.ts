import type { OpenAPI } from '@orpc/openapi';
import { failures } from '../../contract/failures.ts';
import { loadTranslator } from '../../locales/translate.ts';
import { html, Html } from '../../services/proof/report/html.ts';
import type { ApiDescription } from './apiDescription.ts';
import { apiPageStyle } from './apiPageStyle.ts';
import { exampleOf } from './apiExample.ts';
import { doorRefusals } from './refusal.ts';

type Described = { method: 'GET' | 'POST'; url: string; name: string; operation: OpenAPI.OperationObject };

const operationsOf = ({ paths = {}, servers = [] }: ApiDescription): Described[] =>
  Object.entries(paths).flatMap(([path, item]) => {
    const url = `${servers[0]?.url ?? ''}${path}`;
    const found = [['GET', item?.get] as const, ['POST', item?.post] as const];
    return found.flatMap(([method, operation]) =>
      operation ? [{ method, url, name: operation.operationId ?? '', operation }] : [],
    );
  });

const schemaIn = (media: OpenAPI.RequestBodyObject | OpenAPI.ResponseObject): unknown =>
  Object.values(media.content ?? {})[0]?.schema;

const inputOf = ({ requestBody, parameters }: OpenAPI.OperationObject): unknown => {
  if (parameters) return parameters;
  return requestBody && !('$ref' in requestBody) ? schemaIn(requestBody) : undefined;
};

const outputOf = ({ responses = {} }: OpenAPI.OperationObject): unknown => {
  const { 200: done } = responses;
  return done && !('$ref' in done) ? schemaIn(done) : undefined;
};

const block = (title: string, content: unknown): Html | null =>
  content === undefined
    ? null
    : html`<details>
        <summary>${title}</summary>
        <pre tabindex="0">${JSON.stringify(content, null, 2)}</pre>
      </details>`;

const examples = ({ method, url, operation }: Described): Html => {
  const asked = method === 'GET' ? `${url}?userId=…` : url;
  const body = JSON.stringify(exampleOf(inputOf(operation) ?? { type: 'object' }));
  const sent =
    method === 'GET' ? ['', ''] : [` --json '${body}'`, ` -ContentType application/json -Body '${body}'`];
  const curl = `curl --user NAME "${asked}"${sent[0]}`;
  const powerShell = `Invoke-RestMethod -Method ${method} -Uri "${asked}" -Credential (Get-Credential) -AllowUnencryptedAuthentication${sent[1]}`;
  return html`<details>
    <summary>Examples</summary>
    <pre tabindex="0">
${curl}

${powerShell}</pre>
  </details>`;
};

const operationSection = (described: Described): Html => {
  const { method, url, name, operation } = described;
  return html`<section aria-labelledby="${name}">
    <h3 id="${name}">${method} ${new URL(url).pathname}</h3>
    <p>${[operation.summary, operation.description].filter(Boolean).join('. ')}</p>
    ${block('Input', inputOf(operation))}${block('Output', outputOf(operation))}${examples(described)}
  </section> `;
};

/** Every code with its status, and what it says; `…` where a text names something of the occurrence. */
const problemList = async (): Promise<Html[]> => {
  const translate = await loadTranslator('en', ['errors']);
  const row = (code: string, status: number, key: string): Html =>
    html`<dt id="${code}">${code} (${status})</dt>
      <dd>${translate(key).replaceAll(/\{\{\w+\}\}/g, '…')}</dd> `;
  return [
    ...Object.entries(failures).map(([code, { status }]) => row(code, status, `errors:codes.${code}.title`)),
    ...doorRefusals.map(({ code, status }) => row(code, status, `errors:door.${code}`)),
  ];
};

const introduction = html`<p>
    Every operation of the console as JSON, described for programs in
    <a href="/api/openapi.json">openapi.json</a>. From this machine only.
  </p>
  <h2 id="sign-in">Signing in</h2>
  <p>
    With name and password (HTTP basic authentication), where an administrator allows it twice: in the
    security rules and for the user. The password must not have to be changed first. Wrong attempts count
    towards the lockout; an administrator sees the reason of a refused sign-in under Last sign-ins of the
    user. No session begins by it, so nobody is signed out; whatever begins or ends a session, or changes the
    own password, needs one.
  </p>
  <p>
    With a session: <code>POST /session</code> with <code>{}</code>, or with the <code>token</code> of a start
    link, gives a cookie and a key. Send both with each call, the key as <code>Authorization: Bearer</code>,
    and call <code>/api/session/signIn</code> first.
  </p>
  <p>
    The examples are for name and password; Windows PowerShell 5.1 does not need
    <code>-AllowUnencryptedAuthentication</code>.
  </p> `;

/**
 * The page that shows the API to people who write scripts. In English alone, as the names of operations, fields and codes are.
 * It has no script: what it needs of styles it brings along.
 */
export const createApiPage = async (description: ApiDescription): Promise<string> => {
  const operations = operationsOf(description);
  const areas = [...Map.groupBy(operations, ({ name }) => name.split('.')[0] ?? '')];
  const links = areas.map(([area]) => html`<li><a href="#area-${area}">${area}</a></li>`);
  const sections = areas.map(
    ([area, described]) =>
      html`<h2 id="area-${area}">${area}</h2>
        ${described.map(operationSection)}`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Relay Console: API</title>
        <style>
          ${new Html(apiPageStyle)}
        </style>
      </head>
      <body>
        <main>
          <h1>Relay Console: API</h1>
          ${introduction}
          <nav aria-label="Areas">
            <ul>
              ${links}
              <li><a href="#problems">Problems</a></li>
            </ul>
          </nav>
          ${sections}
          <h2 id="problems">Problems</h2>
          <p>
            What goes wrong is told as problem details (RFC 9457); <code>code</code> is one of these,
            <code>data</code> says more, <code>Accept-Language</code> chooses the language of
            <code>title</code> and <code>detail</code>.
          </p>
          <dl>${await problemList()}</dl>
        </main>
      </body>
    </html> `.markup;
};
