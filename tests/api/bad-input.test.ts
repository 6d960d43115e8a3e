// Input that is not as it should be: each a clear refusal, and nothing is written.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemFaults } from './harness/client';
import { TestDistrict } from './harness/district';
import { schoolFields } from './harness/fields';
import { sendBytes, sendRaw, type WireAnswer } from './harness/wire';

let district: TestDistrict;
let schools: string;

beforeAll(async () => {
  district = await TestDistrict.start();
  schools = `/api/v1/districts/${district.id}/schools`;
});
afterAll(() => district?.stop());

/** The answer is one of `statuses`, a problem as the contract has it, and nothing was written. */
async function expectRefusal(statuses: number | number[], send: () => Promise<WireAnswer>) {
  const before = await district.historyLength();
  const { status, headers, text } = await send();
  expect([statuses].flat(), text.slice(0, 500)).toContain(status);
  expect(problemFaults(status, headers.get('content-type') ?? null, text)).toEqual([]);
  expect(await district.historyLength()).toBe(before);
  await district.stranger().ok('getSetup');
}

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  sendRaw(district.admin, 'POST', schools, { body, headers });

const good = JSON.stringify(schoolFields());

describe('a body that is not JSON', () => {
  const bodies: [string, string | Buffer][] = [
    ['nothing at all', ''],
    ['blank space', '   \n'],
    ['truncated', good.slice(0, -10)],
    ['cut inside a string', good.slice(0, 14)],
    ['something after the end', `${good}{}`],
    ['a comma too many', good.replace('}', ',}')],
    ['single quotes', good.replaceAll('"', "'")],
    ['a comment', `/* hello */ ${good}`],
    ['NaN', good.replace('412', 'NaN')],
    ['a number with a leading zero', good.replace('412', '0412')],
    ['a raw newline in a string', good.replace('K-5', 'K\n5')],
    ['a lone surrogate', good.replace('K-5', '\\ud800')],
    ['100 000 opening brackets', '['.repeat(100_000)],
    ['40 000 nested objects', '{"a":'.repeat(40_000)],
    ['deep nesting that is closed', `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['a stray continuation byte', Buffer.from(good.replace('K-5', 'K\x80'), 'latin1')],
    ['an overlong slash', Buffer.from(good.replace('K-5', 'K\xc0\xaf'), 'latin1')],
    ['a surrogate in UTF-8', Buffer.from(good.replace('K-5', '\xed\xa0\x80'), 'latin1')],
    ['beyond Unicode', Buffer.from(good.replace('K-5', '\xf4\x90\x80\x80'), 'latin1')],
    ['UTF-16', Buffer.from(good, 'utf16le')],
  ];
  test.each(bodies)('%s', async (_, body) => {
    await expectRefusal(400, () => post(body));
  });
});

describe('JSON that is not an object', () => {
  test.each(['null', 'true', '17', '"text"', '[]', `[${good}]`])('%s', async (body) => {
    await expectRefusal(422, () => post(body));
  });
});

describe('a body of another kind or size', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/json',
  ])('%s is refused', (type) => expectRefusal(415, () => post(good, { 'content-type': type })));

  test('no content type is refused', () =>
    expectRefusal(415, () =>
      sendBytes(district.server.port, rawPost({ 'content-length': '2' }, '{}')),
    ));

  test('a charset parameter is no other kind', async () => {
    const answer = await post(JSON.stringify(schoolFields()), {
      'content-type': 'application/json; charset=utf-8',
    });
    expect(answer.status).toBe(201);
  });

  test('more than the largest body is refused', () =>
    expectRefusal(413, () => post(`{"name":"${'x'.repeat(12_000_000)}"}`)));

  test('a length far too large is refused before it is sent', () =>
    expectRefusal(413, () =>
      sendBytes(
        district.server.port,
        rawPost({ 'content-type': 'application/json', 'content-length': '99999999999' }, ''),
      ),
    ));
});

describe('HTTP that is not as it should be', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a version of its own', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
    ['a header without a colon', 'GET /healthz HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n'],
    ['a space before the colon', 'GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n'],
    [
      'two lengths',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    ],
    [
      'a length that is no number',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: two\r\n\r\n{}',
    ],
    [
      'a length and chunks',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a chunk that is no chunk',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
  ])('%s', (_, bytes) => expectRefusal(400, () => sendBytes(district.server.port, bytes)));

  test('headers that are too large', () =>
    expectRefusal(431, () =>
      sendRaw(district.admin, 'GET', schools, { headers: { 'x-large': 'x'.repeat(200_000) } }),
    ));

  test('a method that the path does not have', async () => {
    await expectRefusal(405, () => sendRaw(district.admin, 'DELETE', schools));
    const { headers } = await sendRaw(district.admin, 'DELETE', schools);
    const allowed = (headers.get('allow') ?? '').split(/,\s*/);
    expect(allowed).toEqual(expect.arrayContaining(['GET', 'POST']));
  });

  test('a method that nobody has', () =>
    expectRefusal([400, 405, 501], () => sendRaw(district.admin, 'BREW', schools)));

  test('a path of the API that does not exist', async () => {
    await expectRefusal(404, () => sendRaw(district.admin, 'GET', '/api/v1/no/such/thing'));
    const { text } = await sendRaw(district.admin, 'GET', '/api/v1/no/such/thing');
    expect(JSON.parse(text).type).toBe('/problems/no-such-route');
  });
});

describe('paths that would leave the folder of the static files', () => {
  test.each([
    '/../etc/passwd',
    '/assets/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%252e%252e/etc/passwd',
    '/..\\..\\etc\\passwd',
    '/assets/..%5c..%5cetc%5cpasswd',
    '/index.html%00.png',
    '/%00',
    '/%',
    '/%zz',
    '/%c0%ae%c0%ae/etc/passwd',
    '//etc/passwd',
    '/./etc/passwd',
    'file:///etc/passwd',
    'http://example.org/../etc/passwd',
  ])('%s', async (target) => {
    const answer = await sendRaw(district.stranger(), 'GET', target);
    expect(answer.text).not.toContain('root:');
    // A double-encoded or doubled slash names a page that does not exist: the application says so.
    if (answer.status === 200) {
      expect(['/%252e%252e/etc/passwd', '//etc/passwd']).toContain(target);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      return;
    }
    expect([400, 404]).toContain(answer.status);
    expect(
      problemFaults(answer.status, answer.headers.get('content-type') ?? null, answer.text),
    ).toEqual([]);
  });
});

/** A signed-in POST with exactly these headers. */
function rawPost(headers: Record<string, string>, body: string): string {
  const all = {
    host: `127.0.0.1:${district.server.port}`,
    connection: 'close',
    ...district.admin.ownHeaders('POST'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${schools} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
