import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import { nonceOf } from '../http/headers.ts';

/** Stands in index.html where the answer's nonce goes. */
const NONCE = '__NONCE__';

/** The page as it was built; files with a digest in their name are kept by browsers for a year. */
export const pageRoutes = (router: Router, folder: string): void => {
  router.get('/', (_request, response, next) => {
    let html: string;
    try {
      html = readFileSync(join(folder, 'index.html'), 'utf8');
    } catch {
      return next();
    }
    response.type('html').setHeader('Cache-Control', 'no-store');
    response.send(html.replaceAll(NONCE, nonceOf(response)));
  });
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, path) =>
        response.setHeader(
          'Cache-Control',
          /[-.][0-9a-zA-Z]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
};

const DOCS = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Entente API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="docs/swagger-ui.css">
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</html>
`;

const START = `SwaggerUIBundle({ url: new URL('openapi.json', location.href).href, dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
`;

/** The reference as a page, at /api/docs; its script and style are files of this server. */
export const docsRoutes = (router: Router): void => {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/api/docs', (_request, response) => void response.type('html').send(DOCS));
  router.get('/api/docs/start.js', (_request, response) => void response.type('js').send(START));
  router.use('/api/docs', express.static(folder, { index: false, maxAge: '1d' }));
};
