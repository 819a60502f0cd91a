// SPDX-License-Identifier: EUPL-1.2
//
// Pointing: a person shows the robot which element is meant. The click is the
// robot's alone, the page hears nothing of it. And work by hand: then nothing is
// stopped.

// pointer is set while a person points in this document: the outline of what
// lies below the mouse, and what was chosen.
let pointer = null, loose = false;

const byHand = (on) => { loose = on; };

// pressable is what a person means who points at a part of it.
const pressable = controls + ',summary,[onclick],' + ['button', 'link', 'tab', 'menuitem', 'option', 'checkbox', 'radio', 'textbox', 'combobox'].map((r) => `[role=${r}]`).join();

function aimedAt(e) {
  const at = topmost(document, e.clientX, e.clientY), label = at && at.closest('label');
  if (!at || at === document.documentElement || at === document.body) return null;
  return at.closest(pressable) || (label && label.control) || at;
}

// outline draws a frame around what lies below the mouse. It lies in a closed
// root of its own, takes no clicks, and goes when the pointing ends.
function outline(el) {
  const { host, box } = pointer, r = el ? shown(el).getBoundingClientRect() : { left: 0, top: 0, width: 0, height: 0 };
  if (!host.isConnected) document.documentElement.append(host);
  Object.assign(box.style, { left: r.left - 3 + 'px', top: r.top - 3 + 'px', width: r.width + 'px', height: r.height + 'px', display: el ? 'block' : 'none' });
}

function frameOf() {
  const host = document.createElement('div'), box = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', inset: '0', pointerEvents: 'none', zIndex: '2147483647' });
  Object.assign(box.style, { position: 'fixed', border: '3px solid #d33', borderRadius: '3px', boxSizing: 'content-box', display: 'none', pointerEvents: 'none' });
  host.attachShadow({ mode: 'closed' }).append(box);
  return { host, box };
}

// pointed lets a person point, and tells what was chosen so far: its place
// among the portraits, and its own.
function pointed(q) {
  if (!q.origins.includes(self.origin) || !document.documentElement) return { at: -1 };
  pointer = pointer || { ...frameOf(), chosen: null, canceled: false };
  if (!pointer.chosen) return { at: -1, canceled: pointer.canceled };
  sat = living();
  if (!sat.includes(pointer.chosen)) sat.push(pointer.chosen);
  return { at: sat.indexOf(pointer.chosen), canceled: false, looks: fingerprint(pointer.chosen) };
}

function unpoint() {
  if (pointer) pointer.host.remove();
  pointer = null;
}

// swallow keeps an event from the page. The click ends it; an element that is
// disabled gets none.
function swallow(e) {
  e.preventDefault(); e.stopImmediatePropagation();
  if (pointer.chosen || !(e.type === 'click' || e.type === 'pointerup')) return;
  const el = aimedAt(e);
  if (el && e.button === 0 && (e.type === 'click' || el.matches(':disabled'))) pointer.chosen = el;
}

// swallowKey: Escape cancels, and no key reaches the page.
function swallowKey(e) {
  e.preventDefault(); e.stopImmediatePropagation();
  if (e.key === 'Escape' && !pointer.chosen) pointer.canceled = true;
}
