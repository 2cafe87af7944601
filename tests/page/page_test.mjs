// The search page as people meet it: in a browser, with and without scripts, wide and narrow,
// light and dark, with an input method, and inside another site's page.
//
//   node page_test.mjs TRACUU_SERVER INDEX [FOLDER]      screenshots go into FOLDER
//
// INDEX is one of data/sample.

import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {foreignSite, open, serve} from './browser.mjs';

const [program, index, shots] = process.argv.slice(2);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const kSample = fileURLToPath(new URL('../../data/sample', import.meta.url));
const kDocument = 'sample/van-ban/2022/08-2022-qd-ubnd-quy-dinh-mot-cua.txt';
const kQuery = encodeURIComponent('chuyển đổi số');
const kPages = {
  home: '/',
  search: `/search?q=${kQuery}`,
  filtered: `/search?q=${kQuery}&type=${encodeURIComponent('Nghị quyết')}&more=agency`,
  none: '/search?q=xyzzy&year=2020',
  bad: '/search?q=%22',
  document: `/document?id=${encodeURIComponent(kDocument)}&q=${kQuery}`,
  ties: `/document?id=${encodeURIComponent(kDocument)}&tab=ties`,
  similar: `/document?id=${encodeURIComponent(kDocument)}&tab=similar`,
  help: '/help',
  english: `/search?q=${kQuery}&lang=en`,
  admin: '/admin',
};

let browser;
let saved;
let site;
let foreign;
before(async () => {
  browser = await open();
  saved = mkdtempSync(join(tmpdir(), 'tracuu-saved-'));
  writeFileSync(join(saved, 'cds.json'), JSON.stringify({name: 'Chuyển đổi số: quyết định',
    name_en: 'Decisions on digital transformation', query: 'chuyển đổi số',
    filters: {type: ['Quyết định']}}));
  foreign = await foreignSite(() => `<!doctype html><title>x</title>
    <script src="${site.url}/embed.js" defer></script>
    <tra-cuu query="một cửa" limit="2"></tra-cuu>
    <iframe title="x" src="${site.url}/search?q=s%E1%BB%91&embed=1"></iframe>
    <script>addEventListener('message', (e) => { window.told = e.data; });</script>`);
  site = await serve(program, index, [`cors_origin = ${foreign.url}`,
    `frame_ancestor = ${foreign.url}`, `file_root = ${kSample}`,
    'identity_user_header = X-Remote-User', 'identity_groups_header = X-Remote-Groups',
    `saved_searches = ${saved}`, 'trusted_proxy = 127.0.0.0/8', 'admin_group = van-hanh',
    `share = ${kSample} -> \\\\may-chu\\van-ban`]);
});
after(async () => {
  await browser.close();
  await site.stop();
  rmSync(saved, {recursive: true});
  foreign.stop();
});

// A page that notes what it must not do.
const visit = async (path, options = {}) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  page.faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) page.faults.push(`asks ${request.url()}`);
  });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    const isStatus = message.text().includes('Failed to load resource');
    if (message.type() === 'error' && !isStatus) page.faults.push(message.text());
  });
  await page.goto(site.url + path);
  return page;
};
const leave = (page) => page.context().close();

const kAdmin = {'X-Remote-User': 'an', 'X-Remote-Groups': 'van-hanh'};

