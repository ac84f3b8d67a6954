import type { Rank } from '@comptoir/shared/people';
import { DOOR_MODES, type DoorMode } from '@comptoir/shared/protocol/door';
import { describe, expect, it } from 'vitest';
import { type Caller, confinementOf, type Invitation, isLiving, type Pass, type WayIn, wayIn } from './door.ts';

const NOW = 1_000_000;
const pass = (more: Partial<Pass> = {}): Pass => ({ invitationId: undefined, area: undefined, expiresMs: undefined, ...more });
const link = (more: Partial<Invitation> = {}): Invitation => ({
  ...{ invitationId: 'i', rank: 'visitor', area: undefined, quota: undefined, used: 0, expiresMs: undefined, revokedMs: undefined },
  ...more,
});
const who = (more: Partial<Caller> = {}): Caller => ({
  ...{
    rank: 'visitor',
    isBanned: false,
    isSignedOut: false,
    owesCharter: false,
    isHere: false,
    pass: undefined,
    invitation: undefined,
    showsPassword: false,
  },
  ...more,
});
const showing = (more: Partial<Invitation> = {}, rest: Partial<Caller> = {}): Caller => who({ invitation: { found: link(more) }, ...rest });
const at = (mode: DoorMode, caller: Caller): WayIn => wayIn({ mode }, caller, NOW, (id) => id === 'lounge');
const AS_THEY_ARE = { redeem: undefined };
const CLOSED = ['link', 'password', 'knock'] as const;

describe('the door', () => {
  it('[P10] open lets everybody in', () => expect(at('open', who())).toEqual(AS_THEY_ARE));

  it.each(CLOSED)('[P10] %s refuses a stranger by its own name', (mode) => expect(at(mode, who())).toEqual({ refused: mode }));

  it.each(DOOR_MODES.flatMap((mode) => (['member', 'host', 'admin'] as Rank[]).map((rank) => [mode, rank] as const)))(
    '[P10] %s lets a %s pass',
    (mode, rank) => expect(at(mode, who({ rank }))).toEqual(AS_THEY_ARE),
  );

  it.each(DOOR_MODES)('[P10] %s lets pass who was let in before, until their pass is over', (mode) => {
    expect(at(mode, who({ pass: pass() }))).toEqual(AS_THEY_ARE);
    expect(at(mode, who({ pass: pass({ expiresMs: NOW + 1 }) }))).toEqual(AS_THEY_ARE);
    expect(at(mode, who({ pass: pass({ expiresMs: NOW }) }))).toEqual(mode === 'open' ? AS_THEY_ARE : { refused: mode });
  });

  it.each(DOOR_MODES)('[P140] %s asks everybody but who is inside to accept the charter first', (mode) => {
    for (const rank of ['visitor', 'member', 'host', 'admin'] as const)
      expect(at(mode, who({ owesCharter: true, rank, pass: pass() }))).toEqual({ refused: 'charter' });
    expect(at(mode, who({ owesCharter: true, isHere: true }))).toEqual(AS_THEY_ARE);
    expect(at(mode, showing({ rank: 'host' }, { owesCharter: true }))).toEqual({ refused: 'charter' });
  });

  it.each(DOOR_MODES)('[P17] %s keeps out who is banned, whatever they show', (mode) => {
    const shown = { pass: pass(), invitation: { found: link({ rank: 'host' }) }, showsPassword: true };
    expect(at(mode, who({ isBanned: true, rank: 'admin', ...shown }))).toEqual({ refused: 'banned' });
  });

  it.each(CLOSED)('[P10] %s lets back in who is inside and lost the line, unless their visit is over', (mode) => {
    expect(at(mode, who({ isHere: true }))).toEqual(AS_THEY_ARE);
    expect(at(mode, who({ isHere: true, isBanned: true }))).toEqual({ refused: 'banned' });
    expect(at(mode, who({ isHere: true, pass: pass({ area: 'lounge', expiresMs: NOW }) }))).toHaveProperty('refused');
  });

  it('[P14] a password is looked at only where the door asks for one, and only from who does not pass without', () => {
    expect(at('password', who({ showsPassword: true }))).toBe('byPassword');
    expect(at('password', who({ showsPassword: true, pass: pass() }))).toEqual(AS_THEY_ARE);
    expect(at('link', who({ showsPassword: true }))).toEqual({ refused: 'link' });
    expect(at('password', who({ showsPassword: true, invitation: { found: undefined } }))).toBe('byPassword');
  });
});

