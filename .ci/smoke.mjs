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

const wanted = { "my page": /my page\S*\s+(http\S+)/i, "control room": /control room\s+(http\S+)/i, wall: /wall\s+(http\S+)/i, phone: /phone\s+(http\S+)/i };
const problems = [];

try {
  await until(() => Object.values(wanted).every(address => address.test(said)), 120_000, "the demo prints its addresses");
  for (const [name, address] of Object.entries(wanted)) {
    await load(name, said.match(address)[1]);
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
async function load(name, address) {
  const cookies = new Map();
  const page = await get(address, cookies);
  const html = await page.text();
  check(page.status === 200, `${name} answers ${page.status} at ${page.url}`);
  check(/<main|<body/.test(html) && !/class="error/.test(html), `${name} is a page`);
  const files = [...html.matchAll(/<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="([^"]+)"/g)].map(match => match[1]);
  check(files.some(file => file.includes(".css")), `${name} has styles`);
  for (const file of files) {
    const answer = await get(new URL(file, page.url), cookies);
    const text = await answer.text();
    check(answer.status === 200 && text.length > 20, `${file} of ${name} answers ${answer.status} with ${text.length} signs`);
  }
  console.log(`${name}: ${page.url}, ${html.length} signs, ${files.length} files`);
}

async function get(address, cookies) {
  for (let hops = 0; hops < 8; hops++) {
    const answer = await fetch(address, { redirect: "manual", headers: { accept: "text/html,*/*", cookie: [...cookies].map(pair => pair.join("=")).join("; ") } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [key, ...value] = cookie.split(";")[0].split("=");
      cookies.set(key, value.join("="));
    }
    if (answer.status < 300 || answer.status >= 400) {
      return answer;
    }
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
