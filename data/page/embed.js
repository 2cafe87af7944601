// The search box for pages of other sites.
//
//   <script src="https://vanban.example.vn/embed.js" defer></script>
//   <tra-cuu query="chuyển đổi số" filters="type=Quyết định&from=2020" limit="5"></tra-cuu>
//
// It lives in a shadow root, so that neither page's style changes the other. The server's setting
// cors_origin must name the site. Results are the server's HTML, whose texts are escaped there.
(() => {
  'use strict';

  const server = new URL(document.currentScript.src).origin;
  const kStyle = `
    :host { display: block; font: 1rem/1.5 system-ui, sans-serif; color: inherit; }
    form { display: flex; max-width: 40rem; } input { flex: 1; min-width: 0; font: inherit; padding: .5rem .7rem; }
    button { font: inherit; padding: .5rem 1rem; } ol { list-style: none; padding: 0; } li { padding: .7rem 0; border-bottom: 1px solid #8884; }
    h2 { font-size: 1.05rem; margin: 0; } p { margin: .25rem 0; } .facts { display: flex; flex-wrap: wrap; gap: .2rem .8rem; opacity: .8; font-size: .92rem; }
    mark { background: #fbe7a2; color: #1f2328; } .more { font-size: .92rem; }`;

  class TraCuu extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({mode: 'open'});
      const style = new CSSStyleSheet();
      style.replaceSync(kStyle);
      root.adoptedStyleSheets = [style];
      const english = this.getAttribute('lang') === 'en';
      const form = document.createElement('form');
      const input = document.createElement('input');
      const button = document.createElement('button');
      this.results = document.createElement('div');
      this.results.setAttribute('aria-live', 'polite');
      form.setAttribute('role', 'search');
      input.type = 'search';
      input.value = this.getAttribute('query') || '';
      input.setAttribute('aria-label', english ? 'What to look for' : 'Nội dung cần tìm');
      button.textContent = english ? 'Search' : 'Tìm';
      form.append(input, button);
      root.append(form, this.results);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.search(input.value);
      });
      if (input.value) this.search(input.value);
    }

    async search(query) {
      const address = new URL('/search', server);
      for (const [name, value] of new URLSearchParams(this.getAttribute('filters') || '')) {
        address.searchParams.append(name, value);
      }
      address.searchParams.set('q', query);
      address.searchParams.set('limit', this.getAttribute('limit') || '5');
      if (this.hasAttribute('lang')) address.searchParams.set('lang', this.getAttribute('lang'));
      address.searchParams.set('fragment', '1');
      try {
        const answer = await fetch(address);
        const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
        // Links of the fragment are paths of the server.
        for (const link of parsed.querySelectorAll('a[href]')) {
          link.href = new URL(link.getAttribute('href'), server).href;
        }
        this.results.replaceChildren(...parsed.body.childNodes);
      } catch {
        this.results.textContent = this.getAttribute('lang') === 'en'
          ? 'The search does not answer.' : 'Trang tra cứu chưa trả lời.';
      }
    }
  }

  customElements.define('tra-cuu', TraCuu);
})();
