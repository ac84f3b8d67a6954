// English: every sentence of the UI; the other languages are measured by its keys.
import { account } from './english/account.ts';
import { admin } from './english/admin.ts';
import { appointments } from './english/appointments.ts';
import { avatar } from './english/avatar.ts';
import { call } from './english/call.ts';
import { cards } from './english/cards.ts';
import { channels } from './english/channels.ts';
import { demo } from './english/demo.ts';
import { door } from './english/door.ts';
import { entrance } from './english/entrance.ts';
import { hosting } from './english/hosting.ts';
import { install } from './english/install.ts';
import { office } from './english/office.ts';
import { recording } from './english/recording.ts';
import { shelf } from './english/shelf.ts';
import { slides } from './english/slides.ts';
import { stage } from './english/stage.ts';
import { talk } from './english/talk.ts';
import { talkPanel } from './english/talkPanel.ts';
import { tour } from './english/tour.ts';
import { words } from './english/words.ts';

export const en = {
  ...entrance,
  ...office,
  ...avatar,
  ...talk,
  ...call,
  ...words,
  ...cards,
  ...channels,
  ...tour,
  ...demo,
  ...door,
  ...hosting,
  ...appointments,
  ...stage,
  ...talkPanel,
  ...recording,
  ...shelf,
  ...slides,
  ...install,
  ...account,
  ...admin,
};
