// UDP as far as it can be seen from here: are the ports ours, does STUN answer, do packets to the announced address come in?
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import type { Interfaces } from '../../ops/addresses.ts';
import type { DoctorSettings } from './DoctorSettings.ts';
import { type Finding, ok, problem, warning } from './Finding.ts';
import { openLine } from './openLine.ts';
import { ATTRIBUTE, MESSAGE, newTransaction, readXorAddress, writeMessage } from './stunMessage.ts';

const HERE = '127.0.0.1';
const ARRIVE_MS = 1500;

export interface Where {
  /** The address browsers send UDP to: announced, or where the shared name leads; undefined when that is not known. */
  outer: string | undefined;
  isRunning: boolean;
  interfaces: Interfaces;
}

export async function checkUdp(settings: DoctorSettings, where: Where): Promise<Finding[]> {
  return [await checkStun(settings, where), ...(await checkMedia(settings, where))];
}

async function checkStun({ stunPort, turn }: DoctorSettings, { outer, isRunning }: Where): Promise<Finding> {
  if (stunPort === undefined)
    return ok('STUN', turn ? 'Our own STUN server is off: the TURN server answers instead.' : 'Our own STUN server is off.');
  if (!isRunning) return bindable('STUN', stunPort, await bindError(stunPort), false);
  const seenHere = await askStun(HERE, stunPort);
  if (!seenHere) return problem('STUN', `Our STUN server does not answer on UDP port ${stunPort}: the log says why it could not open it.`);
  if (outer === undefined) return ok('STUN', `Our STUN server answers on UDP port ${stunPort} of this machine.`);
  const seen = await askStun(outer, stunPort);
  return seen
    ? ok(
        'STUN',
        `Our STUN server answers at ${outer}, UDP port ${stunPort}; it sees this machine as ${seen}. Only somebody outside can tell about the firewall.`,
      )
    : warning(
        'STUN',
        `Our STUN server answers here, but not at ${outer}, UDP port ${stunPort}: a firewall, or a router that does not lead its own machines back in. Ask from another network: turnutils_stunclient -p ${stunPort} ${outer}`,
      );
}

/** As whom the server there sees us. */
async function askStun(address: string, port: number): Promise<string | undefined> {
  const line = await openLine({ host: address, address, port, transport: 'udp' });
  const transaction = newTransaction();
  const answer = await line.ask(writeMessage(MESSAGE.bindingRequest, transaction));
  line.close();
  if (answer?.type !== MESSAGE.bindingSuccess) return undefined;
  return readXorAddress(answer.attributes.get(ATTRIBUTE.xorMappedAddress), transaction)?.address;
}

async function checkMedia({ media }: DoctorSettings, { outer, isRunning, interfaces }: Where): Promise<Finding[]> {
  const { firstUdpPort, workers, announcedIp, isLocal } = media;
  if (isLocal) return [ok('media', 'Calls stay on this machine: no UDP port has to be open to others.')];
  const findings: Finding[] = [];
  const own = Object.values(interfaces).flatMap((infos = []) => infos.map(({ address }) => address));
  if (outer !== undefined && announcedIp === undefined && !own.includes(outer))
    findings.push(
      warning(
        'media',
        `People come by ${outer}, which is none of this machine's own addresses: set MEDIA_ANNOUNCED_IP to it, or calls of more than four stay silent.`,
      ),
    );
  if (firstUdpPort === undefined)
    return [
      ...findings,
      warning(
        'media',
        'MEDIA_UDP_PORT is not set: calls of more than four use any UDP port, which no firewall can let in. Set it, for example to 40000.',
      ),
    ];
  for (let port = firstUdpPort; port < firstUdpPort + workers; port++) findings.push(await checkMediaPort(port, outer, isRunning));
  return findings;
}

async function checkMediaPort(port: number, outer: string | undefined, isRunning: boolean): Promise<Finding> {
  const error = await bindError(port);
  if (error !== undefined || outer === undefined) return bindable('media', port, error, isRunning);
  return (await arrives(outer, port))
    ? ok('media', `A packet sent to ${outer}, UDP port ${port}, comes in. Only somebody outside can tell about the firewall.`)
    : warning(
        'media',
        `A packet sent from here to ${outer}, UDP port ${port}, does not come in: a firewall, or a router that does not lead its own machines back in. Only a call of five from outside tells.`,
      );
}

function bindable(about: 'STUN' | 'media', port: number, error: string | undefined, isRunning: boolean): Finding {
  if (error === undefined) return ok(about, `UDP port ${port} is free for the ${about} server.`);
  if (error === 'EADDRINUSE' && isRunning) return ok(about, `UDP port ${port} is in use, by the ${about} server most likely.`);
  return problem(about, `UDP port ${port} cannot be opened for the ${about} server (${error}).`);
}

/** Undefined when the port can be had. */
async function bindError(port: number): Promise<string | undefined> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port);
    await once(socket, 'listening');
    return undefined;
  } catch (err) {
    return err instanceof Error && 'code' in err ? String(err.code) : String(err);
  } finally {
    socket.close();
  }
}

/** Does what is sent to that address come out of a port of this machine? */
async function arrives(address: string, port: number): Promise<boolean> {
  const family = isIPv6(address) ? 'udp6' : 'udp4';
  const receiver = createSocket(family);
  const sender = createSocket(family);
  const mark = newTransaction();
  try {
    receiver.bind(port);
    await once(receiver, 'listening');
    const arrived = new Promise<boolean>((resolve) => {
      receiver.on('message', (bytes) => bytes.equals(mark) && resolve(true));
      setTimeout(() => resolve(false), ARRIVE_MS).unref();
    });
    sender.on('error', () => undefined);
    sender.send(mark, port, address, () => undefined);
    return await arrived;
  } catch {
    return false;
  } finally {
    receiver.close();
    sender.close();
  }
}
