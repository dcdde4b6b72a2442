// Opens the pages of `tests/diff_html.rs` in a browser: `node page.mjs PLAYWRIGHT CHROMIUM PAGES PICTURES`, where
// PLAYWRIGHT is the folder of the package playwright-core. What does not hold is printed; the exit code says whether.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [playwright, executablePath, pages, pictures] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(resolve(playwright));
const url = (name) => pathToFileURL(resolve(pages, `${name}.html`)).href;

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const REQUIRED = "91c2e07b5d3a"; // findings of diff_html/airstore.rs
const ACCEPTED = "b6402ad97f18";

let checks = 0;
const failures = [];
const check = (holds, what, seen) => {
  checks += 1;
  if (!holds) failures.push(seen === undefined ? what : `${what}: ${JSON.stringify(seen)}`);
};

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

// A page on a screen, with all that it complains about or asks for.
const open = async (name, { viewport = WIDE, colorScheme = "light", hash = "", ...more } = {}) => {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", ...more });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => (said.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => request.url().startsWith(url(name)) || said.push(`asked for ${request.url()}`));
  await page.goto(url(name) + hash);
  return { page, said, close: () => context.close() };
};

const visible = (page) => page.locator("details.finding:visible").count();
const focused = (page) => page.evaluate(() => document.activeElement.closest("details.finding")?.id ?? document.activeElement.id);
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const keyboard = async () => {
  const { page, said, close } = await open("airstore");
  const all = await visible(page);
  check(all === 11, "all findings are shown at first", all);

  await page.keyboard.press("/");
  check((await focused(page)) === "query", "/ focuses the search");
  await page.keyboard.type("member_id new(");
  check((await visible(page)) === 1, "all words have to match, signatures included", await visible(page));
  check((await page.textContent("#shown")) === `1 of ${all} findings`, "the number is said", await page.textContent("#shown"));
  await page.keyboard.press("Enter");
  check((await focused(page)) === "5a1e98bc42d0", "Enter goes to the first match", await focused(page));
  await page.keyboard.press("Escape");
  check((await visible(page)) === all, "Esc shows all again");
  await page.fill("#query", "DELETE /workspaces/{workspace_id}/connections/{connection_id}");
  check((await visible(page)) === 3, "findings are found by an operation that they reach", await visible(page));
  await page.fill("#query", "no such thing");
  check((await page.isVisible("#nothing")) && (await visible(page)) === 0, "nothing found is said");
  await page.click("#nothing button");
  check((await visible(page)) === all, "the button shows all again");

  await page.locator("#query").evaluate((query) => query.blur());
  await page.keyboard.press("j");
  const ids = await page.locator("details.finding").evaluateAll((findings) => findings.map((finding) => finding.id));
  check((await focused(page)) === ids[0], "j goes to the first finding", await focused(page));
  for (let i = 0; i < all + 3; i += 1) await page.keyboard.press("j");
  check((await focused(page)) === ids[all - 1], "j stops at the last one", await focused(page));
  await page.keyboard.press("k");
  check((await focused(page)) === ids[all - 2], "k goes back", await focused(page));
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  check(ring !== "none", "the focus can be seen", ring);
  const isOpen = () => page.evaluate((id) => document.getElementById(id).open, ids[all - 2]);
  const before = await isOpen();
  await page.keyboard.press("Enter");
  check((await isOpen()) !== before, "Enter opens");
  await page.keyboard.press("Enter");
  check((await isOpen()) === before, "Enter closes");
  await page.keyboard.press("x");
  check((await page.locator("details.finding[open]").count()) === all, "x opens all");
  await page.keyboard.press("x");
  check((await page.locator("details.finding[open]").count()) === 0, "x closes all");

  await page.keyboard.press("?");
  check(await page.isVisible("dialog#keys"), "? shows the keys");
  await page.keyboard.press("j");
  check(await page.isVisible("dialog#keys"), "keys do nothing behind the dialog");
  await page.keyboard.press("Escape");
  check(!(await page.isVisible("dialog#keys")), "Esc closes the keys");
  check(said.length === 0, "nothing is complained about", said);
  await close();
};

