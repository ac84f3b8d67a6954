// What somebody may try: every message, every request, binary messages, whole frames of bytes, every route; as it should be, bent, or crooked.

import { RANKS } from '@comptoir/shared/people';
import { leastRank } from '@comptoir/shared/permissions';
import { auditoriumRequests } from '@comptoir/shared/protocol/auditorium';
import { clientMessages } from '@comptoir/shared/protocol/messages';
import { NOTE_KINDS } from '@comptoir/shared/protocol/notes';
import { type RequestName, requests } from '@comptoir/shared/protocol/requests';
import { requestActs } from '@comptoir/shared/protocol/rights';
import { WIRE } from '@comptoir/shared/protocol/walks';
import fc, { type Arbitrary } from 'fast-check';
import type { GenericSchema } from 'valibot';
import { anyOf } from './anyOf.ts';
import { anyBend, bentBy } from './crook.ts';
import { CROOKED } from './packMessage.ts';
import { anyRoute, type RouteMove } from './routes.ts';

export const ACTS = ['visitor', 'visitor', 'visitor', 'guest', 'guest', 'member', 'member', 'member', 'host'] as const;

export type Move = { actor: number } & (
  | { kind: 'request' | 'message'; name: string; payload: unknown; isFit: boolean }
  | { kind: 'crooked'; name: string; isRequest: boolean; bytes: Uint8Array }
  | { kind: 'bytes'; type: number; bytes: Uint8Array }
  | { kind: 'note'; note: number; payload: Uint8Array }
  | { kind: 'step'; dx: number; dy: number; look: number; seq: number }
  | { kind: 'frame'; bytes: Uint8Array }
  | { kind: 'again'; how: 'leave' | 'cut'; asNew: boolean }
  | { kind: 'route'; route: RouteMove }
);

const actor = fc.nat({ max: ACTS.length - 1 });
const bytes = (most: number): Arbitrary<Uint8Array> => fc.uint8Array({ maxLength: most });

/** Half of what only some may ask is asked by one of them. */
function actorFor(name: string): Arbitrary<number> {
  const act = requestActs[name as RequestName];
  const least = act ? RANKS.indexOf(leastRank[act]) : 0;
  const able = ACTS.flatMap((one, n) => (RANKS.indexOf(one === 'guest' ? 'visitor' : one) >= least ? [n] : []));
  return least > 0 && able.length > 0 ? fc.oneof(fc.constantFrom(...able), actor) : actor;
}

/** Three of four fit their schema, so that the rules behind are reached. */
function anyNamed(kind: 'request' | 'message', schemas: Record<string, GenericSchema>, actorOf = actorFor): Arbitrary<Move> {
  const fit = Object.entries(schemas).map(([name, schema]) =>
    fc.record({ actor: actorOf(name), name: fc.constant(name), payload: anyOf(schema) }),
  );
  const any = fc.oneof(...fit);
  const bends = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(anyBend, { minLength: 1, maxLength: 3 }) },
  );
  return fc
    .tuple(any, bends)
    .map(([{ payload, ...one }, bent]): Move => ({ kind, ...one, payload: bentBy(payload, bent), isFit: bent.length === 0 }));
}

const NAMES = [
  ...Object.keys(requests),
  ...Object.keys(clientMessages),
  'nothing',
  '__proto__',
  'constructor',
  '*',
  '',
  'x'.repeat(200),
  '__playground_message_types',
];

const crooked: Arbitrary<Move> = fc
  .record({ actor, name: fc.constantFrom(...NAMES), isRequest: fc.boolean(), bytes: fc.oneof(fc.constantFrom(...CROOKED), bytes(60)) })
  .map((one) => ({ kind: 'crooked', ...one }));

const binary: Arbitrary<Move> = fc
  .record({ actor, type: fc.oneof(fc.constantFrom(...Object.values(WIRE)), fc.nat({ max: 127 })), bytes: fc.oneof(bytes(20), bytes(300)) })
  .map((one) => ({ kind: 'bytes', ...one }));
const note: Arbitrary<Move> = fc
  .record({ actor, note: fc.nat({ max: NOTE_KINDS.length - 1 }), payload: fc.oneof(bytes(80), fc.constant(new Uint8Array())) })
  .map((one) => ({ kind: 'note', ...one }));
const coordinate = fc.oneof(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
const step: Arbitrary<Move> = fc
  .record({
    actor,
    dx: fc.oneof(fc.constant(0), coordinate),
    dy: fc.oneof(fc.constant(0), coordinate),
    look: fc.nat({ max: 31 }),
    seq: fc.nat({ max: 65_535 }),
  })
  .map((one) => ({ kind: 'step', ...one }));
const frame: Arbitrary<Move> = fc
  .tuple(
    actor,
    fc.oneof(
      bytes(40),
      fc
        .tuple(fc.constantFrom(10, 11, 13, 14, 15, 17, 18, 19, 20, 21, 22, 141), bytes(40))
        .map(([code, rest]) => Uint8Array.of(code, ...rest)),
    ),
  )
  .map(([who, whole]) => ({ kind: 'frame', actor: who, bytes: whole }));
const again: Arbitrary<Move> = fc
  .record({ actor, how: fc.constantFrom('leave', 'cut'), asNew: fc.boolean() })
  .map((one) => ({ kind: 'again', ...one }));
const route: Arbitrary<Move> = fc.tuple(actor, anyRoute).map(([who, one]) => ({ kind: 'route', actor: who, route: one }));

const anyMove: Arbitrary<Move> = fc.oneof(
  { weight: 24, arbitrary: anyNamed('request', requests) },
  { weight: 6, arbitrary: anyNamed('message', clientMessages) },
  { weight: 2, arbitrary: crooked },
  { weight: 2, arbitrary: binary },
  { weight: 1, arbitrary: note },
  { weight: 2, arbitrary: step },
  { weight: 1, arbitrary: frame },
  { weight: 1, arbitrary: again },
  { weight: 8, arbitrary: route },
);

/** Where the round begins: by themselves, side by side, in a meeting, in a talk that one of them leads, or at a coffee. */
const SCENES = ['apart', 'near', 'meeting', 'talk', 'talk'] as const;
export interface Round {
  scene: (typeof SCENES)[number];
  moves: Move[];
}
/** Of a talk. */
export const LEADER = 0;
export const MOVES_PER_ROUND = 40;
/** Who leads the talk is the first of all. */
const inTalk = anyNamed('request', auditoriumRequests, () => fc.oneof(fc.constant(LEADER), actor));
const roundOf = (scene: Round['scene'], move: Arbitrary<Move>): Arbitrary<Round> =>
  fc.record({ scene: fc.constant(scene), moves: fc.array(move, { minLength: MOVES_PER_ROUND, maxLength: MOVES_PER_ROUND, size: 'max' }) });
export const anyRound: Arbitrary<Round> = fc
  .constantFrom(...SCENES)
  .chain((scene) => roundOf(scene, scene === 'talk' ? fc.oneof(anyMove, inTalk) : anyMove));
