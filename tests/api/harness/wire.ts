// Bytes as they are: for requests that no HTTP library would send.
import { connect } from 'node:net';
import type { Client } from './client';

export interface WireAnswer {
  status: number;
  headers: Map<string, string>;
  text: string;
}

/** Sends `request` on a connection of its own and reads until the server closes it. */
export function sendBytes(port: number, request: string | Buffer): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const finish = () => {
      socket.destroy();
      try {
        resolve(parseAnswer(Buffer.concat(chunks)));
      } catch (problem) {
        reject(problem);
      }
    };
    socket.setTimeout(10_000, () => {
      socket.destroy();
      reject(new Error(`no answer within 10 s; so far: ${Buffer.concat(chunks)}`));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', finish);
    // A server that has refused a request may close before all of it was sent.
    socket.on('error', (problem) => (chunks.length > 0 ? finish() : reject(problem)));
    socket.write(request);
  });
}

function parseAnswer(bytes: Buffer): WireAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw new Error(`not an HTTP answer: '${bytes.toString('latin1').slice(0, 200)}'`);
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const rest = bytes.subarray(end + 4);
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunk(rest) : rest;
  return { status: Number(statusLine.split(' ')[1]), headers, text: body.toString('utf8') };
}

function unchunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return Buffer.concat(parts);
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (!size) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

/** A request line with the headers that sign `client` in, and a body, byte for byte. */
export function sendRaw(
  client: Client,
  method: string,
  target: string,
  options: { body?: string | Buffer; headers?: Record<string, string> } = {},
): Promise<WireAnswer> {
  const body = Buffer.from(options.body ?? '');
  const headers: Record<string, string> = {
    host: `127.0.0.1:${client.server.port}`,
    connection: 'close',
    ...client.ownHeaders(method),
    ...(options.body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(body.length) }),
    ...options.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  return sendBytes(client.server.port, Buffer.concat([head, body]));
}
