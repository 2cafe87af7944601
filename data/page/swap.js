// Facets, order, chips and pages of results without a reload: the same address is fetched, and what
// the page's main part has in it takes the place of what is there.
//
// The address stays the state: it is put into the history, Back leads to what was shown before,
// and a reload shows the same. Whatever goes wrong – no answer, an error, an answer that is no page
// of results – the browser goes to the address itself, as it does without this script. Focus stays
// at the facet that was chosen, or goes to the head of the results; how many there are is said to
// screen readers.
(() => {
  'use strict';

  const main = document.getElementById('main');
  const heading = main && main.querySelector('h1');
  if (!heading || !document.getElementById('filters')) return;

  const kPatience = 8000;  // ms until the browser goes there itself
  const said = document.createElement('p');
  let request = null;
  let shown = location.pathname + location.search;

  said.className = 'unseen';
  said.setAttribute('role', 'status');
  document.body.append(said);

  const address = (href) => new URL(href, location.href);
  const isOurs = (url) => url.origin === location.origin && url.pathname === '/search';
  const nameOf = (link) =>
    (link.querySelector('span') || link).textContent || link.getAttribute('aria-label');

  // What finds a link again in another state of the page: its facet and its name, without a count.
  const placeOf = (link) => {
    const section = link.closest('section[id]');
    return section && {id: section.id, name: nameOf(link)};
  };
  const linkAt = (place) => {
    const section = place && document.getElementById(place.id);
    return section && [...section.querySelectorAll('a')].find((link) => nameOf(link) === place.name);
  };

  // Narrow windows have the filters below the results.
  const isStacked = () => document.getElementById('filters').getBoundingClientRect().top >=
    main.querySelector('.found').getBoundingClientRect().bottom;

  const replace = (page) => {
    document.title = page.title;
    main.replaceChildren(...page.getElementById('main').childNodes);
    const total = main.querySelector('.total');
    if (total) total.removeAttribute('role');  // said below
    for (const selector of ['.top nav', 'link[rel=alternate]']) {
      const [old, now] = [document.querySelector(selector), page.querySelector(selector)];
      if (old && now) old.replaceWith(now);
    }
    // The box keeps what is being typed, and searches within what is chosen now.
    const [box, now] = [document.querySelector('.top .box'), page.querySelector('.top .box')];
    box.querySelectorAll('input[type=hidden]').forEach((field) => field.remove());
    box.prepend(...now.querySelectorAll('input[type=hidden]'));
    const [typed, asked] = [box, now].map((form) => form.querySelector('input[type=search]'));
    if (typed.value === typed.defaultValue) typed.value = asked.defaultValue;
    typed.defaultValue = asked.defaultValue;
    const none = main.querySelector('.none h2');
    said.textContent = (total || none || heading).textContent;
  };

  const settle = (url, place, scroll) => {
    const anchor = url.hash && document.getElementById(url.hash.slice(1));
    const link = linkAt(place);
    const target = main.querySelector('h1');
    if (scroll !== undefined) {
      window.scrollTo(0, scroll);
    } else if (link && !isStacked()) {
      link.focus({preventScroll: true});
    } else if (anchor) {
      anchor.scrollIntoView();
      anchor.setAttribute('tabindex', '-1');
      anchor.focus({preventScroll: true});
    } else {
      target.setAttribute('tabindex', '-1');
      target.focus({preventScroll: true});
      window.scrollTo(0, 0);
    }
  };

  // Shows what is at the address. `scroll` is where Back leads to in the page.
  const show = async (url, {place = null, scroll, push = true} = {}) => {
    if (request) request.abort();
    const own = request = new AbortController();
    const go = () => (push ? location.assign(url) : location.reload());
    const timer = setTimeout(() => {
      own.abort();
      go();
    }, kPatience);
    main.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, {signal: own.signal, headers: {Accept: 'text/html'}});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (request !== own) return;
      if (!answer.ok || answer.redirected || !page.getElementById('filters')) return go();
      if (push) {
        history.replaceState({scroll: window.scrollY}, '');
        history.pushState({}, '', url);
      }
      shown = url.pathname + url.search;
      replace(page);
      settle(url, place, scroll);
    } catch (error) {
      if (request === own && !own.signal.aborted) go();
    } finally {
      clearTimeout(timer);
      if (request === own) main.removeAttribute('aria-busy');
    }
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('#main a[href]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey ||
        event.shiftKey || event.altKey || link.getAttribute('href').startsWith('#')) return;
    const url = address(link.getAttribute('href'));
    if (!isOurs(url)) return;
    event.preventDefault();
    show(url, {place: placeOf(link)});
  });

  document.addEventListener('submit', (event) => {
    const form = event.target.closest('#main form');
    if (!form || event.defaultPrevented) return;
    const url = address(form.getAttribute('action'));
    if (!isOurs(url)) return;
    event.preventDefault();
    for (const [name, value] of new FormData(form)) {
      if (value) url.searchParams.append(name, value);
    }
    const section = form.closest('section[id]');
    if (section) url.hash = section.id;
    show(url);
  });

  window.addEventListener('popstate', (event) => {
    if (location.pathname + location.search === shown) return;  // a place in this page
    show(address(location.href), {scroll: (event.state && event.state.scroll) || 0, push: false});
  });
})();
