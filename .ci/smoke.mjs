// Starts the demo of a published build from another folder and loads what it prints: my page, control room, wall, phone.
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = join(process.argv[2], "WorkshopHub.Web.dll");
const port = 20000 + Math.floor(Math.random() * 20000);
const demo = spawn("dotnet", [program, "demo", "--urls", `http://127.0.0.1:${port}`], { cwd: tmpdir(), stdio: ["ignore", "pipe", "pipe"] });
let said = "";
demo.stdout.on("data", text => said += text);
demo.stderr.on("data", text => said += text);
const ended = new Promise(resolve => demo.on("exit", resolve));

// What it prints, and the word that the page behind it must hold.
const wanted = {
  "my page": [/My page\s+(http\S+)/, "<h1"],
  "control room": [/Control room\s+(http\S+)/, 'data-view="control"'],
  wall: [/Wall\s+(http\S+)/, 'data-view="wall"'],
  phone: [/Phone\s+(http\S+)/, "Which set are you in?"],
};
const problems = [];

try {
  await until(() => Object.values(wanted).every(([address]) => address.test(said)), 120_000, "the demo prints its addresses");
  for (const [name, [address, word]] of Object.entries(wanted)) {
    await load(name, said.match(address)[1], word);
  }
} catch (problem) {
  problems.push(problem.message);
}

demo.kill("SIGINT");
const stopped = await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 20_000, "still running"))]);
if (stopped !== 0) {
  problems.push(`After Ctrl-C the demo ended with: ${stopped}`);
  demo.kill("SIGKILL");
}

if (problems.length > 0) {
  console.log(`${said}\n${problems.join("\n")}`);
}
process.exit(problems.length > 0 ? 1 : 0);

// Loads a page as a new browser would, and the styles and scripts that it names.
async function load(name, address, word) {
  const cookies = new Map();
  let page = await get(address, cookies);
  let html = await page.text();
  const token = html.match(/name="(__RequestVerificationToken)"[^>]*value="([^"]+)"/);
  if (page.url.includes("/demo/") && token) { // a door with one button: "Continue as ..."
    page = await get(address, cookies, new URLSearchParams([[token[1], token[2]]]));
    html = await page.text();
  }
  check(page.status === 200, `${name} answers ${page.status} at ${page.url}`);
  check(html.includes(word), `${name} at ${page.url} says ${word}`);
  const files = [...html.matchAll(/<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="([^"]+)"/g)].map(match => match[1]);
  check(files.some(file => file.includes(".css")), `${name} has styles`);
  for (const file of files) {
    const answer = await get(new URL(file, page.url), cookies);
    const text = await answer.text();
    check(answer.status === 200 && text.length > 20, `${file} of ${name} answers ${answer.status} with ${text.length} signs`);
  }
  console.log(`${name}: ${page.url}, ${html.length} signs, ${files.length} files`);
}

async function get(address, cookies, form) {
  for (let hops = 0; hops < 8; hops++) {
    const answer = await fetch(address, { method: form ? "POST" : "GET", body: form, redirect: "manual", headers: { accept: "text/html,*/*", cookie: [...cookies].map(pair => pair.join("=")).join("; ") } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [key, ...value] = cookie.split(";")[0].split("=");
      cookies.set(key, value.join("="));
    }
    if (answer.status < 300 || answer.status >= 400) {
      return answer;
    }
    form = undefined;
    address = new URL(answer.headers.get("location"), address);
  }
  throw new Error(`${address} leads in a circle`);
}

function check(good, what) {
  if (!good) {
    problems.push(`Not so: ${what}`);
  }
}

async function until(isSo, milliseconds, what) {
  const deadline = Date.now() + milliseconds;
  while (!isSo()) {
    if (Date.now() > deadline || demo.exitCode !== null) {
      throw new Error(`Not in time: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
