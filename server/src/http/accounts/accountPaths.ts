// The routes of accounts as openApi.ts describes them. Bodies and answers are those of shared/src/protocol/accounts.ts.
import { ACCOUNT_REFUSED, type AccountRefusal, accountRoutes as ROUTES, SIGN_IN_PAGE } from '@comptoir/shared/protocol/accounts';

const text = { type: 'string' } as const;
const record = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const json = (schema: object) => ({ 'application/json': { schema } });
const problem = json({ $ref: '#/components/schemas/Problem' });
const facts = { description: 'Which ways of signing in there are, and who is signed in.', content: json({ type: 'object' }) };

/** By status, which codes stand in the answer beside its sentence. */
function refusals(...codes: AccountRefusal[]): Record<number, object> {
  const all = [...codes, 'malformed', 'origin', 'tooMany'] as const;
  const statuses = [...new Set(all.map((code) => ACCOUNT_REFUSED[code]))];
  const said = (status: number): string => all.filter((code) => ACCOUNT_REFUSED[code] === status).join(', ');
  return Object.fromEntries(statuses.map((status) => [status, { description: `\`code\`: ${said(status)}.`, content: problem }]));
}
const asks = (summary: string, body: object, ok: object, codes: AccountRefusal[], status = 200) => ({
  summary,
  requestBody: { content: json(body) },
  responses: { [status]: ok, ...refusals(...codes) },
});
const removes = (summary: string, codes: AccountRefusal[]) => ({ summary, responses: { 200: facts, ...refusals(...codes) } });

const ticket = { ticket: text };
const coming = { ...ticket, office: text };
const options = {
  description: 'A question for the browser, and the flow it belongs to.',
  content: json(record({ flow: text, options: { type: 'object' } })),
};
const answered = { flow: text, credential: { type: 'object' } };
const passkeyId = { name: 'passkey', in: 'path', required: true, schema: text };
const token = { name: 'token', in: 'path', required: true, schema: text };

export const accountPaths = {
  [ROUTES.facts]: { get: { summary: 'Who is signed in here, and how one can be', responses: { 200: facts, ...refusals() } } },
  [ROUTES.email]: {
    post: asks(
      'Asks for a mail with a link and a code; answered the same for every address',
      record({ email: text, language: { type: 'string', enum: ['fr', 'en'] }, ...coming }, ['ticket', 'office']),
      { description: 'Asked.' },
      ['off', 'again', 'ticket', 'hasAccount'],
      202,
    ),
    delete: removes('Takes the address from my account', ['signedOut', 'again', 'lastWay']),
  },
  [ROUTES.emailCode]: {
    post: asks('Signs in by the code of a mail that this browser asked for', record({ code: text }), facts, [
      'code',
      'flow',
      'taken',
      'hasAccount',
      'banned',
      'signedOut',
    ]),
  },
  [ROUTES.passkeyRegisterOptions]: {
    post: asks('Begins to make a passkey, of my account or of a guest who makes one', record(ticket, ['ticket']), options, [
      'off',
      'again',
      'ticket',
      'hasAccount',
      'full',
    ]),
  },
  [ROUTES.passkeyRegister]: {
    post: asks('Takes the passkey that was made', record({ ...answered, name: text }, ['name']), facts, [
      'passkey',
      'flow',
      'taken',
      'hasAccount',
      'signedOut',
      'banned',
      'off',
    ]),
  },
  [ROUTES.passkeySignInOptions]: { post: asks('Begins to sign in by a passkey', record({}), options, ['off']) },
  [ROUTES.passkeySignIn]: { post: asks('Signs in by a passkey', record(answered), facts, ['passkey', 'flow', 'banned', 'off']) },
  [ROUTES.passkey]: {
    post: { ...asks('Names a passkey of mine', record({ name: text }), facts, ['signedOut', 'notThere']), parameters: [passkeyId] },
    delete: { ...removes('Removes a passkey of mine', ['signedOut', 'again', 'notThere', 'lastWay']), parameters: [passkeyId] },
  },
  [ROUTES.openIdStart]: {
    post: asks(
      'Begins to sign in by the OpenID provider',
      record({ language: text, ...coming }, ['ticket', 'office']),
      { description: 'Where to go.', content: json(record({ url: text })) },
      ['off', 'again', 'ticket', 'hasAccount'],
    ),
    delete: removes('Takes the provider from my account', ['signedOut', 'again', 'lastWay']),
  },
  [ROUTES.openIdCallback]: {
    get: {
      summary: 'Where the provider sends the browser back to',
      responses: { 303: { description: 'Back to the office, with `signed=`.' } },
    },
  },
  [ROUTES.signOut]: {
    post: asks(
      'Signs out here, elsewhere or everywhere',
      { oneOf: [record({ which: { type: 'string', enum: ['this', 'others', 'all'] } }), record({ session: text })] },
      facts,
      ['signedOut', 'notThere'],
    ),
  },
  [ROUTES.deletion]: {
    post: asks('Has my account erased, in 14 days unless I sign in', record({}), facts, ['signedOut', 'again']),
  },
  [ROUTES.export]: {
    get: {
      summary: 'Everything about the person of a ticket (`authorization: Bearer`), as an archive; twice an hour',
      responses: { 200: { description: 'me.json and files.', content: { 'application/zip': {} } }, ...refusals('ticket', 'signedOut') },
    },
  },
  [ROUTES.erasure]: {
    post: asks(
      'Erases a guest of this browser, at once',
      record(ticket),
      { description: 'Nothing of them is left.', content: json(record({ erased: { type: 'boolean' } })) },
      ['ticket', 'hasAccount', 'signedOut'],
    ),
  },
  [`${SIGN_IN_PAGE}/{token}`]: {
    get: {
      summary: 'The page of a link that was mailed or handed out; uses nothing up',
      parameters: [token],
      responses: { 200: { description: 'HTML.' }, 410: { description: 'Over.' } },
    },
    post: {
      summary: 'Its button',
      parameters: [token],
      responses: {
        303: { description: 'Back to the office, with `signed=`.' },
        409: { description: 'In another browser.' },
        410: { description: 'Over.' },
      },
    },
  },
};
