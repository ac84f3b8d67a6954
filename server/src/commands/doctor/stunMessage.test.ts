import { expect, test } from 'vitest';
import { writeBindingResponse } from '../../media/stun.ts';
import { ATTRIBUTE, longTermKey, MESSAGE, newTransaction, readError, readMessage, readXorAddress, writeMessage } from './stunMessage.ts';

test('[O39] a request with long-term credentials is signed as in RFC 5769, 2.4', () => {
  const username = '\u30DE\u30C8\u30EA\u30C3\u30AF\u30B9';
  const request = writeMessage(
    MESSAGE.bindingRequest,
    Buffer.from('78ad3433c6ad72c029da412e', 'hex'),
    [
      [ATTRIBUTE.username, username],
      [ATTRIBUTE.nonce, 'f//499k954d6OL34oL9FSTvy64sA'],
      [ATTRIBUTE.realm, 'example.org'],
    ],
    longTermKey(username, 'example.org', 'TheMatrIX'),
  );
  expect(request.toString('hex')).toMatch(/^000100602112a442/);
  expect(request.subarray(-20).toString('hex')).toBe('f67024656dd64a3e02b8e0712e85c9a28ca89666');
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8::7', '2001:db8:0:0:0:0:0:7'],
])('[O39] the address %s is read back from the answer of our own server', (address, read) => {
  const transaction = newTransaction();
  const answer = readMessage(writeBindingResponse(transaction, address, 40_000));
  expect(answer?.type).toBe(MESSAGE.bindingSuccess);
  expect(readXorAddress(answer?.attributes.get(ATTRIBUTE.xorMappedAddress), transaction)).toEqual({ address: read, port: 40_000 });
});

test('[O39] an error answer is read with its words', () => {
  const bytes = writeMessage(0x0113, newTransaction(), [[ATTRIBUTE.errorCode, Buffer.from('\0\0\x04\x26Stale Nonce')]]);
  const answer = readMessage(bytes);
  expect(answer && readError(answer)).toEqual({ code: 438, words: 'Stale Nonce' });
});

test('[O39] what is no message, or is cut off, is not read', () => {
  const whole = writeMessage(MESSAGE.allocate, newTransaction(), [[ATTRIBUTE.realm, 'test']]);
  expect(readMessage(Buffer.alloc(0))).toBeUndefined();
  expect(readMessage(Buffer.from('GET / HTTP/1.1\r\n\r\n .'))).toBeUndefined();
  for (let length = 0; length < whole.length; length++) expect(readMessage(whole.subarray(0, length))).toBeUndefined();
  const lying = Buffer.from(whole);
  lying.writeUInt16BE(400, 22);
  expect(readMessage(lying)).toBeUndefined();
});
