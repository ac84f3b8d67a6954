// What offices do about what happened in another one, of this process or of another.
import type { News } from '../cluster/news.ts';
import { forgetIn } from './forgetIn.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export function hearNews(rooms: Iterable<OfficeRoom>, news: News): void {
  for (const room of rooms) hear(room, news);
}

function hear(room: OfficeRoom, news: News): void {
  switch (news.kind) {
    case 'tell':
      room.clientOf.get(news.personId)?.send(news.type, news.message);
      break;
    case 'marks':
      if (room.clientOf.has(news.personId)) room.threads.channels.readElsewhere(news.personId);
      break;
    case 'rank':
      room.rankChanged(news.personId, news.rank);
      break;
    case 'bans':
      room.hosting.bans.lookSoon();
      break;
    case 'sessions':
      room.hosting.sessions.look().catch(() => undefined);
      break;
    case 'blocks':
      room.blocking.changedElsewhere(news.personId, news.other).catch(() => undefined);
      break;
    case 'erased':
      forgetIn(room, news);
      room.parts.recordings
        .forget(news.personId)
        .catch((err: unknown) => room.parts.log.error({ err }, 'a recording could not be rid of somebody'));
  }
}
