// SPDX-License-Identifier: EUPL-1.2
// note writes down what happened, where the test reads it.
function note(s) { top.document.getElementById('log').append(s + ' '); }
// frames_ says where the frames are, for tests of pictures.
function frames_() {
  const at = document.getElementById('places');
  if (!at) return;
  at.textContent = [...document.querySelectorAll('iframe')].map((f) => { const r = f.getBoundingClientRect(); return [f.name, r.left, r.top, r.width, r.height].join(' '); }).join(';');
}
addEventListener('load', frames_);
addEventListener('scroll', frames_);