describe('every page', () => {
  for (const [name, path] of Object.entries(kPages)) {
    for (const colorScheme of ['light', 'dark']) {
      test(`${name}, ${colorScheme}: WCAG 2.2 AA, nothing foreign, no sideways scrolling`, async () => {
        // axe is put in by the test, which the page's policy rightly refuses.
        const page = await visit(path, {colorScheme, bypassCSP: true,
          extraHTTPHeaders: name === 'admin' ? kAdmin : {}});
        for (const width of [360, 768, 1280, 1920]) {
          await page.setViewportSize({width, height: 900});
          const over = await page.evaluate(() =>
            document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${over} px too wide at ${width}`);
          if (shots) {
            await page.screenshot({path: `${shots}/${name}-${colorScheme}-${width}.png`});
          }
        }
        await page.setViewportSize({width: 1280, height: 900});
        await page.evaluate(axeSource);
        const {violations} = await page.evaluate(() => window.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
        assert.deepEqual(violations.map((v) =>
          `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | ')}`), []);
        assert.deepEqual(page.faults, []);
        await leave(page);
      });
    }
  }
});

test('without scripts: search, filter, page, open, back', async () => {
  const page = await visit('/', {javaScriptEnabled: false});
  await page.fill('main input[name=q]', 'chuyển đổi số');
  await page.click('main button[type=submit]');
  const total = await page.textContent('.total');
  await page.click('#facet-type .values a');
  assert.notEqual(await page.textContent('.total'), total);
  assert.equal(await page.locator('.chip').count(), 1);
  await page.click('.chip');
  assert.equal(await page.textContent('.total'), total);
  await page.click('a[rel=next]');
  assert.match(page.url(), /page=2/);
  await page.click('.results h2 a');
  assert.match(page.url(), /\/document/);
  await page.click('.back a');
  assert.match(page.url(), /\/search\?q=/);
  await page.fill('.dates input[name=from]', '2021');
  await page.click('.dates button');
  assert.match(page.url(), /from=2021/);
  await page.click('.years a >> nth=0');
  assert.match(page.url(), /year=/);
  await leave(page);
});

// Whether the page is still the one that was marked, and was not loaded anew.
const mark = (page) => page.evaluate(() => { window.marked = true; });
const isMarked = (page) => page.evaluate(() => window.marked === true);
const settled = (page, pattern) => page.waitForFunction((source) =>
  new RegExp(source).test(location.href) && !document.querySelector('main[aria-busy]'),
pattern.source);

test('facets, pages and Back without a reload', async () => {
  const page = await visit(kPages.search);
  await mark(page);
  const total = await page.textContent('.total');
  const facet = page.locator('#facet-type .values a').first();
  const name = await facet.locator('span').textContent();
  await facet.click();
  await settled(page, /[?&]type=/);
  assert.ok(await isMarked(page));
  const narrowed = await page.textContent('.total');
  assert.notEqual(narrowed, total);
  assert.equal(await page.locator('.chip').count(), 1);
  // Focus stays at the facet; the number of results is said, once.
  assert.equal(await page.evaluate(() => document.activeElement.querySelector('span').textContent),
    name);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'true');
  assert.equal(await page.textContent('body > [role=status]'), narrowed);
  assert.equal(await page.locator('.total[role]').count(), 0);
  // What else of the page depends on the address goes with it.
  assert.match(await page.getAttribute('.top nav a[hreflang]', 'href'), /type=/);
  assert.equal(await page.locator('.top .box input[name=type]').count(), 1);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector('.total').textContent === text, total);
  assert.ok(await isMarked(page));
  assert.equal(await page.locator('.chip').count(), 0);
  await page.goForward();
  await page.waitForFunction((text) => document.querySelector('.total').textContent === text, narrowed);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector('.total').textContent === text, total);
  await page.locator('a[rel=next]').click();
  await settled(page, /page=2/);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await page.locator('.results h2 a').first().click();
  await page.waitForURL(/\/document/);
  await page.goBack();
  await page.waitForURL(/page=2/);
  assert.match(await page.textContent('.total'), /từ 11/);
  assert.deepEqual(page.faults, []);
  await leave(page);
});

test('dates, years and the list of a facet without a reload', async () => {
  const page = await visit(kPages.search);
  await mark(page);
  await page.fill('.dates input[name=from]', '2021');
  await page.click('.dates button');
  await settled(page, /from=2021/);
  assert.ok(!page.url().includes('to='));
  await page.locator('.years a').first().click();
  await settled(page, /year=/);
  await page.click('.clear');
  await settled(page, /q=[^&]*$/);
  await page.locator('#facet-agency .more-values').click();
  await settled(page, /more=agency/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'facet-agency');
  await page.fill('#within', 'so');
  await page.locator('#within').press('Enter');
  await settled(page, /within=so/);
  assert.ok(await isMarked(page));
  assert.deepEqual(page.faults, []);
  await leave(page);
});

