// SPDX-License-Identifier: EUPL-1.2
//
// The injected library. It lives in an isolated world of every frame: it sees
// the page's elements, the page does not see it. One call resolves all recorded
// ways to an element, checks that it can be acted upon, and prepares it.
(() => {
  const controls = 'input:not([type=hidden]),select,textarea,button,a[href],area[href],[contenteditable=""],[contenteditable=true]';
  const clean = (s) => (s || '').replace(/[\s\u00a0]+/g, ' ').trim();
  const bare = (s) => clean(s).replace(/\s*[:*]+$/, '').trim();
  const textOf = (el) => clean(el.innerText === undefined ? el.textContent : el.innerText);

  // held is the element of the last preparation: what was checked is acted upon.
  let held = null;

  // closed are the shadow roots that scripts cannot see, by their hosts: the
  // robot knows them by the protocol.
  const closed = new WeakMap();
  const shadow = (el) => el.shadowRoot || closed.get(el);

  // all walks through shadow roots as well.
  function* all(root, selector) {
    for (const el of root.querySelectorAll('*')) {
      if (el.matches(selector)) yield el;
      if (shadow(el)) yield* all(shadow(el), selector);
    }
  }

  // labelText is what a label says, without the entries of a list inside it.
  function labelText(label) {
    if (!label.querySelector('select,textarea,button')) return textOf(label);
    return clean([...textNodes(label)].filter((n) => !n.parentElement.closest('select,textarea,button')).map((n) => n.data).join(''));
  }

  function role(el) {
    const given = el.getAttribute && el.getAttribute('role');
    if (given) return given;
    const tag = el.tagName.toLowerCase();
    const type = (el.getAttribute('type') || 'text').toLowerCase();
    if (tag === 'input') {
      if (['submit', 'button', 'image', 'reset'].includes(type)) return 'button';
      if (['checkbox', 'radio', 'file'].includes(type)) return type;
      return 'textbox';
    }
    return { select: 'combobox', textarea: 'textbox', button: 'button', a: 'link', area: 'link', td: 'cell', th: 'cell', img: 'image' }[tag] ||
      (el.isContentEditable ? 'textbox' : 'text');
  }

  function accessibleName(el) {
    const by = el.getAttribute('aria-labelledby');
    if (by) return clean(by.split(/\s+/).map((id) => textOf(el.getRootNode().getElementById(id) || el)).join(' '));
    const label = el.getAttribute('aria-label');
    if (label) return clean(label);
    if (el.labels && el.labels.length) return bare([...el.labels].map(labelText).join(' '));
    if (role(el) === 'button' && el.tagName === 'INPUT') return clean(el.value || el.alt || el.title);
    return bare(textOf(el) || el.getAttribute('alt') || el.getAttribute('title') || el.getAttribute('placeholder') || '');
  }

  // imageOf is where an area of an image map is seen: it has no box of its own.
  function imageOf(area) {
    const map = area.closest('map');
    return map && [...area.getRootNode().querySelectorAll('img[usemap],input[usemap]')].find((i) => i.useMap === '#' + map.name && visible(i));
  }
  const shown = (el) => (el.tagName === 'AREA' && imageOf(el)) || el;

  function visible(el) {
    if (!el.isConnected) return false;
    if (el.tagName === 'AREA') return !!imageOf(el);
    const style = getComputedStyle(el);
    if (style.visibility !== 'visible' || style.display === 'none') return false;
    return [...el.getClientRects()].some((r) => r.width > 0 && r.height > 0);
  }

  const fits = (el, wanted) => !wanted || role(el) === wanted || (wanted === 'text' && !el.matches(controls));

  // inside gives the control in a cell, or the cell itself where text is meant.
  function inside(cell, wanted) {
    for (const el of all(cell, controls)) if (fits(el, wanted)) return el;
    return !wanted || wanted === 'text' || wanted === 'cell' ? cell : null;
  }

  const innermost = (cell) => ![...cell.querySelectorAll('td,th')].length;

  function* byLabelLeft(roots, what, wanted) {
    for (const root of roots) for (const cell of all(root, 'td,th,dt')) {
      if (!innermost(cell) || bare(textOf(cell)) !== what) continue;
      for (let next = cell.nextElementSibling; next; next = next.nextElementSibling) {
        const el = inside(next, wanted);
        if (el) { yield el; break; }
      }
    }
  }

  function* byLabelAbove(roots, what, wanted) {
    for (const root of roots) for (const cell of all(root, 'td,th')) {
      if (!innermost(cell) || bare(textOf(cell)) !== what) continue;
      const below = cell.parentElement.nextElementSibling;
      const under = below && below.children[cell.cellIndex];
      const el = under && inside(under, wanted);
      if (el) yield el;
    }
  }

  function* byLabel(roots, what) {
    for (const root of roots) for (const el of all(root, controls)) {
      const names = el.labels && el.labels.length ? [...el.labels].map(labelText) : [accessibleName(el)];
      if (names.some((n) => bare(n) === what)) yield el;
    }
  }

  function* byText(roots, what, wanted) {
    for (const root of roots) for (const el of all(root, '*')) {
      if (['SCRIPT', 'STYLE', 'HEAD', 'TITLE'].includes(el.tagName) || textOf(el) !== what) continue;
      if (wanted ? fits(el, wanted) && role(el) === wanted : ![...el.children].some((c) => textOf(c) === what)) yield el;
    }
  }

  // byPath follows tag[n] steps from body; tbody may be left out, as people do.
  function byPath(what) {
    let at = [document.body];
    for (const step of what.split('/').filter(Boolean)) {
      const m = /^([\w-]+)(?:\[(\d+)\])?$/.exec(step);
      if (!m) return [];
      at = at.flatMap((p) => {
        const children = [...p.children].flatMap((c) => (c.tagName === 'TBODY' && m[1] !== 'tbody' ? [...c.children] : [c]));
        const same = children.filter((c) => c.tagName.toLowerCase() === m[1]);
        return m[2] ? same.slice(m[2] - 1, +m[2]) : same;
      });
    }
    return at;
  }

  function matches(way, roots) {
    const attribute = (name) => roots.flatMap((r) => [...all(r, `[${name}="${CSS.escape(way.what)}"]`)]);
    const found = {
      'label': () => [...byLabel(roots, way.what)],
      'label left': () => [...byLabelLeft(roots, way.what, way.role)],
      'label above': () => [...byLabelAbove(roots, way.what, way.role)],
      'name': () => roots.flatMap((r) => [...all(r, way.role ? '*' : controls)]).filter((el) => (!way.role || role(el) === way.role) && accessibleName(el) === way.what),
      'text': () => [...byText(roots, way.what, way.role)],
      'column': () => roots.flatMap((r) => { const c = cellBelow(r, way.what); const el = c && inside(c, way.role); return el ? [el] : []; }),
      'name attribute': () => attribute('name'),
      'id': () => attribute('id'),
      'path': () => byPath(way.what),
    }[way.by];
    return found ? [...new Set(found())].filter((el) => fits(el, way.role)).filter(visible) : [];
  }

  // headings are the texts of a table's first row that has as many cells.
  function headings(row) {
    const table = row.closest('table');
    const first = [...table.rows].find((r) => r.closest('table') === table && r.cells.length === row.cells.length);
    return first ? [...first.cells].map((c) => bare(textOf(c))) : [];
  }

  function cellBelow(row, column) {
    const i = row.cells ? headings(row).indexOf(column) : -1;
    return i < 0 ? null : row.cells[i];
  }

  // couldShow tells quickly that a row cannot show the texts: what is rendered
  // of thousands of rows is asked only where it could be they.
  const dense = (s) => s.replace(/[\s\u00a0]+/g, '').toLowerCase();
  function couldShow(row, texts) {
    const text = dense(row.textContent);
    return texts.every((t) => text.includes(t));
  }

  function rowsFor(keys) {
    const texts = keys.map((k) => dense(k.text));
    return [...all(document, 'tr')].filter((row) => couldShow(row, texts) && visible(row) && keys.every((k) => {
      const cell = cellBelow(row, k.column);
      return cell && textOf(cell) === clean(k.text);
    }));
  }

  function describe(el) {
    const name = accessibleName(el) || el.getAttribute('name') || '';
    return clean(`${role(el)} ${name}`).slice(0, 120);
  }

  // origin of this document, and what its server answered.
  function document_() {
    const nav = performance.getEntriesByType('navigation')[0];
    const failed = location.protocol === 'chrome-error:' && document.body ? (/ERR_[A-Z_]+/.exec(document.body.textContent) || ['ERR_FAILED'])[0] : '';
    return { origin: self.origin, status: nav ? nav.responseStatus : 0, ready: document.readyState, title: document.title, failed };
  }

  // through takes a point of a frame to the document around it.
  function through(holder, x, y) {
    const r = holder.getBoundingClientRect(), scale = holder.offsetWidth ? r.width / holder.offsetWidth : 1;
    return { x: r.left + (holder.clientLeft + x) * scale, y: r.top + (holder.clientTop + y) * scale };
  }

  // topmost is what lies at a point, inside shadow roots too.
  function topmost(doc, x, y) {
    let at = doc.elementFromPoint(x, y);
    while (at && shadow(at)) { const inner = shadow(at).elementFromPoint(x, y); if (!inner || inner === at) break; at = inner; }
    return at;
  }

  // rise takes a point outwards as far as the documents around may be seen from
  // here; where it must hit, it tells what lies over a frame on the way.
  function rise(x, y, hit) {
    let levels = 0;
    for (let w = window; w !== w.top; w = w.parent, levels++) {
      const holder = w.frameElement;
      if (!holder) return { x, y, levels, whole: false, by: '' };
      ({ x, y } = through(holder, x, y));
      if (!hit) continue;
      const at = topmost(w.parent.document, x, y);
      if (at !== holder) return { x, y, levels, whole: false, by: describe(at || holder) };
    }
    return { x, y, levels, whole: true, by: '' };
  }

  // carry goes on where a frame of another origin could not see further. The
  // browser finds frames of other processes where it drew them last, so what was
  // scrolled is drawn first.
  async function carry(holder, q) {
    if (q.hit) { await frame(); await frame(); }
    let { x, y } = through(holder, q.x, q.y);
    if (q.hit && (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)) {
      window.scrollBy({ left: x - innerWidth / 2, top: y - innerHeight / 2, behavior: 'instant' });
      await frame(); await frame();
      ({ x, y } = through(holder, q.x, q.y));
    }
    const at = q.hit ? topmost(document, x, y) : holder;
    return at === holder ? rise(x, y, q.hit) : { x, y, levels: 0, whole: false, by: describe(at || holder) };
  }

  // within walks up, out of shadow roots too.
  function within(el, at) {
    for (let n = at; n; n = n.parentNode || n.host) if (n === el) return true;
    return false;
  }

  // belongs: a click on the label is one on its element, but not where another
  // control lies in the label.
  function belongs(el, at) {
    if (within(el, at)) return true;
    const other = at.closest(controls);
    return [...(el.labels || [])].some((l) => l.contains(at) && (!other || other === el || other.contains(l)));
  }

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

  // areaPath is the shape of an area, from the corner of its image.
  function areaPath(area, image) {
    const c = area.coords.split(/[\s,]+/).map(Number), path = new Path2D();
    if (area.shape === 'circle') path.arc(c[0], c[1], c[2], 0, 7);
    else if (area.shape === 'poly') { for (let i = 0; i + 1 < c.length; i += 2) path.lineTo(c[i], c[i + 1]); path.closePath(); }
    else if (area.shape === 'default') path.rect(0, 0, image.width, image.height);
    else path.rect(c[0], c[1], c[2] - c[0], c[3] - c[1]);
    return path;
  }

  // areaPoint is a point inside an area's shape, best one that no other area or
  // element covers. Fine steps find what is left of narrow ones.
  function areaPoint(area) {
    const image = imageOf(area), r = image.getBoundingClientRect(), style = getComputedStyle(image);
    const left = r.left + image.clientLeft + parseFloat(style.paddingLeft), top = r.top + image.clientTop + parseFloat(style.paddingTop);
    const path = areaPath(area, image), pen = new OffscreenCanvas(1, 1).getContext('2d');
    let inside = null;
    for (const step of [20, 5]) for (let y = step / 2; y < r.height; y += step) for (let x = step / 2; x < r.width; x += step) {
      const p = { x: left + x, y: top + y };
      if (p.x < 0 || p.y < 0 || p.x >= innerWidth || p.y >= innerHeight || !pen.isPointInPath(path, x, y)) continue;
      if (area.getRootNode().elementFromPoint(p.x, p.y) === area) return p;
      inside = inside || p;
    }
    return inside;
  }

  function point(el) {
    if (el.tagName === 'AREA') return areaPoint(el);
    for (const r of el.getClientRects()) {
      const left = Math.max(r.left, 0), top = Math.max(r.top, 0);
      const right = Math.min(r.right, innerWidth), bottom = Math.min(r.bottom, innerHeight);
      if (right - left >= 1 && bottom - top >= 1) return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    return null;
  }

  const read = (el) => {
    if (el.tagName === 'SELECT') return clean([...el.selectedOptions].map((o) => o.text).join(', '));
    if (el.type === 'checkbox' || el.type === 'radio') return el.checked ? 'yes' : 'no';
    if (el.isContentEditable) return el.innerText.replace(/\u00a0/g, ' ').replace(/\n$/, '');
    if ('value' in el && el.tagName !== 'LI' && el.tagName !== 'BUTTON') return el.value;
    return textOf(el);
  };

  async function prepare(el, q) {
    const out = { why: '' };
    if (q.verb === 'read') { held = el; return { ...out, value: read(el) }; }
    if (el.matches(':disabled') || el.getAttribute('aria-disabled') === 'true') return { why: 'disabled' };
    if (q.verb === 'fill' && !writable(el)) return { why: 'read-only' };
    if (q.verb === 'tick' && el.type !== 'checkbox' && el.type !== 'radio') return { why: 'no box' };
    if (!point(el) && !q.still) shown(el).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    if (!(await stable(el))) return { why: 'moving' };
    if (q.verb === 'drop') { goal = el; return spot(el, q.still ? [''] : anywhere); }
    held = el;
    if (q.verb === 'fill') return focusAll(el, q.token);
    if (q.verb === 'choose') return choose(el, q.text);
    if (q.verb === 'press') {
      el.focus();
      if (!focused(el)) return { why: 'unreachable' };
      announce(el, 'keys', q.token);
      return out;
    }
    if (q.verb === 'tick' && el.checked === q.on) return { ...out, already: true };
    return aim(el, q.token, q.verb === 'drag');
  }

  // aim announces a click, or a drag, where it arrives.
  function aim(el, token, drag) {
    const out = spot(el, anywhere);
    if (!out.why) { announce(el, 'mouse', token); announced.drag = drag && { dropped: false }; }
    return out;
  }

  // spot finds a point where a click arrives. What is covered may come free when
  // it is scrolled elsewhere: below a sticky heading, inside a scrolled box.
  const anywhere = ['', 'center', 'end', 'start'];
  function spot(el, blocks) {
    let by = '';
    for (const block of blocks) {
      if (block) shown(el).scrollIntoView({ block, inline: 'center', behavior: 'instant' });
      const p = point(el);
      if (!p) continue;
      const at = topmost(document, p.x, p.y);
      const reach = at && belongs(el, at) ? rise(p.x, p.y, true) : { by: at ? describe(at) : 'nothing' };
      by = reach.by;
      if (by) continue;
      return { why: '', aimed: true, ...reach };
    }
    return by ? { why: 'covered', by } : { why: 'outside' };
  }

  function writable(el) {
    if (el.isContentEditable || el.tagName === 'TEXTAREA') return !el.readOnly;
    return el.tagName === 'INPUT' && !el.readOnly && role(el) !== 'button' && !['checkbox', 'radio', 'file', 'hidden'].includes(el.type);
  }

  // focusAll selects what the field holds. Leaving the field before it may have
  // made the page draw this one anew: then it is looked for once more.
  async function focusAll(el, token) {
    const before = document.activeElement;
    el.focus();
    if (before !== el && before !== document.body) await settled();
    if (!el.isConnected) return { why: 'loading' };
    if (!focused(el)) return { why: 'unreachable' };
    if (el.select) el.select(); else getSelection().selectAllChildren(el);
    announce(el, 'keys', token);
    const has = (...names) => names.some((n) => el.hasAttribute(n));
    const plain = !['date', 'time', 'datetime-local', 'month', 'week', 'color', 'range', 'number'].includes(el.type);
    return { why: '', plain, rich: el.isContentEditable, line: el.tagName === 'INPUT', number: el.type === 'number', listens: has('onkeydown', 'onkeypress', 'onkeyup'), leaves: has('onchange', 'onblur'), secret: el.type === 'password' };
  }

  // focused tells whether el took the focus: what lies behind a modal dialog does
  // not, and its letters would go elsewhere.
  const focused = (el) => { const at = el.getRootNode().activeElement; return at === el || within(el, at); };

  function choose(el, text) {
    if (el.tagName !== 'SELECT') return { why: 'no list' };
    el.focus();
    if (!focused(el)) return { why: 'unreachable' };
    if (el.multiple) return chooseAll(el, text.split('\n').map(clean).filter(Boolean));
    if (text.includes('\n')) return { why: 'one entry only' };
    const fitting = [...el.options].filter((o) => clean(o.text) === clean(text) && !o.matches(':disabled'));
    if (fitting.length !== 1) return { why: fitting.length ? 'several entries' : 'no entry', by: [...el.options].map((o) => clean(o.text)).slice(0, 20).join(', ') };
    if (!fitting[0].selected) {
      fitting[0].selected = true;
      el.dispatchEvent(new Event('input', { bubbles: true })); el.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return { why: '', value: clean(fitting[0].text) };
  }

  // chooseAll selects exactly the given entries; each must be there once.
  function chooseAll(el, texts) {
    const entries = texts.map((t) => [...el.options].filter((o) => clean(o.text) === t && !o.matches(':disabled')));
    const bad = entries.findIndex((e) => e.length !== 1);
    if (bad >= 0) return { why: entries[bad].length ? 'several entries' : 'no entry', value: texts[bad], by: [...el.options].map((o) => clean(o.text)).slice(0, 20).join(', ') };
    const wanted = new Set(entries.flat());
    if ([...el.options].some((o) => o.selected !== wanted.has(o))) {
      for (const o of el.options) o.selected = wanted.has(o);
      el.dispatchEvent(new Event('input', { bubbles: true })); el.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return { why: '', value: clean([...el.options].filter((o) => wanted.has(o)).map((o) => o.text).join(', ')) };
  }

  // A document lets through only the one gesture that was announced to it, on
  // the element that it was announced for: the event itself is asked, so nothing
  // can slip between check and click, or between focus and letter. What nobody
  // announced is stopped, be it in a frame that slid below the mouse or in a
  // document that has just replaced the one that was checked.
  let announced = { el: null, by: '', over: true };
  let strayed = '';

  function announce(el, by, token) {
    announced = { el, by, token, touched: false, clicked: false, stopped: '', over: false };
    announced.ended = new Promise((end) => { announced.end = end; });
  }

  // ended waits a while for the last event of a click: frames in processes of
  // their own get it a little later than the robot its answer. What comes later
  // still is refused.
  async function ended(wait) {
    if (announced.by === 'mouse' && !announced.over) await Promise.race([announced.ended, new Promise((late) => setTimeout(late, wait))]);
    announced.over = true;
  }

  function admit(e, by) {
    const at = e.composedPath()[0];
    const meant = announced.by === by && !announced.over && !announced.stopped && at.closest && (hits(at) || releases(e));
    if (meant) touched(e);
    else refuse(e, at.closest ? at : document.documentElement);
    return meant;
  }

  // hits: keys for a part of an edited text arrive at the whole.
  const hits = (at) => belongs(announced.el, at) || (announced.by === 'keys' && at.isContentEditable && at.contains(announced.el));

  // pressing: what goes as soon as the mouse is down on it, an entry of a list of
  // suggestions or what its markup says, need not be clicked to the end. Whether
  // any other document went because of it, nobody can tell.
  const pressing = (el) => !el.matches(controls) || !!el.closest('[onmousedown],[onpointerdown]');

  // touched tells the robot at once: the document may be gone a moment later.
  function touched(e) {
    const first = !announced.touched;
    announced.touched = true;
    announced.pressed = announced.pressed || e.type === 'mousedown';
    if (first) report(announced.token);
    if (announced.pressed && pressing(announced.el)) report(announced.token + ' done');
  }

  // taken: an entry of a list of suggestions goes when the mouse goes down on it,
  // and the rest of the click meets what lay behind. A control does not; and what
  // was only drawn anew looks the same.
  const taken = (el, at) => announced.pressed && !el.isConnected && !el.matches(controls) && describe(el) !== describe(at);

  const report = (token) => { if (self.heinzelTouched) self.heinzelTouched(token); };

  function refuse(e, at) {
    e.preventDefault(); e.stopImmediatePropagation();
    report('');
    if (taken(announced.el, at)) return;
    strayed = strayed || describe(at);
    if (announced.over) return;
    announced.stopped = announced.stopped || describe(at);
    if (!announced.touched) announced.end();
  }

  // Clicks that keys cause are the browser's own; so is the click that a label
  // passes on, which bears the time of the first.
  function onMouse(e) {
    if (!e.isTrusted || veiled(e) || (e.type === 'click' && (e.pointerType !== 'mouse' || e.timeStamp === announced.clicked))) return;
    if (announced.drag && e.type === 'click') { e.preventDefault(); e.stopImmediatePropagation(); return; } // a drag ends in no click
    const meant = admit(e, 'mouse');
    if (meant && announced.drag && e.type === 'mouseup') { announced.drag.dropped ||= !due() && below(goal, e); announced.over = true; }
    if (e.type !== 'click' || announced.over) return;
    announced.clicked = meant && e.timeStamp;
    if (meant) report(announced.token + ' done');
    announced.over = true;
    announced.end();
  }
  // The button of a drag may be released over its goal, if only below what is
  // dragged, and where it was pressed.
  let goal = null;
  const below = (el, e) => el.getRootNode().elementsFromPoint(e.clientX, e.clientY).some((at) => within(el, at));
  const releases = (e) => announced.drag && announced.pressed && ['pointerup', 'mouseup'].includes(e.type) && [goal, announced.el].some((el) => below(el, e));
  function onDrop(e) {
    if (!e.isTrusted) return;
    if (e.type !== 'drop') { if (announced.drag) announced.drag[e.type] = e; return; }
    const at = e.composedPath()[0];
    if (announced.drag && goal && at.closest && within(goal, at)) announced.drag.dropped = true;
    else refuse(e, at.closest ? at : document.documentElement);
  }

  const onMove = (e) => { if (e.isTrusted && announced.drag) announced.drag.at = rise(e.clientX, e.clientY, false); };

  // dragging tells, once the mouse was seen at a point, who drags: the browser,
  // in its own way, or the page; over, whether the goal still lies at its point,
  // and would take what is dragged. Where the browser is due to drag, a button
  // that is let go drops nothing.
  const native = () => !!(announced.drag && announced.drag.dragstart && !announced.drag.dragstart.defaultPrevented);
  const due = () => native() || (!announced.drag.dragstart && !!announced.el.closest('[draggable="true"]'));
  async function dragging(q) {
    const drag = announced.drag, seen = () => native() || (drag.at && Math.hypot(drag.at.x - q.x, drag.at.y - q.y) < 2);
    for (let tries = 0; tries < 300 && !seen(); tries++) await new Promise((done) => setTimeout(done, 10));
    await settled();
    return native() ? 'browser' : seen() ? 'page' : '';
  }
  function over(q) {
    const o = rise(0, 0, false);
    if (!o.whole || !goal.isConnected || !below(goal, { clientX: q.x - o.x, clientY: q.y - o.y })) return 'moved';
    const at = announced.drag.dragover;
    return native() && !(at && at.defaultPrevented) ? 'refused' : '';
  }

  const onKeys = (e) => { if (e.isTrusted && !veiled(e)) admit(e, 'keys'); };
  // veiled: outside of a closed root, its host stands for what it holds; there
  // the root's own listeners judge.
  function veiled(e) {
    const root = closed.get(e.composedPath()[0]);
    return !!root && announced.el && within(root, announced.el);
  }

  // opened makes a closed root known.
  function opened(root) {
    closed.set(root.host, root);
    listenAt(root);
  }

  // listen is asked again when the document is written anew, which takes all
  // listeners away.
  const listen = () => listenAt(window);
  function listenAt(place) {
    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'dblclick']) place.addEventListener(kind, onMouse, true);
    for (const kind of ['dragstart', 'dragover', 'drop']) place.addEventListener(kind, onDrop, true);
    place.addEventListener('mousemove', onMove, true);
    for (const kind of ['keydown', 'keypress', 'beforeinput']) place.addEventListener(kind, onKeys, true);
  }
  listen();
  new MutationObserver(listen).observe(document, { childList: true });

  // near are the controls whose names are most alike to what was looked for in
  // vain: they help a person to see what has changed, and are never acted upon.
  function near(roots, ways) {
    const pairs = (text) => { const t = text.toLowerCase(); return new Set([...t].slice(1).map((c, i) => t[i] + c)); };
    const wanted = ways.map((w) => pairs(w.what)), found = [];
    for (const root of roots) for (const el of all(root, controls)) {
      const cell = el.closest('td'), left = cell && cell.previousElementSibling;
      const names = [accessibleName(el), left ? bare(textOf(left)) : ''].filter(Boolean);
      const score = Math.max(0, ...names.flatMap((n) => { const p = pairs(n); return wanted.map((w) => alike(p, w)); }));
      if (score >= .4 && visible(el)) found.push({ describe: clean(`${role(el)} ${names[0]}`).slice(0, 120), score });
    }
    return found.sort((a, b) => b.score - a.score).slice(0, 3);
  }

  // alike is Dice's coefficient of two sets of pairs of letters.
  const alike = (a, b) => (a.size && b.size ? 2 * [...a].filter((p) => b.has(p)).length / (a.size + b.size) : 0);

  // act is the one call: resolve, judge where all ways agree, check, prepare.
  async function act(q) {
    const out = { ...document_(), ways: [], rivals: [], rows: [] };
    if (!q.origins.includes(out.origin)) return { ...out, why: 'origin' };
    if (document.readyState === 'loading' || !document.body) return { ...out, why: 'loading' };
    let roots = [document];
    if (q.row.length) {
      roots = rowsFor(q.row);
      out.rows = roots.map(textOf);
      if (roots.length !== 1) return { ...out, why: 'row' };
    }
    const rivals = [];
    for (const way of q.ways) {
      const found = matches(way, roots);
      out.ways.push(found.slice(0, 50).map((el) => { if (!rivals.includes(el)) rivals.push(el); return rivals.indexOf(el); }));
    }
    out.rivals = rivals.map(describe);
    const agreed = rivals.length === 1 && out.ways.every((w) => w.length === 1);
    if (!agreed && q.pick === undefined) return { ...out, why: 'judge', near: rivals.length ? [] : near(roots, q.ways) };
    const el = rivals[agreed ? 0 : q.pick];
    if (!el) return { ...out, why: 'judge' };
    if (q.describe !== undefined && describe(el) !== q.describe) return { ...out, why: 'judge' };
    return { ...out, ...(await prepare(el, q)), chosen: rivals.indexOf(el) };
  }

  // after tells how the last action ended, for the read-back.
  async function after(wait = null) {
    if (!held) return { gone: true };
    if (wait !== null) await ended(wait);
    const { touched, stopped } = announced;
    const clicked = !!announced.clicked || !!announced.pressed && !announced.el.isConnected && pressing(announced.el);
    return { gone: !held.isConnected, value: held.isConnected ? read(held) : '', touched, clicked, dropped: !!(announced.drag && announced.drag.dropped), stopped };
  }

  // astray is what a click hit that was stopped in this document, for the fault.
  function astray() {
    const was = strayed;
    strayed = '';
    return was;
  }

  // left reads a field back. Where its own markup waits for the field to be
  // left, that happens first: what the page makes of the text then counts.
  async function left() {
    if (held && held.isConnected && (held.hasAttribute('onchange') || held.hasAttribute('onblur'))) { held.blur(); await settled(); }
    return after();
  }

  // back returns to the field that left() left, for keys that are meant for it;
  // otherwise they go where the page has put the focus since.
  function back(q) {
    if (q.last && held && held.isConnected && document.activeElement === document.body) held.focus();
    announce(document.activeElement || document.body, 'keys', q.token);
  }

  // put sets a field that takes no letters (dates, colours), as a picker does. It
  // writes no more than a person could.
  function put(text) {
    const of = held.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
    const set = Object.getOwnPropertyDescriptor(of.prototype, 'value').set;
    set.call(held, held.maxLength >= 0 ? text.slice(0, held.maxLength) : text);
    held.dispatchEvent(new Event('input', { bubbles: true })); held.dispatchEvent(new Event('change', { bubbles: true }));
    return after();
  }

  function sees(q) {
    const text = clean(q.text), shows = (el) => clean(el.innerText).includes(text);
    if (!document.body || !q.origins.includes(self.origin)) return false;
    if (shows(document.body)) return true;
    if ([...all(document, '*')].some((el) => shadow(el) && [...shadow(el).children].some((c) => visible(c) && shows(c)))) return true;
    return [...all(document, 'input[type=submit],input[type=button]')].some((b) => visible(b) && clean(b.value).includes(text));
  }

  // logIn tells whether the page asks for a password.
  const logIn = () => [...all(document, 'input[type=password]')].some(visible);

  // settled lets pending tasks run, so that what an action caused has begun. It
  // tells whether the window is about to close.
  const settled = () => new Promise((done) => setTimeout(() => done(self.closed), 0));

  // textNodes walks through all text nodes, in shadow roots as well.
  function* textNodes(root) {
    for (const n of root.childNodes) {
      if (n.nodeType === Node.TEXT_NODE) yield n;
      else { if (shadow(n)) yield* textNodes(shadow(n)); yield* textNodes(n); }
    }
  }

  // guarded are the boxes of what must not be seen in pictures: fields, records
  // in tables, and every place that shows one of the texts; all of a document
  // that is not the robot's business.
  function guarded(q) {
    const own = q.origins.includes(self.origin);
    const rects = own ? private_(q.texts) : [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }];
    return { boxes: rects.map((r) => ({ X: r.left, Y: r.top, Width: r.right - r.left, Height: r.bottom - r.top })), zero: rise(0, 0, false), far: rise(1000, 1000, false) };
  }

  function private_(texts) {
    const rects = [];
    for (const el of all(document, 'input:not([type=submit]):not([type=button]):not([type=image]),textarea,select,[contenteditable=""],[contenteditable=true]')) rects.push(...el.getClientRects());
    const record = (n) => { const row = n.parentElement && n.parentElement.closest('tr'); return row && row.cells.length > 2 && row.rowIndex > 0; };
    for (const n of document.body ? textNodes(document.body) : []) {
      if (!clean(n.data) || !(record(n) || texts.some((t) => clean(n.data).toLowerCase().includes(t.toLowerCase())))) continue;
      const range = document.createRange(); range.selectNodeContents(n);
      rects.push(...range.getClientRects());
    }
    return rects.filter((r) => r.width > 0 && r.height > 0);
  }

  // extent is the size of a frame, of which nothing else is known here.
  const extent = (holder) => ({ boxes: [{ X: 0, Y: 0, Width: holder.clientWidth, Height: holder.clientHeight }], zero: { x: 0, y: 0 }, far: { x: 1000, y: 1000 } });

  self.heinzel = { act, opened, carry, after, dragging, over, astray, left, back, put, sees, settled, guarded, extent, logIn, page: document_ };
})();
