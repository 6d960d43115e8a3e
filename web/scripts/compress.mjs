// Writes a .br and a .gz beside every file of dist/ that compresses, so that the server
// never spends a request's time on it.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.svg',
  '.webmanifest',
  '.map',
  '.txt',
  '.yaml',
]);
const smallest = 1024; // below this the headers cost more than is saved
const large = 1024 * 1024; // brotli 11 takes seconds a megabyte: 9 for the few large ones

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function* filesIn(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

let before = 0;
let after = 0;
let count = 0;
for await (const path of filesIn('dist')) {
  if (!compressible.has(extname(path)) || (await stat(path)).size < smallest) continue;
  const bytes = await readFile(path);
  const quality = bytes.length > large ? 9 : 11;
  const br = await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  await Promise.all([
    writeFile(`${path}.br`, br),
    writeFile(`${path}.gz`, await zip(bytes, { level: 9 })),
  ]);
  before += bytes.length;
  after += br.length;
  count += 1;
}
const kb = (n) => `${Math.round(n / 1024)} KB`;
console.log(`compressed ${count} files: ${kb(before)} to ${kb(after)} (brotli)`);