test('a page that was put in place is as accessible as one that was loaded', async () => {
  const page = await visit(kPages.search, {bypassCSP: true});
  await page.locator('#facet-type .values a').first().click();
  await settled(page, /type=/);
  await page.evaluate(axeSource);
  const {violations} = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
  assert.deepEqual(violations.map((v) => v.id), []);
  await leave(page);
});

test('on a phone a facet leads to the results', async () => {
  const page = await visit(kPages.search, {viewport: {width: 360, height: 740}});
  await page.locator('#facet-type .values a').first().click();
  await settled(page, /type=/);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  await leave(page);
});

test('without an answer a facet is a link', async () => {
  for (const fault of ['abort', 'error', 'other']) {
    const page = await visit(kPages.search);
    await mark(page);
    await page.route('**/search?*', (route) => {
      if (route.request().resourceType() !== 'fetch') return route.continue();
      if (fault === 'abort') return route.abort();
      return route.fulfill(fault === 'error' ? {status: 503, body: '<p id="filters">'}
        : {status: 200, contentType: 'text/html', body: '<p>Sign in'});
    });
    await page.locator('#facet-type .values a').first().click();
    await page.waitForFunction(() => /type=/.test(location.href) && window.marked === undefined);
    assert.equal(await page.locator('.chip').count(), 1);
    await leave(page);
  }
});

test('keys that open elsewhere are left to the browser', async () => {
  const page = await visit(kPages.search);
  const [opened] = await Promise.all([page.context().waitForEvent('page'),
    page.locator('#facet-type .values a').first().click({modifiers: ['Control']})]);
  await opened.waitForURL(/type=/);
  assert.ok(!page.url().includes('type='));
  await leave(page);
});

test('completion: keys move, what was typed stays, Enter takes', async () => {
  const page = await visit('/');
  const box = page.locator('main input[type=search]');
  await box.pressSequentially('chuyen d', {delay: 20});
  await page.locator('main .list li').first().waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await box.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  assert.equal(await box.inputValue(), 'chuyen d');
  await box.press('ArrowUp');
  assert.equal(await box.getAttribute('aria-activedescendant'), null);
  await box.press('ArrowDown');
  const chosen = await page.locator('main .list li').first().getAttribute('data-text');
  await box.press('Enter');
  await page.waitForURL(/\/search/);
  assert.equal(new URL(page.url()).searchParams.get('q'), chosen);
  await leave(page);
});

test('completion: Escape closes, Enter without a choice searches what was typed', async () => {
  const page = await visit('/');
  const box = page.locator('main input[type=search]');
  await box.pressSequentially('mot c', {delay: 20});
  await page.locator('main .list li').first().waitFor();
  await box.press('Escape');
  assert.equal(await page.locator('main .list').isVisible(), false);
  assert.equal(await box.inputValue(), 'mot c');
  await box.press('Enter');
  await page.waitForURL(/q=mot/);
  await leave(page);
});

test('an input method composes undisturbed', async () => {
  const page = await visit('/');
  const asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/complete')) asked.push(request.url());
  });
  const box = page.locator('main input[type=search]');
  await box.focus();
  const devtools = await page.context().newCDPSession(page);
  for (const text of ['c', 'ch', 'chu', 'chuy', 'chuye', 'chuyê', 'chuyển']) {
    await devtools.send('Input.imeSetComposition',
      {text, selectionStart: text.length, selectionEnd: text.length});
  }
  // Keys that reach a page while it composes have key code 229.
  await page.evaluate(() => {
    const input = document.querySelector('main input[type=search]');
    for (const key of ['ArrowDown', 'Enter', 'Escape']) {
      input.dispatchEvent(new KeyboardEvent('keydown',
        {key, isComposing: true, keyCode: 229, bubbles: true, cancelable: true}));
    }
  });
  await page.waitForTimeout(400);
  assert.deepEqual(asked, []);
  assert.equal(await box.inputValue(), 'chuyển');
  assert.ok(!page.url().includes('/search'));
  await devtools.send('Input.insertText', {text: 'chuyển'});
  await page.locator('main .list li').first().waitFor();
  assert.equal(await box.inputValue(), 'chuyển');
  assert.equal(asked.length, 1);
  await leave(page);
});

