// Description of the HTTP API, served as /api/openapi.json.
import { accountPaths } from './accounts/accountPaths.ts';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const list = (items: object) => ({ type: 'array', items });
const record = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const json = (schema: object) => ({ 'application/json': { schema } });
const good = (description: string, schema: object) => ({ description, content: json(schema) });
const bad = (description: string) => ({ description, content: json({ $ref: '#/components/schemas/Problem' }) });

const summary = { id: text, title: text, people: count, capacity: count };
const somebody = { name: text, trade: text, appearance: text };
const meeting = {
  ...{ id: text, occurrence: text, title: text, theme: text, zone: text },
  ...{ startMs: count, endMs: count, count, place: { type: ['string', 'null'] } },
};
const officeId = {
  name: 'office',
  in: 'path',
  required: true,
  schema: text,
  description: 'Path of the map without its extension; slashes may be written as %2F.',
};
const knockId = { name: 'knock', in: 'path', required: true, schema: text };
const commonAnswers = { 403: bad('Asked by a page of another site.'), 429: bad('Too many; Retry-After says when.') };

export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Comptoir',
    version: '1',
    description: 'What the pages of an office ask over HTTP. Cookies name the device; nothing else is a secret.',
  },
  paths: {
    '/api/offices': {
      get: { summary: 'The offices of this server', responses: { 200: good('All of them.', list(record(summary))), ...commonAnswers } },
    },
    '/api/offices/{office}': {
      get: {
        summary: 'One office, as the entrance shows it',
        parameters: [officeId],
        responses: {
          200: good(
            'Who is there and how to join.',
            record(
              {
                ...summary,
                roomId: text,
                mapVersion: text,
                cupsToday: count,
                door: text,
                hostIsIn: { type: 'boolean' },
                charter: text,
                here: list(record(somebody)),
                next: record(meeting),
                processUrl: text,
                mapProblem: text,
              },
              ['charter', 'next', 'processUrl', 'mapProblem'],
            ),
          ),
          404: bad('No such office.'),
          ...commonAnswers,
        },
      },
    },
    '/api/offices/{office}/map': {
      get: {
        summary: 'Its map: walkable tiles, areas, seats, things and what to draw',
        parameters: [officeId, { name: 'v', in: 'query', schema: text, description: 'Its version: the answer may then be kept for ever.' }],
        responses: {
          200: good('The map.', { type: 'object' }),
          304: { description: 'Unchanged.' },
          404: bad('No such office.'),
          ...commonAnswers,
        },
      },
    },
    '/api/appointments/{id}': {
      get: {
        summary: 'The next occurrence of a meeting',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          { name: 'key', in: 'query', schema: text, description: 'Of an office that is not open to everybody.' },
        ],
        responses: {
          200: good('When it is, and how many come.', record(meeting)),
          404: bad('No such meeting, or not for whoever asks.'),
          ...commonAnswers,
        },
      },
    },
    '/api/house': {
      get: {
        summary: 'What admins wrote for everybody',
        responses: {
          200: good(
            'The charter, which one accepts by joining with its version, and whom those write to who are not let in.',
            record({ charter: { type: ['object', 'null'] }, appeal: record({ en: text, fr: text }) }),
          ),
          ...commonAnswers,
        },
      },
    },
    '/api/device': {
      post: {
        summary: 'Names this browser by a cookie and tells which persons it has been',
        requestBody: { content: json(record({ office: text }, ['office'])) },
        responses: {
          200: good(
            'The persons, the last used first. A ticket proves to a join who one is.',
            record(
              {
                persons: list(record({ personId: text, ticket: text, ...somebody, here: { type: 'boolean' } })),
                secure: { type: 'boolean', description: 'Whether the page was asked for over https.' },
                banned: record({ untilMs: { type: ['integer', 'null'], description: 'null: for ever.' }, reason: text }),
              },
              ['banned'],
            ),
          ),
          400: bad('Not understood.'),
          ...commonAnswers,
        },
      },
    },
    '/api/knocks': {
      post: {
        summary: 'Knocks at the door of an office where a host lets people in',
        requestBody: { content: json(record({ office: text, ...somebody, ticket: text }, ['ticket'])) },
        responses: {
          200: good(
            'Somebody is told. The ticket proves to the join who was let in.',
            record({ knock: text, ticket: text, personId: text }),
          ),
          400: bad('Not understood, or a name that cannot be used.'),
          404: bad('No such office.'),
          409: bad('Nobody has to knock there now.'),
          ...commonAnswers,
        },
      },
    },
    '/api/knocks/{knock}': {
      get: {
        summary: 'What became of it',
        parameters: [knockId],
        responses: {
          200: good(
            'Whether somebody said no is told to nobody: that is over when the time is.',
            record({ state: { type: 'string', enum: ['waiting', 'letIn', 'over'] }, leftS: count }),
          ),
          ...commonAnswers,
        },
      },
      delete: { summary: 'Goes away again', parameters: [knockId], responses: { 204: { description: 'Done.' }, ...commonAnswers } },
    },
    '/e/{id}': {
      get: {
        summary: 'The page of a meeting; with .ics its calendar file. POST /e/{id}/coming is its form',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: { 200: { description: 'HTML or text/calendar.' }, 404: { description: 'No such meeting, or not for whoever asks.' } },
      },
    },
    '/o/{office}/agenda.ics': {
      get: {
        summary: 'The meetings of an office, for calendars that follow an address',
        parameters: [officeId],
        responses: { 200: { description: 'text/calendar' }, 404: bad('No such agenda, or not for whoever asks.') },
      },
    },
    '/api/slides': {
      post: {
        summary: 'A document to show in the talk in which one speaks',
        description: 'With the ticket of whoever sends it as `Authorization: Bearer ...`.',
        parameters: [
          { name: 'name', in: 'query', required: true, schema: text },
          { name: 'pages', in: 'query', required: true, schema: count },
        ],
        requestBody: { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
        responses: {
          201: good('It may be shown now, and is deleted when the talk ends.', record({ slides: text })),
          401: bad('Without a ticket.'),
          409: bad('This talk has as many documents as it may.'),
          413: bad('Too large.'),
          415: bad('No PDF.'),
          507: bad('No room on the disk.'),
          ...commonAnswers,
        },
      },
    },
    '/api/files': {
      post: {
        summary: 'A file to go with a line, or on the shelf',
        description: 'With the ticket of whoever sends it as `Authorization: Bearer ...`, its name percent-encoded in `X-File-Name`.',
        requestBody: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
        responses: {
          201: good(
            'It may be said with now, and is deleted after an hour if it is not.',
            record({ id: text, name: text, type: text, bytes: count }),
          ),
          401: bad('Without a ticket, or not in an office.'),
          409: bad('This person has sent as much as is kept of one.'),
          413: bad('Too large.'),
          415: bad('Files of this kind are not taken: what counts is the content.'),
          507: bad('No room on the disk.'),
          ...commonAnswers,
        },
      },
    },
    '/api/files/{id}': {
      get: {
        summary: 'Such a file, whole or in ranges, for whoever may read a line with it',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          { name: 'download', in: 'query', schema: text, description: 'To be saved, not shown.' },
        ],
        responses: {
          200: { description: 'The file.' },
          206: { description: 'A range of it.' },
          404: bad('None, or not for whoever asks.'),
        },
      },
    },
    '/slides/{id}': {
      get: {
        summary: 'Such a document, whole or in ranges, for whoever is in that talk',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: {
          200: { description: 'application/pdf' },
          206: { description: 'A range of it.' },
          404: bad('None, or not for whoever asks.'),
        },
      },
    },
    '/t/{id}': {
      get: {
        summary:
          'The page of a talk that is over; beside it chapters.vtt, chapters.txt, chapters.json, notes.vtt, notes.md. POST /t/{id}/write is its form',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          { name: 'key', in: 'query', schema: text, description: 'Of an office that is not open to everybody.' },
          { name: 'at', in: 'query', schema: count, description: 'Seconds since the talk began: where its player begins.' },
        ],
        responses: { 200: { description: 'HTML.' }, 404: { description: 'No such talk, or not for whoever asks.' } },
      },
    },
    '/o/{office}/podcast.xml': {
      get: {
        summary: 'The podcast of an office: talks that were given to it',
        parameters: [officeId],
        responses: { 200: { description: 'application/rss+xml' }, 404: bad('No such office, or not for whoever asks.') },
      },
    },
    '/t/{id}/slides/{document}': {
      get: {
        summary: 'A document that was shown in it, whole or in ranges',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          { name: 'document', in: 'path', required: true, schema: text },
        ],
        responses: {
          200: { description: 'application/pdf' },
          206: { description: 'A range of it.' },
          404: bad('None, or not for whoever asks.'),
        },
      },
    },
    ...accountPaths,
    '/maps/{path}': {
      get: {
        summary: 'A picture or sound beside a map',
        parameters: [{ name: 'path', in: 'path', required: true, schema: text }],
        responses: { 200: { description: 'The file.' }, 404: bad('No such file.') },
      },
    },
    '/healthz': {
      get: {
        summary: 'The process runs',
        responses: { 200: good('Yes. `start` is another one after each start.', record({ ok: { type: 'boolean' }, start: text })) },
      },
    },
    '/readyz': {
      get: {
        summary: 'It can take people',
        responses: { 200: good('Yes.', record({ ok: { type: 'boolean' } })), 503: bad('Not now; says why.') },
      },
    },
    '/metrics': {
      get: {
        summary: 'Numbers for Prometheus',
        responses: { 200: { description: 'Text format.' }, 401: bad('The token is missing.'), 403: bad('This machine only.') },
      },
    },
  },
  components: { schemas: { Problem: record({ error: { type: 'string', description: 'One sentence.' } }) } },
} as const;
