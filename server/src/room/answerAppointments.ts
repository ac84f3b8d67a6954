// The table of standing meetings: request -> rule. Who may plan was checked by answerMessages.ts.
import type { appointmentRequests } from '@comptoir/shared/protocol/appointments';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { placeWords } from '../appointments/placeWords.ts';
import type { Agendas, PublicAgenda } from '../http/Agendas.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { hashDevice } from '../ops/identity.ts';
import { type AppointmentPort, type Insider, OfficeAppointments } from './OfficeAppointments.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type AppointmentRules = {
  [R in keyof typeof appointmentRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R>;
};

export function insiderOf(room: OfficeRoom, occupant: Occupant): Insider {
  const { personId } = occupant;
  const deviceId = room.clientOf.get(personId)?.auth?.deviceId;
  return {
    personId,
    name: room.state.people.get(personId)?.name ?? '',
    rank: rankOf(occupant),
    who: deviceId === undefined ? personId : hashDevice(deviceId),
    confinedTo: occupant.visit?.area,
  };
}

export function agendaOf(room: OfficeRoom): OfficeAppointments {
  const port: AppointmentPort = {
    // a room gets its parts after its fields
    get officeId() {
      return room.parts.officeId;
    },
    get store() {
      return room.parts.store.appointments;
    },
    nowMs: Date.now,
    door: () => room.parts.door.mode,
    areas: () => room.floor.office.ground.map.areas,
    *inside() {
      for (const { userData } of room.clientOf.values()) if (userData) yield insiderOf(room, userData.occupant);
    },
    tell: (personId, message) => room.clientOf.get(personId)?.send('appointments', message),
  };
  return new OfficeAppointments(port);
}

export function appointmentRules(room: OfficeRoom): AppointmentRules {
  const { agenda } = room;
  /** What hosts do is written down. */
  const noted = <A extends object>(by: Occupant, act: string, answer: A, target: string, details = ''): A => {
    if (!('refused' in answer)) room.hosting.audit({ by, act, target, details });
    return answer;
  };
  return {
    planAppointment: ({ occupant }, plan) => noted(occupant, 'planAppointment', agenda.plan(insiderOf(room, occupant), plan), plan.title),
    changeAppointment: ({ occupant }, { appointment, ...plan }) =>
      noted(occupant, 'changeAppointment', agenda.change(appointment, plan), plan.title),
    cancelAppointment({ occupant }, { appointment, occurrence, cancelled }) {
      const answer = agenda.cancel(appointment, occurrence, cancelled);
      const act = cancelled ? 'cancelAppointment' : 'planAppointment';
      return noted(occupant, act, answer, agenda.find(appointment)?.title ?? '', occurrence ?? '');
    },
    appointments: ({ occupant }) => agenda.list(insiderOf(room, occupant)),
    renewAgendaKey: ({ occupant }) => noted(occupant, 'renewAgendaKey', agenda.renewKey(), ''),
    previewAppointment: (_sender, when) => agenda.preview(when),
    coming: ({ occupant }, { appointment, occurrence, coming }) =>
      agenda.come(insiderOf(room, occupant).who, appointment, occurrence, coming),
  };
}

/** The agendas of all offices, as pages and calendars ask of them. */
export function agendasOf(rooms: ReadonlyMap<string, OfficeRoom>): Agendas {
  const publicOf = (room: OfficeRoom | undefined): PublicAgenda | undefined => {
    if (!room) return undefined;
    const { agenda, parts } = room;
    const { map } = room.floor.office.ground;
    return {
      ...{ officeId: parts.officeId, officeTitle: map.title || map.name, key: agenda.key },
      isShownTo: (key) => agenda.isShownTo(key),
      find: (id) => agenda.find(id),
      nextOfOne: (id, most, who) => agenda.nextOfOne(id, most, who),
      factsOf: (occurrence) => agenda.factsOf(occurrence),
      toCalendars: () => agenda.toCalendars(),
      placeWords: (place, language) => placeWords(map.areas, place, language),
      come: (who, id, occurrence, isComing) => agenda.come(who, id, occurrence, isComing),
    };
  };
  return {
    withAppointment: (id) => publicOf([...rooms.values()].find(({ agenda }) => agenda.find(id) !== undefined)),
    ofOffice: (officeId) => publicOf(rooms.get(officeId)),
  };
}
