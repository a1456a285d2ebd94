// GraphiQL in a real browser: it runs its first query and asks no other host for anything.
import { chromium } from "playwright-core";

const [address, token, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const asked = new Set();
const complaints = [];
page.on("request", (request) => asked.add(new URL(request.url()).origin));
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));
await page.goto(`${address}/graphql`);
await page.click('button[aria-label^="Execute query"]');
await page.waitForSelector(".result-window >> text=洛阳市");
await page.click('button:has-text("Headers")');
const write = (editor, text) => editor.evaluate((element, value) => element.CodeMirror.setValue(value), text);
const headers = page.locator('[aria-label="Headers"] .graphiql-editor:not(.hidden) .CodeMirror');
await write(headers, `{"Authorization": "Bearer ${token}"}`);
await write(page.locator(".graphiql-query-editor .CodeMirror").first(), "query Luoyang { viewer { name roles } }");
await page.click('button[aria-label^="Execute query"]');
await page.waitForSelector(".result-window >> text=老城督");
const linked = new URLSearchParams({
  query: "query Linked($code: String!) { region(by: { code: $code }) { name } }",
  variables: '{"code": "410302"}',
});
await page.goto(`${address}/graphql?${linked}`);
await page.waitForSelector(".graphiql-query-editor >> text=Linked");
await page.click('button[aria-label^="Execute query"]');
await page.waitForSelector(".result-window >> text=老城区");
await page.screenshot({ path: screenshot });
await browser.close();
console.log(JSON.stringify({ asked: [...asked], complaints }));
