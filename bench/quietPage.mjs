/** A page that is asked from outside, so that what is measured in it is the page alone. */

/** Runs in the page: records what its threads are asked for, and what they have done. */
function listen() {
  globalThis.threads = { asked: [], done: [] };
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (!Array.isArray(data)) return;
        const at = performance.now();
        for (const { type, runId, ms } of data)
          if (type === 'done') threads.done.push({ runId, ms, at });
      });
    }
    postMessage(...given) {
      const [{ type, runId, job }] = given;
      if (type === 'run') threads.asked.push({ runId, kind: job.kind, at: performance.now() });
      super.postMessage(...given);
    }
  };
}

/** Lets a new page record in `threads` what its threads are asked for (ms of the page's clock) and have done. */
export const listenToThreads = (page) => page.addInitScript(listen);

/**
 * `ask` evaluates an expression in the page, `until` asks again and again until it is true. Not Playwright's own waiting:
 * the script that it puts into the page takes 10 ms of the main thread, and a slow processor a long task.
 */
export async function quietPage(page) {
  const session = await page.context().newCDPSession(page);
  const ask = async (expression) => {
    const answer = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    return answer.result.value;
  };
  const until = async (expression, pauseMs, minutes = 2) => {
    const end = performance.now() + minutes * 60_000;
    for (;;) {
      await page.waitForTimeout(pauseMs);
      if (await ask(expression)) return;
      if (performance.now() > end) throw new Error(`${page.url()}: not after ${minutes} minutes`);
    }
  };
  return { session, ask, until };
}

/** Whether the page shows the results of its last run. */
export const SETTLED = `document.querySelector('main[data-run="done"]') !== null`;