const DEAD: [string, Partial<Invitation>][] = [
  ['over', { expiresMs: NOW }],
  ['withdrawn', { revokedMs: 1 }],
  ['used up', { quota: 2, used: 2 }],
];

describe('an invitation', () => {
  it.each(DOOR_MODES)('[P11] that lives opens %s', (mode) => expect(at(mode, showing())).toEqual({ redeem: 'i' }));

  it.each(DEAD)('[P11] that is %s opens nothing', (_how, dead) => {
    expect(isLiving(link(dead), NOW)).toBe(false);
    for (const mode of CLOSED) expect(at(mode, showing(dead))).toEqual({ refused: 'invitation' });
  });

  it.each(DEAD)('[P11] that is %s is told also at an open door when it would have given a rank or a visit', (_how, dead) => {
    expect(at('open', showing(dead))).toEqual(AS_THEY_ARE);
    expect(at('open', showing({ ...dead, rank: 'member' }))).toEqual({ refused: 'invitation' });
    expect(at('open', showing({ ...dead, area: 'lounge' }))).toEqual({ refused: 'invitation' });
    expect(at('open', showing({ ...dead, area: 'lounge' }, { rank: 'member' }))).toEqual(AS_THEY_ARE);
  });

  it('[P11] that nobody knows is told where it was needed', () => {
    const unknown = who({ invitation: { found: undefined } });
    expect(at('open', unknown)).toEqual(AS_THEY_ARE);
    for (const mode of CLOSED) expect(at(mode, unknown)).toEqual({ refused: 'invitation' });
    expect(at('link', { ...unknown, rank: 'member' })).toEqual(AS_THEY_ARE);
  });

  it('[P11] is not used up by who needs nothing of it', () => {
    expect(at('link', showing({}, { rank: 'member' }))).toEqual(AS_THEY_ARE);
    expect(at('link', showing({ rank: 'member' }, { rank: 'host' }))).toEqual(AS_THEY_ARE);
    expect(at('link', showing({}, { pass: pass() }))).toEqual(AS_THEY_ARE);
    expect(at('link', showing({ quota: 1, used: 1 }, { pass: pass({ invitationId: 'i' }) }))).toEqual(AS_THEY_ARE);
    expect(at('link', showing({ rank: 'member' }, { pass: pass() }))).toEqual({ redeem: 'i' });
  });

  it('[P12] for a visit shuts nobody in who may be everywhere, and a further one changes the area', () => {
    const visit = { area: 'lounge' };
    expect(at('open', showing(visit))).toEqual({ redeem: 'i' });
    expect(at('link', showing(visit, { pass: pass() }))).toEqual(AS_THEY_ARE);
    expect(at('link', showing({}, { pass: pass(visit) }))).toEqual({ redeem: 'i' });
    expect(at('link', showing(visit, { pass: pass(visit) }))).toEqual(AS_THEY_ARE);
    expect(confinementOf(who({ pass: pass(visit) }))).toBe('lounge');
    expect(confinementOf(who({ pass: pass(visit), rank: 'member' }))).toBeUndefined();
  });

  it('[P12] for an area that the map has no more is over, before and after', () => {
    const gone = { area: 'cellar' };
    expect(at('link', showing(gone))).toEqual({ refused: 'invitation' });
    expect(at('open', who({ pass: pass(gone) }))).toEqual({ refused: 'invitation' });
    expect(at('link', who({ pass: pass(gone) }))).toEqual({ refused: 'invitation' });
    expect(at('knock', who({ pass: pass(gone) }))).toEqual({ refused: 'knock' });
    expect(at('open', who({ pass: pass({ area: 'lounge', expiresMs: NOW }) }))).toEqual({ refused: 'invitation' });
  });
});
