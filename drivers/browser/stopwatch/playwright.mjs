// SPDX-License-Identifier: EUPL-1.2
//
// Fills the same forms as the stopwatch, told and timed the same way, with
// Playwright: node playwright.mjs FOLDER-WITH-NODE_MODULES BROWSER
import { createInterface } from 'node:readline';

const [folder, executablePath] = process.argv.slice(2);
const { chromium } = await import(`${folder}/node_modules/playwright-core/index.mjs`);
const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
const label = (text) => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:?\\s*$`);

for await (const line of createInterface({ input: process.stdin })) {
  const form = JSON.parse(line), began = performance.now(), fields = [];
  if (form.address) await page.goto(form.address);
  for (const f of form.fields) {
    const at = performance.now();
    await page.getByLabel(label(f.label)).fill(f.text);
    fields.push(performance.now() - at);
  }
  await page.getByRole('button', { name: form.submit }).click();
  await page.getByText(form.shows).waitFor();
  const took = performance.now() - began, { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ form: took, fields, cpu: (user + system) / 1000, driver: (user + system) / 1000, memory: Math.round(process.memoryUsage.rss() / 1024) }));
}
await browser.close();