const filters = async () => {
  const { page, said, close } = await open("airstore");
  const count = (key, value) => page.locator(`details.finding[data-${key}="${value}"]`).count();
  for (const [key, value] of [
    ["wire", "breaking"],
    ["rust", "major"],
    ["direction", "request"],
    ["made", "generator"],
    ["accepted", "yes"],
  ]) {
    const box = page.locator(`[data-filter="${key}"] input[value="${value}"]`);
    await box.focus();
    await page.keyboard.press("Space");
    const [shown, wanted] = [await visible(page), await count(key, value)];
    check(wanted > 0 && shown === wanted, `the filter ${key}=${value} shows its findings`, [shown, wanted]);
    await page.keyboard.press("Space");
    check((await visible(page)) === 11, `the filter ${key} can be undone`);
  }
  await page.check('[data-filter="wire"] input[value="breaking"]');
  await page.check('[data-filter="wire"] input[value="risky"]');
  const two = (await count("wire", "breaking")) + (await count("wire", "risky"));
  check((await visible(page)) === two, "two values of one filter add up", await visible(page));
  await page.check('[data-filter="rust"] input[value="patch"]');
  const both = await page.locator('details.finding:is([data-wire="breaking"], [data-wire="risky"])[data-rust="patch"]').count();
  check(both > 0 && (await visible(page)) === both, "two filters narrow", [await visible(page), both]);
  const groups = await page.locator("section.group:visible").count();
  const links = await page.locator("nav li:visible").count();
  check(groups === links && groups < 7, "the list of operations follows", [groups, links]);
  check(said.length === 0, "nothing is complained about", said);
  await close();
};

const deepLinks = async () => {
  const { page, said, close } = await open("airstore", { hash: `#${ACCEPTED}` });
  check(await page.locator(`[id="${ACCEPTED}"]`).evaluate((finding) => finding.open), "a link to a finding opens it");
  check((await focused(page)) === ACCEPTED, "and focuses it");
  check(await page.locator(`[id="${ACCEPTED}"] > summary`).evaluate((line) => {
    const box = line.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }), "and brings it into view");
  await page.check('[data-filter="accepted"] input[value="yes"]');
  await page.evaluate((id) => (location.hash = id), REQUIRED);
  await page.waitForFunction((id) => document.getElementById(id).open && !document.getElementById(id).hidden, REQUIRED);
  check((await visible(page)) === 11, "a link to what a filter hides undoes the filter");
  await page.evaluate(() => (location.hash = "%E0%A4%A"));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  await page.locator(`[id="${REQUIRED}"] .copy`).click();
  await page.waitForFunction((id) => document.querySelector(`[id="${id}"] .copy`).textContent !== "Copy", REQUIRED);
  const copied = await page.evaluate(() => navigator.clipboard.readText().catch(() => getSelection().toString()));
  check(copied === REQUIRED, "the button copies the fingerprint", copied);
  check(said.length === 0, "nothing is complained about", said);
  await close();
};

// WCAG 2.1, 1.4.3: the contrast of every text against what is behind it.
const contrasts = (page) =>
  page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const paint = canvas.getContext("2d", { willReadFrequently: true });
    const over = (colours) => {
      paint.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
      }
      return [...paint.getImageData(0, 0, 1, 1).data];
    };
    const light = (rgb) => {
      const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("script, .off, .skip, dialog") || !element.checkVisibility()) continue;
      const behind = [];
      for (let e = element; e; e = e.parentElement) behind.unshift(getComputedStyle(e).backgroundColor);
      const style = getComputedStyle(element);
      const [a, b] = [light(over([...behind, style.color])), light(over(behind))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const size = parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      found.push({ ratio: Math.round(ratio * 100) / 100, needed, text: node.data.trim().slice(0, 40), of: element.className });
    }
    return found;
  });

const screens = async () => {
  for (const [size, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, said, close } = await open("airstore", { viewport, colorScheme });
      const on = `${size}, ${colorScheme}`;
      check((await overflow(page)) <= 0, `${on}: nothing is wider than the screen`, await overflow(page));
      await page.screenshot({ path: resolve(pictures, `${size}-${colorScheme}.png`) });
      await page.keyboard.press("x");
      if ((await page.locator("details.finding:not([open])").count()) > 0) await page.keyboard.press("x");
      check((await overflow(page)) <= 0, `${on}: nor when all is open`, await overflow(page));
      const texts = await contrasts(page);
      const weak = texts.filter(({ ratio, needed }) => ratio < needed);
      check(texts.length > 300 && weak.length === 0, `${on}: ${texts.length} texts can be read`, weak.slice(0, 10));
      console.log(`${on}: ${texts.length} texts, least contrast ${Math.min(...texts.map(({ ratio }) => ratio))}`);
      check(said.length === 0, `${on}: nothing is complained about`, said);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: viewport.width, height });
      await page.screenshot({ path: resolve(pictures, `${size}-${colorScheme}-full.png`) });
      await close();
    }
  }
};