test('originals: a text is shown, a page is saved and runs nothing', async () => {
  const page = await visit(kPages.document);
  assert.match(await page.textContent('#share-address'), /^\\\\may-chu\\van-ban\\van-ban\\2022\\/);
  await page.click('.original p a');
  assert.match(page.url(), /\/file\/sample/);
  assert.match(await page.textContent('body'), /QUYẾT ĐỊNH/);
  await page.goto(`${site.url}/document?id=sample%2Fweb%2Fthong-bao-lich-nghi-tet-2025.html`);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('.original p a')]);
  assert.equal(saved.suggestedFilename(), 'thong-bao-lich-nghi-tet-2025.html');
  assert.deepEqual(page.faults, []);
  await leave(page);
});

test('saved searches: a link to the results, and a feed', async () => {
  const page = await visit('/');
  const feed = await page.getAttribute('.saved .feed', 'href');
  const answer = await page.request.get(site.url + feed);
  assert.equal(answer.headers()['content-type'], 'application/atom+xml; charset=utf-8');
  assert.match(await answer.text(), /<title>Chuyển đổi số: quyết định<\/title>/);
  await page.click('.saved a');
  assert.match(page.url(), /type=/);
  assert.equal(await page.locator('.chip').count(), 1);
  await leave(page);
});

test('the admin page is there for its group', async () => {
  const other = await visit('/admin');
  assert.match(await other.textContent('h1'), /Không tìm thấy/);
  await leave(other);
  const page = await visit('/search?q=xyzzy', {extraHTTPHeaders: kAdmin});
  await page.goto(`${site.url}/admin`);
  assert.match(await page.textContent('#a-vain ~ ol'), /xyzzy/);
  assert.deepEqual(page.faults, []);
  await leave(page);
});

test('the key / leads to the box, and is a letter inside it', async () => {
  const page = await visit(kPages.search);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('End');
  await page.keyboard.type('/');
  assert.match(await page.inputValue('#q'), /\/$/);
  await leave(page);
});

test('another site: element, frame with its height, fragment', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(foreign.url);
  await page.locator('tra-cuu ol li').first().waitFor();
  assert.equal(await page.locator('tra-cuu ol li').count(), 2);
  assert.ok((await page.locator('tra-cuu h2 a').first().getAttribute('href')).startsWith(site.url));
  await page.waitForFunction(() => window.told && window.told.height > 200);
  const fragment = await page.evaluate(async (url) => (await fetch(url)).text(),
    `${site.url}/search?q=s%E1%BB%91&fragment=1`);
  assert.ok(fragment.includes('tracuu-results'));
  await context.close();
});

test('a page of results paints soon', async () => {
  const paints = async (url) => {
    const times = [];
    for (let i = 0; i < 10; ++i) {
      const context = await browser.newContext({viewport: {width: 1280, height: 900}});
      const page = await context.newPage();
      await page.goto(url);
      times.push(await page.evaluate(() => new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime))
          .observe({type: 'paint', buffered: true});
      })));
      await context.close();
    }
    return times.sort((a, b) => a - b)[5];
  };
  await paints(site.url + kPages.search);
  const results = await paints(site.url + kPages.search);
  const empty = await paints('data:text/html,<p>x');
  console.log(`first paint, median of ten: results ${results.toFixed(0)} ms, an empty page ${empty.toFixed(0)} ms`);
});
