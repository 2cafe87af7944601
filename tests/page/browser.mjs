// The server and the browser that the tests stand on.
//
//   const site = await serve('build/dev/bin/tracuu-server', 'build/index', {foreign: 'http://…'});
//   const browser = await open();
//
// Everything is local: the server on a free port, Debian's Chromium with a profile of its own.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {chromium} from 'playwright-core';

export const kChromium = process.env.CHROMIUM || '/usr/bin/chromium';

const kFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const open = () => chromium.launch({executablePath: kChromium, args: kFlags});

// Starts the server; `settings` are lines of its file.
export const serve = async (program, index, settings = []) => {
  const folder = mkdtempSync(join(tmpdir(), 'tracuu-page-'));
  const config = join(folder, 'server.conf');
  writeFileSync(config, [...settings, 'access_log = no', ''].join('\n'));
  const child = spawn(program, ['--index', index, '--listen', '127.0.0.1:0', '--config', config],
    {stdio: ['ignore', 'pipe', 'inherit']});
  const [line] = await once(child.stdout, 'data');
  return {
    url: String(line).match(/http:\/\/[^ ]*/)[0].replace(/\/$/, ''),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

// A site of another origin whose one page is `html()`.
export const foreignSite = async (html) => {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close()};
};
