import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

/** A server that runs: its origin (`http://127.0.0.1:40123`, no slash at the end) and how to end it. */
export interface Served {
  url: string;
  close(): Promise<void>;
}

/** One page and the path (with its query, where that tells pages apart) that it is found under. */
export interface ServedPage {
  path: string;
  html: string;
}

/** Starts a server on a port (0: a free one). Closing it ends connections that are still open. */
export function listen(server: Server, port: number, host: string): Promise<Served> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('The server has no port'));
      resolve({ url: `http://${host}:${address.port}`, close: () => close(server) });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

/**
 * Serves pages under their own paths, all else is 404. A page whose path has a query is found by path and query,
 * else by the path alone, whatever query comes with it. What follows `#` never reaches a server: leave it out of `path`.
 */
export function servePages(pages: ServedPage[], { port = 0, host = '127.0.0.1' } = {}): Promise<Served> {
  const byPath = new Map(pages.map((page) => [page.path, page.html]));
  const server = createServer((request, response) => {
    const asked = request.url ?? '/';
    const html = byPath.get(asked) ?? byPath.get(asked.split('?')[0] ?? '/');
    const head = { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' };
    if (html === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    else response.writeHead(200, head).end(html);
  });
  return listen(server, port, host);
}

/** Serves saved pages of a folder: `routes` gives for each path the file in the folder. */
export async function serveFolder(
  { folder, routes }: { folder: string; routes: Record<string, string> },
  where: { port?: number; host?: string } = {},
): Promise<Served> {
  const pages = Object.entries(routes).map(async ([path, file]) => ({
    path,
    html: await readFile(join(folder, file), 'utf8'),
  }));
  return servePages(await Promise.all(pages), where);
}
