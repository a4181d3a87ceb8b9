import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import { listen, type Served } from '../serve-folder.ts';
import { POLICIES, readSwitches, type Switches } from './switches.ts';

const FOLDER = import.meta.dirname;
const TYPES: Record<string, string> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the sample CRM on loopback; port 0 takes a free one. Every path but `/assets/…` is the app, which routes in
 * the page. The app's modules are served with their types stripped: there is no build.
 */
export async function serveSample({ port = 0, host = '127.0.0.1' } = {}): Promise<Served> {
  const assets = new Map<string, string>();
  return listen(
    createServer((request, response) => {
      answer(request, response, assets).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
      });
    }),
    port,
    host,
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  assets: Map<string, string>,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sample.invalid');
  const switches = readSwitches(url.search);
  if (!url.pathname.startsWith('/assets/')) {
    const page = await readFile(join(FOLDER, 'index.html'), 'utf8');
    response.writeHead(200, { ...headersOf(switches), 'content-type': 'text/html; charset=utf-8' });
    response.end(page.replace(' lang="en-US"', switches.declare && ` lang="${switches.declare}"`));
    return;
  }
  const name = url.pathname.slice('/assets/'.length);
  const type = /^[a-z-]+\.[a-z]+$/.test(name) && name !== 'server.ts' ? TYPES[extname(name)] : undefined;
  const body = type === undefined ? null : await assetOf(name, assets);
  if (body === null) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  else response.writeHead(200, { ...headersOf(switches), 'content-type': type }).end(body);
}

/** Headers by the switches of the page. The assets carry no query, so only their neutral ones. */
function headersOf(switches: Switches): Record<string, string> {
  return {
    'cache-control': switches.held ? 'no-cache' : 'no-store',
    ...(switches.csp !== 'none' && { 'content-security-policy': POLICIES[switches.csp] }),
    ...(switches.coep && { 'cross-origin-embedder-policy': 'require-corp' }),
  };
}

async function assetOf(name: string, assets: Map<string, string>): Promise<string | null> {
  const before = assets.get(name);
  if (before !== undefined) return before;
  const source = await readFile(join(FOLDER, name), 'utf8').catch(() => null);
  if (source === null) return null;
  const body = name.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
  assets.set(name, body);
  return body;
}

if (import.meta.main) {
  const { url } = await serveSample({ port: Number(process.env['PORT'] ?? 4173) });
  console.log(`The sample CRM is at ${url}/deals/10001`);
}
