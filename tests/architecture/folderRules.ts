// The table of ARCHITECTURE.md as data: which folder may import which, and which library belongs where.

export interface FolderRule {
  /** A folder (with all below it) or a single file, from the repository's root; the longest match counts. */
  of: string;
  /** Other folders and files it may import, besides its own. */
  may: readonly string[];
  /** npm packages it may import, with all below them ('preact' allows 'preact/hooks'). */
  packages?: readonly string[];
  /** May it import node: modules? */
  node?: boolean;
}

const SHARED = 'shared/src';
const AVATAR = 'assets/src/avatar';
const SIGNALS = '@preact/signals-core';
const LIB = 'client/src/lib';
const WORLD = 'client/src/world';
const ACTIONS = 'client/src/actions.ts';
const APPEARANCE = 'client/src/appearance';
const SERVER = 'server/src';
const CONFIG = 'server/src/config.ts';
const ADMIN = 'server/src/commands/admin.ts';

export const folderRules: readonly FolderRule[] = [
  { of: SHARED, may: [], packages: ['valibot', '@colyseus/schema'] },

  { of: 'server/src/office', may: [SHARED] },
  { of: 'server/src/auditorium', may: [SHARED, 'server/src/office'] },
  { of: 'server/src/auditorium/editRecord.test.ts', may: [SHARED, 'server/src/auditorium', 'server/src/replay'] },
  { of: 'server/src/pages', may: [SHARED] },
  { of: 'server/src/accounts', may: [SHARED, 'server/src/pages'] },
  { of: 'server/src/replay', may: [SHARED, 'server/src/auditorium', 'server/src/pages'] },
  // the file that tests compare ours with is read by another
  { of: 'server/src/replay/podcast.test.ts', may: ['server/src/replay'], packages: ['sax'] },
  { of: 'server/src/replay/chapterFiles.test.ts', may: ['server/src/replay'], packages: ['webvtt-parser'] },
  {
    of: 'server/src/rights',
    may: [SHARED, 'server/src/auditorium', 'server/src/office', 'server/src/ops', 'server/src/store'],
    packages: ['fflate'],
    node: true,
  },
  { of: 'server/src/files', may: [SHARED, 'server/src/maps/pictureSize.ts', 'server/src/ops'], node: true },
  { of: 'server/src/push', may: [SHARED, 'server/src/ops', 'server/src/store'], node: true },
  { of: 'server/src/slides', may: [SHARED, 'server/src/ops'], node: true },
  { of: 'server/src/appointments', may: [SHARED, 'server/src/pages'], packages: ['rrule', 'ical-generator'] },
  // the calendars that tests compare us with
  { of: 'server/src/appointments/testAppointment.ts', may: ['server/src/appointments'], packages: ['ical.js', 'node-ical'] },
  { of: 'server/src/crowd', may: [SHARED, 'server/src/ops'], packages: ['@colyseus/core'], node: true },
  { of: 'server/src/media', may: [SHARED, 'server/src/ops'], packages: ['node-datachannel'], node: true },
  {
    of: 'server/src/recording',
    may: [SHARED, 'server/src/media', 'server/src/ops'],
    packages: ['mediabunny', '@mediabunny/mp3-encoder', 'libopus-wasm'],
    node: true,
  },
  {
    of: 'server/src/cluster',
    may: [SHARED, 'server/src/ops'],
    packages: ['@colyseus/core', '@colyseus/redis-driver', '@colyseus/redis-presence', 'ioredis', 'rate-limiter-flexible', 'valibot'],
    node: true,
  },
  { of: 'server/src/maps', may: [SHARED, 'server/src/ops'], packages: ['valibot', 'sax'], node: true },
  { of: 'server/src/store', may: [SHARED, 'server/src/ops'], packages: ['kysely', 'pg'], node: true },
  // every table there is, with what is said of each
  { of: 'server/src/store/eraseRows.test.ts', may: ['server/src/store', 'server/src/rights'], packages: ['kysely'] },
  { of: 'server/src/store/testDatabases.ts', may: ['server/src/store', 'server/src/ops'], packages: ['kysely', 'vitest'], node: true },
  { of: 'server/src/ops', may: [SHARED], packages: ['nodemailer', 'pino', 'prom-client'], node: true },
  {
    of: 'server/src/http',
    may: [
      SHARED,
      'server/src/accounts',
      'server/src/appointments',
      'server/src/cluster/wire.ts',
      'server/src/pages',
      'server/src/replay',
      'server/src/store',
      'server/src/maps',
      'server/src/media',
      'server/src/ops',
      'server/src/files',
      'server/src/slides',
    ],
    packages: [
      '@simplewebauthn/server',
      'openid-client',
      '@colyseus/core',
      'compression',
      'express',
      'helmet',
      'rate-limiter-flexible',
      'valibot',
      'vite',
    ],
    node: true,
  },
  {
    of: 'server/src/commands',
    may: [SHARED, 'server/src/accounts', 'server/src/store', 'server/src/maps', 'server/src/media', 'server/src/ops'],
    packages: ['ws'],
    node: true,
  },
  // hands each command its settings
  { of: ADMIN, may: [SHARED, SERVER], node: true },
  { of: CONFIG, may: [SHARED, 'server/src/ops'], node: true },
  ...['server/src/room', 'server/src/app.ts', 'server/src/main.ts'].map((of) => ({
    of,
    may: [SHARED, SERVER],
    packages: ['@colyseus/core', '@colyseus/schema', '@colyseus/ws-transport', 'valibot', 'yjs'],
    node: true,
  })),

  { of: LIB, may: [], packages: [SIGNALS] },
  { of: WORLD, may: [SHARED, LIB], packages: [SIGNALS] },
  { of: 'client/src/net', may: [SHARED, LIB, WORLD], packages: [SIGNALS, '@colyseus/sdk'] },
  {
    of: 'client/src/media',
    may: [SHARED, LIB, WORLD],
    packages: [SIGNALS, 'simple-peer', '@mediapipe/tasks-vision', '@mediapipe/selfie_segmentation'],
  },
  { of: 'client/src/demo', may: [SHARED, LIB, WORLD], packages: [SIGNALS] },
  { of: 'client/src/sound', may: [SHARED, LIB, WORLD], packages: [SIGNALS] },
  { of: APPEARANCE, may: [SHARED, LIB, AVATAR], packages: [SIGNALS] },
  { of: 'client/src/input', may: [SHARED, LIB, WORLD, ACTIONS], packages: [SIGNALS] },
  { of: 'client/src/scene', may: [SHARED, LIB, WORLD, ACTIONS, APPEARANCE, AVATAR], packages: [SIGNALS, 'phaser'] },
  {
    of: 'client/src/ui',
    may: [SHARED, LIB, WORLD, ACTIONS, APPEARANCE, AVATAR, 'client/src/i18n', 'client/src/media/CallModel.ts'],
    packages: [
      SIGNALS,
      '@preact/signals',
      'preact',
      'linkifyjs',
      'emoji-picker-element',
      'emoji-picker-element-data',
      'pdfjs-dist',
      'yjs',
      'perfect-freehand',
      'uqr',
      '@fontsource/fredoka',
      '@fontsource/nunito',
    ],
  },
  { of: 'client/src/i18n', may: [SHARED, LIB], packages: [SIGNALS] },
  { of: ACTIONS, may: [SHARED], packages: [SIGNALS] },
  // two scripts beside the page, which is not there when they are needed
  {
    of: 'client/src/offline',
    may: [
      'client/src/i18n/english/offline.ts',
      'client/src/i18n/french/offline.ts',
      'client/src/i18n/english/pushNotes.ts',
      'client/src/i18n/french/pushNotes.ts',
      'client/src/ui/styles',
    ],
  },
  // a script of pages that the server makes
  { of: 'client/src/replay', may: [SHARED, 'client/src/ui/stage/slides'] },
  { of: 'client/src/session', may: [SHARED, 'client/src', AVATAR], packages: [SIGNALS] },
  { of: 'client/src/session.ts', may: [SHARED, 'client/src'], packages: [SIGNALS] },
  { of: 'client/src/main.ts', may: ['client/src/session.ts'] },

  { of: 'assets/src', may: [SHARED, AVATAR], packages: ['pngjs'], node: true },
  // runs in the browser too; only its contact sheet stands on the office's floors
  { of: AVATAR, may: [SHARED, 'assets/src/pixels'] },
  { of: 'assets/src/avatar/contactSheet.ts', may: [SHARED, 'assets/src'], node: true },
];

