/**
 * A small client of W3C WebDriver (https://www.w3.org/TR/webdriver2/) for installed browsers that Playwright cannot
 * drive: WebKitGTK through WebKitWebDriver, by HTTP, and Firefox through Marionette, which takes the same commands
 * over a socket and is what geckodriver translates HTTP to.
 */
import { connect } from 'node:net';

/** Method and path for HTTP, and Marionette's name. `{id}` is an element. */
const COMMANDS = {
  end: ['DELETE', '', 'WebDriver:DeleteSession'],
  timeouts: ['POST', '/timeouts', 'WebDriver:SetTimeouts'],
  navigate: ['POST', '/url', 'WebDriver:Navigate'],
  reload: ['POST', '/refresh', 'WebDriver:Refresh'],
  windowRect: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
  execute: ['POST', '/execute/async', 'WebDriver:ExecuteAsyncScript'],
  find: ['POST', '/element', 'WebDriver:FindElement'],
  click: ['POST', '/element/{id}/click', 'WebDriver:ElementClick'],
  actions: ['POST', '/actions', 'WebDriver:PerformActions'],
  screenshot: ['GET', '/screenshot', 'WebDriver:TakeScreenshot'],
};

/** Key of an element's reference in WebDriver's JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts a session with a driver at this HTTP address; resolves to a function that sends commands. */
export async function sessionByHttp(address, capabilities) {
  async function request(method, path, body) {
    const init = { method, ...(method === 'POST' ? { body: JSON.stringify(body) } : {}) };
    const response = await fetch(address + path, init);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  const wanted = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = await request('POST', '/session', wanted);
  return (name, parameters = {}) => {
    const [method, path] = COMMANDS[name];
    return request(
      method,
      `/session/${sessionId}${path.replace('{id}', parameters.id)}`,
      parameters,
    );
  };
}

/** Starts a session with the Firefox that listens on this port; resolves to a function that sends commands. */
export async function sessionByMarionette(port) {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map();
  let received = Buffer.alloc(0);
  let next = 1;
  const greeted = new Promise((resolve, reject) => {
    waiting.set('greeting', { resolve });
    socket.once('error', reject);
  });
  const take = (message) => {
    if (!Array.isArray(message)) return waiting.get('greeting').resolve();
    const [, id, error, result] = message;
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${error.error}: ${error.message}`));
    else resolve(result !== null && 'value' in result ? result.value : result);
  };
  // A message is its length in bytes, a colon and JSON.
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || received.length < end) return;
      take(JSON.parse(received.subarray(colon + 1, end).toString()));
      received = received.subarray(end);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject?.(new Error('Firefox has gone'));
  });
  const request = (name, parameters) =>
    new Promise((resolve, reject) => {
      const message = JSON.stringify([0, next, name, parameters]);
      waiting.set(next, { resolve, reject });
      next += 1;
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  await greeted;
  await request('WebDriver:NewSession', {});
  return async (name, parameters = {}) => {
    const result = await request(COMMANDS[name][2], parameters);
    if (name === 'end') socket.end();
    return result;
  };
}

/** Calls the function in the page and waits for its promise; arguments and result are JSON. */
export async function evaluate(send, run, args) {
  const script = `const done = arguments[arguments.length - 1];
    Promise.resolve().then(() => (${run})(...arguments[0]))
      .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`;
  const { value, error } = await send('execute', { script, args: [args] });
  if (error !== undefined) throw new Error(error);
  return value;
}

export async function click(send, selector) {
  const found = await send('find', { using: 'css selector', value: selector });
  await send('click', { id: found[ELEMENT] });
}

/** Sets the size of the viewport: the window is larger by its frame. */
export async function setViewport(send, { width, height }) {
  await send('windowRect', { width, height });
  const frame = await evaluate(send, async () => {
    // WebKit knows the new size a moment later; until then the page may seem larger than its window.
    for (let i = 0; i < 40 && (outerWidth < innerWidth || outerHeight < innerHeight); i += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    return [outerWidth - innerWidth, outerHeight - innerHeight];
  }, []);
  await send('windowRect', { width: width + frame[0], height: height + frame[1] });
}