// Every control has a name, every heading its level, and the landmarks are there.
const structure = async () => {
  const { page, close } = await open("airstore");
  const found = await page.evaluate(() => {
    const named = (e) => e.getAttribute("aria-label") || e.labels?.[0]?.textContent.trim() || e.textContent.trim();
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5")].map((h) => Number(h.tagName[1]));
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    return {
      unnamed: [...document.querySelectorAll("button, input, a, summary")].filter((e) => !named(e)).map((e) => e.outerHTML),
      jumps: levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).length,
      first: levels.filter((level) => level === 1).length,
      landmarks: ["header", "main", "search", "nav"].filter((name) => document.querySelectorAll(name).length !== 1),
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
      lost: [...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1))).length,
    };
  });
  check(found.unnamed.length === 0, "every control has a name", found.unnamed);
  check(found.jumps === 0 && found.first === 1, "headings skip no level", found);
  check(found.landmarks.length === 0, "landmarks are there once", found.landmarks);
  check(found.twice.length === 0 && found.lost === 0, "ids are unique, links lead somewhere", found);
  await close();
};

const hostile = async () => {
  for (const viewport of [WIDE, NARROW]) {
    const { page, said, close } = await open("hostile", { viewport });
    await page.keyboard.press("x");
    await page.mouse.move(200, 400);
    const foreign = await page.locator("main img, main svg, main script, main iframe").count();
    check(foreign === 0, "a hostile text makes no element", foreign);
    check((await overflow(page)) <= 0, "a hostile text makes the page no wider", await overflow(page));
    check(said.length === 0, "a hostile text runs nothing", said);
    await page.screenshot({ path: resolve(pictures, `hostile-${viewport.width}.png`), fullPage: true });
    await close();
  }
  // And were there a hole, the policy would stand before it.
  const { page, said, close } = await open("airstore");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.text = "window.hole = 1";
    } catch {
      return "refused";
    }
    document.body.append(script);
    return window.hole;
  });
  check(ran === "refused", "the policy lets no script in", ran);
  check(said.length > 0, "and says so");
  await close();
};

const large = async () => {
  const { page, said, close } = await open("large");
  const all = await page.locator("details.finding").count();
  // In milliseconds of the page's own thread: what else runs on this machine counts as nothing.
  const metrics = await page.context().newCDPSession(page);
  await metrics.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => (await metrics.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
  const took = async (what) => {
    const since = await busy();
    await what();
    return Math.round(1000 * ((await busy()) - since));
  };
  const first = await took(async () => {
    await page.fill("#query", "field_4321");
    await page.waitForFunction(() => document.getElementById("shown").textContent.startsWith("1 of"));
  });
  const filter = await took(() => page.evaluate(() => document.querySelector('[value="breaking"]').click()));
  await page.evaluate(() => document.querySelector('[value="breaking"]').click());
  await page.fill("#query", "");
  await page.waitForFunction((all) => document.getElementById("shown").textContent.startsWith(`${all} `), all);
  await page.locator("#query").evaluate((query) => query.blur());
  const step = await took(async () => {
    for (let i = 0; i < 20; i += 1) await page.keyboard.press("j");
  });
  console.log(`${all} findings: first search ${first} ms, filter ${filter} ms, 20 steps ${step} ms`);
  check(all === 5000 && first < 3000 && filter < 500 && step < 2000, "thousands stay usable", { all, first, filter, step });
  check(said.length === 0, "nothing is complained about", said);
  await close();
};

const withoutScript = async () => {
  const { page, close } = await open("airstore", { javaScriptEnabled: false });
  check(!(await page.isVisible("#query")), "without JavaScript there is no search that does nothing");
  check(await page.isVisible("nav"), "but the list of operations");
  await page.locator("details.finding:not([open]) > summary").first().click();
  check((await page.locator("details.finding[open]").count()) > 0, "and findings open");
  await page.emulateMedia({ media: "print" });
  const hidden = await page.locator("details.finding .facts:visible").count();
  check(hidden === 11, "on paper all findings are open", hidden);
  await page.screenshot({ path: resolve(pictures, "print.png"), fullPage: true });
  await close();
};

const empty = async () => {
  const { page, said, close } = await open("empty");
  check(await page.isVisible("text=Nothing differs"), "an empty report says so");
  check(said.length === 0, "nothing is complained about", said);
  await page.screenshot({ path: resolve(pictures, "empty.png") });
  await close();
};

try {
  for (const part of [keyboard, filters, deepLinks, screens, structure, hostile, large, withoutScript, empty]) {
    await part().catch((error) => failures.push(`${part.name}: ${error}`));
  }
} finally {
  await browser.close();
}
failures.forEach((failure) => console.log(`does not hold: ${failure}`));
console.log(`${checks} checks, ${failures.length} do not hold`);
process.exit(failures.length === 0 ? 0 : 1);