/** Only these import config.ts; everybody else is given values. */
export const configReaders: readonly string[] = ['server/src/app.ts', 'server/src/main.ts', ADMIN];

/** Words that belong to one place, wherever else they are read as text. */
export const wordRules: readonly { word: RegExp; in: readonly string[]; only: readonly string[]; why: string }[] = [
  {
    word: /\b(?:Date\.now|Math\.random|performance\.now|new Date\(\)|setTimeout|setInterval|process\.)/,
    in: [SHARED, 'server/src/office', 'server/src/auditorium', 'server/src/appointments'],
    only: [],
    why: 'pure rules are given time and chance',
  },
  {
    word: /\b(?:document|window|HTMLElement|navigator|localStorage)\b/,
    in: [WORLD, SHARED, ACTIONS],
    only: [],
    why: 'the model knows no DOM',
  },
  {
    word: /\bprocess\.env\b/,
    in: [SHARED, SERVER, 'client/src', 'assets/src'],
    only: [CONFIG, 'server/src/main.ts', ADMIN],
    why: 'config.ts reads it',
  },
  {
    word: /\b(?:RTCPeerConnection|getUserMedia|getDisplayMedia|MediaStreamTrack)\b/,
    in: ['client/src'],
    only: ['client/src/media'],
    why: 'WebRTC belongs to media',
  },
  {
    word: /\b(?:SELECT|INSERT|UPDATE|DELETE)\b.*\b(?:FROM|INTO|SET)\b|node:sqlite/,
    in: [SERVER],
    only: ['server/src/store'],
    why: 'SQL belongs to store',
  },
];
