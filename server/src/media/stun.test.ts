import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openStun } from './openStun.ts';
import { readBindingRequest, writeBindingResponse } from './stun.ts';

// RFC 5769, 2.2 and 2.3: the transaction and the XOR-MAPPED-ADDRESS of its sample responses
const transaction = Buffer.from('b7e7a701bc34d686fa87dfae', 'hex');
const request = Buffer.concat([Buffer.from('000100002112a442', 'hex'), transaction]);

it.each([
  ['192.0.2.1', 32_853, '00200008 0001a147 e112a643'],
  ['::ffff:192.0.2.1', 32_853, '00200008 0001a147 e112a643'],
  ['2001:db8:1234:5678:11:2233:4455:6677', 32_853, '00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9'],
])('[K9] the answer says %s as RFC 5769 does', (address, port, attribute) => {
  const response = writeBindingResponse(transaction, address, port);
  expect(response.subarray(20).toString('hex')).toBe(attribute.replaceAll(' ', ''));
  expect(response.subarray(0, 2).toString('hex')).toBe('0101');
  expect(response.readUInt16BE(2)).toBe(response.length - 20);
  expect(response.subarray(8, 20)).toEqual(transaction);
});

it.each([
  ['an answer', Buffer.concat([Buffer.from('010100002112a442', 'hex'), transaction])],
  ['another cookie', Buffer.concat([Buffer.from('0001000021120000', 'hex'), transaction])],
  ['a wrong length', Buffer.concat([Buffer.from('000100042112a442', 'hex'), transaction])],
  ['too little', request.subarray(0, 12)],
  ['nothing', Buffer.alloc(0)],
])('[K9] %s is not answered', (_what, message) => {
  expect(readBindingRequest(message)).toBeUndefined();
});

it('[K9] our server answers whoever asks with the address they ask from', async () => {
  const server = await openStun(0, true);
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.send('not STUN', server.port, '127.0.0.1');
  socket.send(request, server.port, '127.0.0.1');
  const [answer] = (await once(socket, 'message')) as [Buffer];
  expect(answer).toEqual(writeBindingResponse(transaction, '127.0.0.1', socket.address().port));
  socket.close();
  await server.close();
});
