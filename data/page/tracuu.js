// What a script adds to a page that works without one: completion in the search box, the key that
// leads there, the copy button, the height that a frame tells the page around it.
//
// Input methods: while a syllable is being composed (Telex, VNI) nothing is read, moved or
// written; what was typed stays the box's value, also when a suggestion is looked at.
(() => {
  'use strict';

  const kDelay = 120;      // ms without a key before completions are asked for
  const kMost = 8;
  const lang = document.documentElement.lang;
  const words = lang === 'en'
    ? {title: 'title', number: 'number', agency: 'agency', phrase: '', list: 'Suggestions'}
    : {title: 'tiêu đề', number: 'số', agency: 'cơ quan', phrase: '', list: 'Gợi ý'};

  // An editable combobox with a list and manual selection, as WAI-ARIA's practices describe it.
  const combobox = (form) => {
    const input = form.querySelector('input[type=search]');
    const list = document.createElement('ul');
    let active = -1;
    let timer = 0;
    let asked = '';
    let request = null;

    list.className = 'list';
    list.id = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.list);
    form.append(list);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'], ['aria-controls', list.id]]) input.setAttribute(name, value);

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    // Goes on by one, over the box itself, which is -1.
    const move = (step) => {
      const options = [...list.children];
      const places = options.length + 1;
      active = (active + 1 + step + places) % places - 1;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
      if (active < 0) {
        input.removeAttribute('aria-activedescendant');
      } else {
        input.setAttribute('aria-activedescendant', options[active].id);
        options[active].scrollIntoView({block: 'nearest'});
      }
    };
    const choose = (option) => {
      input.value = option.dataset.text;
      close();
      form.requestSubmit();
    };
    const show = (completions) => {
      list.replaceChildren(...completions.map((completion, i) => {
        const option = document.createElement('li');
        const kind = document.createElement('small');
        option.id = `suggestion-${i}`;
        option.dataset.text = completion.text;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        kind.textContent = words[completion.kind] || '';
        option.append(document.createTextNode(completion.text), kind);
        // The box keeps the focus.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(option));
        return option;
      }));
      active = -1;
      list.hidden = completions.length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      input.removeAttribute('aria-activedescendant');
    };
    const ask = async () => {
      const typed = input.value;
      if (typed === asked) return;
      asked = typed;
      if (request) request.abort();
      if (typed.trim().length < 2) {
        close();
        return;
      }
      request = new AbortController();
      try {
        const answer = await fetch(`/api/v1/complete?limit=${kMost}&q=${encodeURIComponent(typed)}`,
          {signal: request.signal});
        if (!answer.ok) return;
        const {completions} = await answer.json();
        if (input.value === typed && document.activeElement === input) show(completions);
      } catch {
        // Without an answer the box is a box.
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, kDelay);
    };

    input.addEventListener('input', (event) => {
      if (!event.isComposing) later();
    });
    input.addEventListener('compositionstart', () => clearTimeout(timer));
    input.addEventListener('compositionend', later);
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        choose(list.children[active]);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
  };

  document.querySelectorAll('form.box').forEach(combobox);

  document.addEventListener('keydown', (event) => {
    const target = event.target;
    if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey ||
        target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const input = document.querySelector('form.box input[type=search]');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  document.querySelectorAll('[data-copy]').forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
    });
  });

  if (window.parent !== window && document.body.classList.contains('framed')) {
    const tell = () => window.parent.postMessage(
      {tracuu: 'height', height: document.documentElement.scrollHeight}, '*');
    new ResizeObserver(tell).observe(document.documentElement);
    tell();
  }
})();
