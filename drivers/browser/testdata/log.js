// SPDX-License-Identifier: EUPL-1.2
// note writes down what happened, where the test reads it.
function note(s) { top.document.getElementById('log').append(s + ' '); }
