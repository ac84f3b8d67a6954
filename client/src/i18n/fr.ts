// French: complete by type, with "tu".
import { account } from './french/account.ts';
import { admin } from './french/admin.ts';
import { appointments } from './french/appointments.ts';
import { avatar } from './french/avatar.ts';
import { call } from './french/call.ts';
import { cards } from './french/cards.ts';
import { channels } from './french/channels.ts';
import { demo } from './french/demo.ts';
import { door } from './french/door.ts';
import { entrance } from './french/entrance.ts';
import { hosting } from './french/hosting.ts';
import { install } from './french/install.ts';
import { office } from './french/office.ts';
import { recording } from './french/recording.ts';
import { shelf } from './french/shelf.ts';
import { slides } from './french/slides.ts';
import { stage } from './french/stage.ts';
import { talk } from './french/talk.ts';
import { talkPanel } from './french/talkPanel.ts';
import { tour } from './french/tour.ts';
import { words } from './french/words.ts';
import type { Dictionary } from './translate.ts';

export const fr: Dictionary = {
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
