// For tests: the HTTP app on a free port, with two offices that exist only here, and requests exactly as written.
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { occurrencesOf } from '../appointments/occurrences.ts';
import { appointmentOf } from '../appointments/testAppointment.ts';
import { SentFiles } from '../files/SentFiles.ts';
import { createIdentity, type Identity } from '../ops/identity.ts';
import { createLog } from '../ops/log.ts';
import { createMetrics, type Metrics } from '../ops/metrics.ts';
import { SlideFiles } from '../slides/SlideFiles.ts';
import type { PublicAgenda } from './Agendas.ts';
import { createHttp, type HttpParts } from './createHttp.ts';
import type { HttpSettings } from './HttpSettings.ts';
import { createListener, openPort } from './openPort.ts';

export const plainSettings: HttpSettings = {
  host: '127.0.0.1',
  publicUrl: undefined,
  trustProxy: false,
  tls: undefined,
  joinRatePerAddress: 1000,
  metricsToken: undefined,
  dev: false,
  clientDir: '/nonexistent',
};

const officeOf = (id: string): OfficeFacts => ({
  ...{
    id,
    title: id,
    people: 1,
    capacity: 200,
    roomId: Buffer.from(id).toString('base64url'),
    mapVersion: 'v1',
    cupsToday: 3,
    door: 'open',
    hostIsIn: false,
  },
  here: [{ name: 'Ada', trade: 'engines', appearance: '0'.repeat(12) }],
});

export interface TestServer {
  url: string;
  port: number;
  identity: Identity;
  metrics: Metrics;
  /** What the log wrote, one JSON line each. */
  logged: string[];
  /** Sends bytes as they are and answers all that comes back; the request must ask for `Connection: close`. */
  raw(bytes: string): Promise<string>;
  close(): Promise<void>;
}

const OFFICES = ['office', 'floor/2', 'floor', 'floor/map'];

/** The one meeting here, which comes back for ever. */
const MEETING = appointmentOf({ id: 'meeting' });
const agenda: PublicAgenda = {
  ...{ officeId: 'office', officeTitle: 'office', key: undefined },
  isShownTo: () => true,
  find: (id) => (id === MEETING.id ? MEETING : undefined),
  nextOfOne(id, most) {
    const { title, theme, place } = MEETING;
    const next = occurrencesOf(MEETING, { fromMs: Date.now(), most });
    return next.map(({ day, startMs, endMs }) => ({ id, occurrence: day, startMs, endMs, title, theme, place, count: 0, mine: false }));
  },
  factsOf: ({ mine: _mine, ...occurrence }) => ({ ...occurrence, zone: MEETING.zone }),
  toCalendars: () => [MEETING],
  placeWords: () => 'Lounge',
  come: () => ({}),
};

export async function startTestServer(settings: Partial<HttpSettings> = {}, parts: Partial<HttpParts> = {}): Promise<TestServer> {
  const logged: string[] = [];
  const metrics = createMetrics();
  const identity = createIdentity(Buffer.alloc(32, 7));
  const all = { ...plainSettings, ...settings };
  const { handler, close } = await createHttp({
    settings: all,
    identity,
    persons: { ofDevice: async () => [] },
    bans: { matching: async () => undefined },
    house: { read: async () => ({ charter: null, appeal: { en: '', fr: '' } }) },
    agendas: {
      withAppointment: (id) => (id === MEETING.id ? agenda : undefined),
      ofOffice: (id) => (OFFICES.includes(id) ? agenda : undefined),
    },
    replays: { find: () => undefined, isOn: () => undefined, shelfOf: () => undefined },
    slides: { speaksIn: () => undefined, isIn: () => false },
    slideFiles: new SlideFiles(mkdtempSync(join(tmpdir(), 'comptoir-slides-'))),
    files: { isHere: () => false, bytesOf: async () => 0, add: async () => true, readable: async () => undefined },
    sentFiles: new SentFiles(mkdtempSync(join(tmpdir(), 'comptoir-files-'))),
    knocks: { knock: () => ({ refused: 'noOffice' }), stateOf: () => ({ state: 'over', leftS: 0 }), withdraw: () => undefined },
    offices: {
      list: () => OFFICES.map(officeOf),
      facts: (id) => (OFFICES.includes(id) ? officeOf(id) : undefined),
      problem: () => undefined,
      hereOf: () => undefined,
      notReady: () => undefined,
    },
    // Only what is sent of a map matters here.
    maps: {
      mapOf: (id) => (OFFICES.includes(id) ? ({ version: 'v1', title: id } as unknown as OfficeMap) : undefined),
      file: () => undefined,
    },
    metrics,
    log: createLog('info', (line) => logged.push(line)),
    ...parts,
  });
  const listener = createListener(all);
  const port = await openPort(listener, handler, { port: 0, host: '127.0.0.1' });
  return {
    ...{ url: `http://127.0.0.1:${port}`, port, identity, metrics, logged },
    async raw(bytes) {
      const socket = connect(port, '127.0.0.1');
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('error', () => socket.destroy());
      socket.write(bytes);
      await once(socket, 'close');
      return Buffer.concat(chunks).toString('latin1');
    },
    async close() {
      await close();
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
