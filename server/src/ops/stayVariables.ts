// How long what people leave stays: settings in days.
import { type Variable, whole } from './readSettings.ts';

export const stayVariables = {
  OFFICE_CHAT_DAYS: {
    fallback: '30',
    meaning: 'Days that lines said to everybody in an office are kept and found again; 0: the latest ones in memory only.',
    read: whole(30, 0, 3650),
  },
  TOPIC_DAYS: {
    fallback: '365',
    meaning: 'Days that lines of topics are kept; 0: nothing that is said there stays.',
    read: whole(365, 0, 3650),
  },
  DIRECT_DAYS: {
    fallback: '365',
    meaning: 'Days that lines from one person to another are kept, sealed; 0: none is, and nobody is written to who is not here.',
    read: whole(365, 0, 3650),
  },
  TALK_DAYS: {
    fallback: '90',
    meaning: 'Days that what stays of a talk (page, slides, recording) is kept, unless its leaders keep it; 0: nothing stays.',
    read: whole(90, 0, 3650),
  },
} as const satisfies Record<string, Variable<number>>;
