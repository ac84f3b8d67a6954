// `npm run admin -- COMMAND`: what whoever runs an office does by command, with the settings of the server. A command is a line here and a file beside.
import { type Config, readConfig } from '../config.ts';
import { announce } from './announce.ts';
import { audit, listReports } from './audit.ts';
import { backup } from './backup.ts';
import { ban, listBans, unban } from './ban.ts';
import { doctor } from './doctor.ts';
import { door } from './door.ts';
import { gather } from './gather.ts';
import { invite } from './invite.ts';
import { end, mute, sendOut } from './orderUpon.ts';
import { restore } from './restore.ts';
import { role } from './role.ts';
import { signInLink } from './signInLink.ts';

interface Command {
  does: string;
  /** @returns the exit code */
  run(args: readonly string[], config: Config): Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  doctor: { does: 'doctor [--json]: checks port, address, certificate, WebSocket, UDP, TURN, disk and clock', run: doctor },
  invite: {
    does: 'invite [--role visitor|member|host|admin] [--office ID] [--area A] [--quota N] [--days N] [--label TEXT]: a link that lets people in',
    run: invite,
  },
  role: { does: 'role --name NAME | --person ID --to visitor|member|host|admin: what somebody may do', run: role },
  'sign-in-link': {
    does: 'sign-in-link NAME | EMAIL | --person ID: a link by which somebody signs in once, on any device',
    run: signInLink,
  },
  door: {
    does: 'door [--office ID] [--mode open|link|password|knock] [--password TEXT] [--capacity N|server]: how one comes in',
    run: door,
  },
  mute: { does: 'mute --name NAME | --person ID: closes a microphone; they may open it again', run: mute },
  'send-out': { does: 'send-out --name NAME | --person ID [--reason TEXT]: out at once, and not in again for ten minutes', run: sendOut },
  end: { does: 'end --name NAME | --person ID: ends the conversation they are in, with a warning that its members see', run: end },
  gather: {
    does: 'gather [--office ID] --place AREA | --name NAME | --off: tells everybody where a host is waiting; nobody is moved',
    run: gather,
  },
  announce: { does: 'announce [--office ID] --text TEXT: a few words that everybody who may be disturbed sees', run: announce },
  ban: {
    does: 'ban --name NAME | --person ID [--hours N] [--reason TEXT] [--address IP]: keeps somebody out, and puts them out',
    run: ban,
  },
  unban: { does: 'unban --name NAME | --person ID | --address IP | --ban ID: lets them in again', run: unban },
  bans: { does: 'bans: who is kept out', run: listBans },
  reports: { does: 'reports: what people reported and no host has settled', run: listReports },
  audit: { does: 'audit: what hosts and commands did', run: audit },
  backup: { does: 'backup [FOLDER]: everything that the office remembers into a new folder, while it runs', run: backup },
  restore: { does: 'restore FOLDER [--replace]: an office from a backup, while no server runs on it', run: restore },
};

const USAGE = ['Usage: npm run admin -- COMMAND', ...Object.values(commands).map(({ does }) => `  ${does}`)].join('\n');

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(name === '' ? USAGE : `There is no command "${name}".\n${USAGE}`);
  const config = readConfig(process.env);
  if ('problem' in config) return refuse(config.problem);
  try {
    return await command.run(args, config);
  } catch (err) {
    // what parseArgs says of a wrong option is a sentence already
    if (err instanceof TypeError && 'code' in err && String(err.code).startsWith('ERR_PARSE_ARGS'))
      return refuse(`${err.message}\n${USAGE}`);
    throw err;
  }
}

process.exitCode = await runCommand(process.argv.slice(2));
