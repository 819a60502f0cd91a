// SPDX-License-Identifier: EUPL-1.2
//
// The ears: on the window, before the page's own, and on every shadow root that
// events do not leave.

const ears = {
  pointerdown: onDown, pointerup: onUp, click: onClick, dblclick: onDouble, contextmenu: onMenu, auxclick: onOther, keydown: onKey, keypress: onTaken,
  input: onInput, change: onChange, submit: onSubmit, copy: onCopy, cut: onCopy, paste: onPaste, dragstart: onLift, drop: onDrop, scroll: onScroll, wheel: onWheel,
};
for (const kind of Object.keys(ears)) ears[kind] = measured(ears[kind]);

const swallowed = ['pointermove', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'keydown'];

function listenAt(place, kinds = Object.keys(ears)) {
  for (const kind of swallowed) place.addEventListener(kind, onPoint, true);
  for (const kind of kinds) place.addEventListener(kind, ears[kind], { capture: true, passive: kind === 'wheel' || kind === 'scroll' });
}

// deeper listens where events stay inside an open shadow root.
const within_ = new WeakSet();
function deeper(e) {
  for (const root of e.composedPath()) {
    if (!(root instanceof ShadowRoot) || within_.has(root) || closed.get(root.host) === root) continue;
    within_.add(root); shadows = true;
    for (const kind of ['change', 'submit', 'dragstart', 'drop', 'scroll']) root.addEventListener(kind, ears[kind], true);
    new MutationObserver(restless).observe(root, { subtree: true, childList: true, characterData: true });
  }
}

// opened makes a closed root known.
function opened(root) {
  if (closed.get(root.host) === root) return;
  closed.set(root.host, root);
  shadows = true;
  listenAt(root);
  new MutationObserver(restless).observe(root, { subtree: true, childList: true, characterData: true });
  restless();
}

// Who writes a document anew takes all listeners away.
const listen = () => { listenAt(window); };
listen();
let written = document.documentElement;
new MutationObserver(() => {
  const anew = written && document.documentElement && document.documentElement !== written;
  written = document.documentElement || written;
  if (anew) { here = false; listen(); settle(); }
}).observe(document, { childList: true });
new MutationObserver((changes) => { if (frame_ && changes.every((m) => [...m.addedNodes, ...m.removedNodes].every((n) => n === frame_.host))) return; grown(changes); restless(); })
  .observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'disabled', 'id', 'name', 'value', 'open', 'aria-label'] });

// declared asks for closed roots that stand in the markup, which nobody makes.
// To look through a very large document is left to those that are made.
function declared() {
  if (self.heinzelPage && document.getElementsByTagName('*').length < 5000) self.heinzelPage('root');
}

// settle tells of the document once it is there, and of what it shows: a quick
// hand may leave it before it has come to rest.
function settle() {
  const ready = () => { arrived(); shows(); restless(); declared(); };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready, { once: true }); else ready();
}
settle();

const place_ = () => ({ title: document.title, origin: self.origin });
// leads tells how many elements the finding parts find by a way, if the right one is
// among them: for tests.
const leads = (q) => { const found = matches(q.way, [document]); return found.some((el) => keys.get(el) === q.key) ? found.length : 0; };
const cost = () => ({ spent, told, failed });

self.heinzel = { opened, carry, settled, guarded: strangers, shown: hung, extent, view, page: place_, point: point_, cost, leads, marks, sees };
