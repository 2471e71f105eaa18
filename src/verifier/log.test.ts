import { connect } from 'node:net';
import { fastify, type FastifyBaseLogger } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { testKeys, unknownKey } from '../../test/embedded/nvidia/test-keys.ts';
import { logOptions, withoutSecrets } from './log.ts';
import { startService, type RunningService } from './running-service.fixture.ts';

const keys = [...Object.values(testKeys).map(({ key }) => key), unknownKey, 'nvapi-a/b+c=d e%f'];

/** A text as it could turn up: plain, URL-encoded, as JSON, and in base64 at each of its three offsets. */
const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(`${'x'.repeat(offset)}${secret}`)
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  ),
];

/** Every way of sending a key to the service, the wrong ones included. */
const sendEverywhere = async ({ url }: RunningService, key: string): Promise<void> => {
  const address = `${url}/api/v1/keys/verify`;
  const json = { 'content-type': 'application/json', authorization: 'Bearer ada-token' };
  const body = JSON.stringify({ project: 'nim-demo', key });
  const pullAddress = `${url}/api/v1/keys/check-pull`;
  const image = 'nvcr.io/nim/meta/llama:1';
  const pullBody = JSON.stringify({ project: 'nim-demo', image, key });
  const header = key.replace(/[^\x21-\x7e]/g, '');
  const requests: [string, RequestInit][] = [
    [address, { method: 'POST', headers: json, body }],
    [address, { method: 'POST', headers: json, body: body.slice(0, -1) }],
    [address, { method: 'POST', headers: json, body: `{"key": ${key}` }],
    [address, { method: 'POST', headers: json, body: JSON.stringify({ [key]: key }) }],
    [address, { method: 'POST', headers: json, body: JSON.stringify({ project: key, key }) }],
    [address, { method: 'POST', headers: json, body: body.padEnd(6_000) }],
    [address, { method: 'POST', headers: { ...json, 'content-type': 'text/plain' }, body }],
    [address, { method: 'POST', headers: { ...json, 'content-type': header }, body }],
    [address, { method: 'POST', headers: { ...json, authorization: `Bearer ${header}` }, body }],
    [address, { method: 'POST', headers: { ...json, authorization: header }, body }],
    [address, { method: 'POST', headers: { ...json, 'x-key': header }, body }],
    [address, { method: 'POST', headers: { ...json, authorization: 'Bearer vic-token' }, body }],
    [address, { method: 'POST', headers: { ...json, authorization: 'Bearer broken-token' }, body }],
    [`${address}?key=${encodeURIComponent(key)}`, { method: 'POST', headers: json, body }],
    [pullAddress, { method: 'POST', headers: json, body: pullBody }],
    [pullAddress, { method: 'POST', headers: json, body: pullBody.replace('llama:1', key) }],
    [`${url}/${encodeURIComponent(key)}`, {}],
    [`${url}/${btoa(key)}`, { headers: { referer: `${url}/?${encodeURIComponent(key)}` } }],
  ];
  for (const [to, init] of requests) {
    await (await fetch(to, init)).text();
  }
  await sendMalformed(url, key);
};

/** What is no HTTP at all reaches the log by another way. */
const sendMalformed = (url: string, key: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('close', () => resolve());
    socket.on('data', () => socket.end());
    socket.write(`POST /${key} HTTP/9.9\r\n${key}\r\n\r\n${key}`);
  });

describe('the log at level trace', () => {
  let service: RunningService;
  let log = '';
  beforeAll(async () => {
    service = await startService({ timeLimitMs: 500 });
    for (const key of keys) {
      await sendEverywhere(service, key);
    }
    await service.stop();
    log = service.log();
  }, 60_000);

  it('has a line for every request and each verdict', () => {
    expect(log.split('"msg":"answered"').length - 1).toBe(keys.length * 18);
    expect(log).toContain('"status":"valid"');
    expect(log).toContain('"reason":"timeout"');
  });

  it.each(keys)('has no key in any spelling: %s', (key) => {
    for (const spelling of spellings(key)) {
      expect(log.includes(spelling), `as ${spelling}`).toBe(false);
    }
  });

  it('has no part of a key either', () => {
    for (const key of keys.filter(({ length }) => length === 70)) {
      expect(log.includes(key.slice(10, 22))).toBe(false);
      expect(log.includes(key.slice(-12))).toBe(false);
    }
  });

  it.each(['ada-token', 'vic-token', 'broken-token', 'personal-data.example', 'Grace Standin'])(
    'has neither a token nor anything of the owner: %s',
    (secret) => {
      for (const spelling of spellings(secret)) {
        expect(log.includes(spelling)).toBe(false);
      }
    },
  );
});

/** What one line becomes, with all layers or without the last. */
const logged = (lastLook: boolean, write: (log: FastifyBaseLogger) => void): string => {
  const lines: string[] = [];
  const { hooks, ...layers } = logOptions('trace', { write: (line) => lines.push(line) });
  write(fastify({ logger: { ...layers, ...(lastLook ? { hooks } : {}) } }).log);
  return lines.join('');
};

describe('each layer of redaction', () => {
  const { key } = testKeys.valid;
  it.each([
    ['a body', { body: { project: 'a', key } }],
    ['a key', { key }],
    ['a nested key', { request: { key } }],
    ['a deeply nested key', { a: { b: { key } } }],
    ['a key in the depth of a list', { a: { b: [{ key }] } }],
    ['a key beside what has a serializer', { err: new Error('x'), a: { token: key } }],
    ['headers', { headers: { authorization: `Bearer ${key}` } }],
    ['a request', { req: { method: 'POST', url: `/?${key}`, headers: { a: key }, body: key } }],
    ['an error', { err: new Error(`Unexpected token in ${key}`) }],
    ['a raw packet', { err: Object.assign(new Error('x'), { rawPacket: Buffer.from(key) }) }],
  ])('keeps %s out, without the last look', (_what, line) => {
    const text = logged(false, (log) => log.info(line, 'said'));
    expect(text).toContain('"msg":"said"');
    expect(text).not.toContain(key);
    expect(text).not.toContain(Buffer.from(key).toString('base64').slice(0, 40));
  });

  it('takes a key out of what a logger says with each line', () => {
    const text = logged(false, (log) => log.child({ key, b: 1 }).info('said'));
    expect(JSON.parse(text)).toMatchObject({ key: '[redacted]', b: 1, msg: 'said' });
  });

  it('leaves what it was given as it was', () => {
    const line = { a: { key, b: 1 }, list: [1, 2] };
    const text = logged(false, (log) => log.info(line, 'said'));
    expect(JSON.parse(text)).toMatchObject({ a: { key: '[redacted]', b: 1 }, list: [1, 2] });
    expect(line).toEqual({ a: { key, b: 1 }, list: [1, 2] });
  });

  it('looks at the finished line last', () => {
    const text = logged(true, (log) => log.warn({ other: key }, `a slip: ${key}`));
    expect(text).not.toContain(key);
    expect(JSON.parse(text)).toMatchObject({ other: '[redacted]', msg: 'a slip: [redacted]' });
  });

  it('takes out bearer tokens and URL-encoded keys', () => {
    expect(withoutSecrets('{"a":"Bearer sha256~abc.def"}')).toBe('{"a":"[redacted]"}');
    expect(withoutSecrets('key=nvapi-a%2Fb%2Bc&x=1')).toBe('key=[redacted]&x=1');
    expect(withoutSecrets('{"a":"nvapi-a/b+c=d"}')).toBe('{"a":"[redacted]"}');
  });
});
