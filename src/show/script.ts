/** What the page does beyond links, in plain browser JavaScript: pointing at a mark shows its entry, pointing at an entry
 *  lights its marks, `j` and `k` walk the statements in the order of the text. Without it every link still works. */
export const PAGE_SCRIPT = `
'use strict';
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const card = document.getElementById('card');
  const help = document.getElementById('help');
  const entries = new Map(all('[data-key]').map((entry) => [entry.dataset.key, entry]));
  const marks = new Map();
  for (const mark of all('[data-k]'))
    for (const key of mark.dataset.k.split(' ')) marks.set(key, [...(marks.get(key) ?? []), mark]);
  const told = (entry) => entry.dataset.at !== undefined;
  const inText = (a, b) => a.dataset.at - b.dataset.at;
  const statements = all('.lists .event,.lists .claim,.lists .tie').filter(told).sort(inText);
  const walk = statements.length > 0 ? statements : all('[data-key]').filter(told).sort(inText);
  const wide = () => matchMedia('(min-width: 761px)').matches;
  let active = null;
  let lit = [];

  function light(key) {
    for (const element of lit) element.classList.remove('on', 'own');
    lit = key === null ? [] : [...(marks.get(key) ?? []), ...(entries.has(key) ? [entries.get(key)] : [])];
    for (const element of lit) {
      element.classList.add('on');
      if (element.dataset.p === key) element.classList.add('own');
    }
  }
  function activate(key) {
    active = entries.has(key) ? key : null;
    light(active);
  }
  function showCard(key, near) {
    const entry = entries.get(key);
    if (!entry || !card) return;
    card.replaceChildren(...Array.from(entry.querySelector('.body').cloneNode(true).childNodes));
    card.hidden = false;
    const box = near.getClientRects()[0] ?? near.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8));
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = left + 'px';
    card.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - 8 - card.offsetHeight)) + 'px';
  }
  function hideCard() {
    if (card) card.hidden = true;
  }
  function reveal(element) {
    if (element) element.scrollIntoView({ block: 'nearest' });
  }
  function centre(element) {
    if (!element) return;
    const box = element.getBoundingClientRect();
    if (box.top < 48 || box.bottom > innerHeight * 0.75) element.scrollIntoView({ block: 'center' });
  }
  function place(key) {
    return document.querySelector('a[data-p="' + key + '"]') ?? (marks.get(key) ?? [])[0];
  }
  function visit(entry) {
    const key = entry.dataset.key;
    activate(key);
    entry.querySelector('.go').focus({ preventScroll: true });
    if (wide()) reveal(entry);
    centre(place(key));
    if (!wide() && place(key)) showCard(key, place(key));
    history.replaceState(null, '', '#' + key);
  }
  function step(by) {
    const at = walk.findIndex((entry) => entry.dataset.key === active);
    const next = walk[at < 0 ? (by > 0 ? 0 : walk.length - 1) : Math.min(walk.length - 1, Math.max(0, at + by))];
    if (next) visit(next);
  }

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const mark = event.target.closest('a[data-p]');
    const note = event.target.closest('.notes [data-k]');
    const entry = event.target.closest('[data-key]');
    if (mark) {
      light(mark.dataset.p);
      showCard(mark.dataset.p, mark);
    } else {
      hideCard();
      light(note ? note.dataset.k.split(' ')[0] : entry ? entry.dataset.key : active);
    }
  });
  document.addEventListener('focusin', (event) => {
    const mark = event.target.closest('a[data-p]');
    const entry = event.target.closest('[data-key]');
    if (mark && mark.matches(':focus-visible')) {
      activate(mark.dataset.p);
      showCard(mark.dataset.p, mark);
      if (wide()) reveal(entries.get(mark.dataset.p));
    } else if (entry) {
      activate(entry.dataset.key);
      hideCard();
      if (wide() && event.target.matches(':focus-visible')) centre(place(entry.dataset.key));
    }
  });
  document.addEventListener('click', (event) => {
    const mark = event.target.closest('a[data-p]');
    if (mark && !wide()) {
      event.preventDefault();
      activate(mark.dataset.p);
      showCard(mark.dataset.p, mark);
    } else if (!event.target.closest('.card')) hideCard();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input,textarea')) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'e' && active) centre(place(active));
    else if (event.key === '?' && help) help.open ? help.close() : help.showModal();
    else if (event.key === 'Escape') {
      hideCard();
      activate(null);
    } else return;
    if (event.key !== 'Escape') event.preventDefault();
  });
  addEventListener('scroll', () => wide() && hideCard(), { passive: true });
  function fromAddress() {
    const key = location.hash.slice(1).replace(/^t-/, '');
    if (!entries.has(key)) return;
    activate(key);
    if (location.hash.startsWith('#t-')) centre(place(key));
  }
  addEventListener('hashchange', fromAddress);
  fromAddress();
})();
`;
