// The browsable contract, served at /api/docs: a page without inline script, so that it
// works under the same content security policy as everything else.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';

const bundle = 'node_modules/@scalar/api-reference/dist/browser/standalone.js';
const folder = 'dist/api-docs';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <title>Tandem API</title>
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api-docs/scalar.js"></script>
    <script src="/api-docs/start.js"></script>
  </body>
</html>
`;

const start = `Scalar.createApiReference('#reference', {
  url: '/api/openapi.yaml',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
});
`;

await mkdir(folder, { recursive: true });
await Promise.all([
  copyFile(bundle, `${folder}/scalar.js`),
  writeFile(`${folder}/start.js`, start),
  writeFile(`${folder}/index.html`, page),
]);
console.log(`API reference written to ${folder}`);
