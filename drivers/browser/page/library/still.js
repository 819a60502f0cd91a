// SPDX-License-Identifier: EUPL-1.2
//
// Whether something moves, and whether what was caused has begun.

// frame waits for the next picture of the page; windows in the background, and
// busy machines, may not draw one in time, which tells nothing of movement.
const frame = () => new Promise((done) => { const t = setTimeout(() => done(false), 60); requestAnimationFrame(() => { clearTimeout(t); done(true); }); });

const box = (el) => { const r = shown(el).getBoundingClientRect(); return [r.left, r.top, r.width, r.height].map(Math.round).join(); };

// shifted is when the page last moved something by itself, or gave something
// another style: scripts that move things do that frame by frame.
let shifted = -1000;

new MutationObserver(() => { shifted = performance.now(); }).observe(document, { subtree: true, attributeFilter: ['style', 'class'] });
try { new PerformanceObserver(() => { shifted = performance.now(); }).observe({ type: 'layout-shift' }); } catch { /* an older browser: the guard remains */ }

// stable costs frames only where something is animated, or moved just now.
async function stable(el) {
  const before = box(el);
  if (document.getAnimations().length === 0 && performance.now() - shifted > 100) return true;
  const drawn = (await frame()) && (await frame());
  return before === box(el) && (drawn || !document.getAnimations().some((a) => a.playState === 'running' && a.effect && within(a.effect.target, el)));
}

// settled lets pending tasks run, so that what an action caused has begun. It
// tells whether the window is about to close.
const settled = () => new Promise((done) => setTimeout(() => done(self.closed), 0));
