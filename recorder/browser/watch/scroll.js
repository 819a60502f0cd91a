// SPDX-License-Identifier: EUPL-1.2
//
// Scrolling matters only where the page then shows more.

let scrolled = null, wheeled = -1000;

const onWheel = () => { wheeled = performance.now(); };

function onScroll(e) {
  if (performance.now() - wheeled > 600) return; // the page scrolls by itself
  const el = e.target === document ? document.scrollingElement || document.documentElement : e.target;
  scrolled = { el, time: performance.now(), told: scrolled && scrolled.el === el && scrolled.told };
}

function grown(changes) {
  if (!scrolled || scrolled.told || performance.now() - scrolled.time > 1000) return;
  const more = changes.some((m) => [...m.addedNodes].some((n) => n.nodeType === Node.ELEMENT_NODE && scrolled.el.contains(n) && clean(n.textContent)));
  if (!more) return;
  scrolled.told = true;
  tell({ kind: 'scroll', target: named(scrolled.el) });
}
